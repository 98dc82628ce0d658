import { randomBytes, timingSafeEqual } from 'node:crypto';

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

/**
 * One session per run of the host. The token works once; after it only the cookie opens the door.
 * Browsers do not keep cookies of different ports apart, so the port is part of the cookie's name.
 */
export function createSession(token: string, port: number): Session {
  const secret = newSecret();
  const cookieName = `binder-${port}`;
  let isRedeemed = false;
  return {
    cookieName,
    redeem: (given) => {
      if (isRedeemed || !sameSecret(given, token)) return undefined;
      isRedeemed = true;
      return `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
    isKnown: (header) => {
      const value = header === undefined ? undefined : cookieValue(header, cookieName);
      return value !== undefined && sameSecret(value, secret);
    },
  };
}
