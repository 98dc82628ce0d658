import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { KeptSessions } from '../api/kept-sessions.ts';

/** Proof that a request comes from the browser that opened the printed address. */
export type Session = {
  readonly cookieName: string;
  /** `Set-Cookie` value when the token is right and was not used before, otherwise undefined. */
  readonly redeem: (token: string) => string | undefined;
  readonly isKnown: (cookieHeader: string | undefined) => boolean;
};

/** A token or session value nobody can guess: 256 random bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

function sameSecret(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The value of one cookie of a `Cookie` header. */
function cookieValue(header: string, name: string): string | undefined {
  for (const part of header.split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}

function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/**
 * Sessions of one port. The token works once; after it only the cookie opens the door. Browsers do not keep cookies of different ports
 * apart, so the port is part of the cookie's name. With `kept` a browser that was let in stays so when the host is started again on the
 * same port; only digests of cookies are kept, from which no cookie can be made.
 */
export function createSession(token: string, port: number, kept?: KeptSessions): Session {
  const cookieName = `binder-${port}`;
  const known = new Set(kept?.digests() ?? []);
  let isRedeemed = false;
  return {
    cookieName,
    redeem: (given) => {
      if (isRedeemed || !sameSecret(given, token)) return undefined;
      isRedeemed = true;
      const secret = newSecret();
      known.add(digestOf(secret));
      kept?.add(digestOf(secret));
      const age = kept === undefined ? '' : `; Max-Age=${kept.maximumAge}`;
      return `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/${age}`;
    },
    isKnown: (header) => {
      const value = header === undefined ? undefined : cookieValue(header, cookieName);
      if (value === undefined) return false;
      const digest = digestOf(value);
      return [...known].some((other) => sameSecret(digest, other));
    },
  };
}
