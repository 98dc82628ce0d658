/**
 * Loaded into the host's process before the program (`node --import`): whatever would leave this computer is said on standard error,
 * where the fixtures find it. Node's own http, https and fetch all end in these.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

function say(text: string): void {
  process.stderr.write(`network: ${text}\n`);
}

function wrap(owner: object, name: string, what: string): void {
  const original: unknown = Reflect.get(owner, name);
  if (typeof original !== 'function') return;
  Reflect.set(owner, name, function wrapped(this: unknown, ...given: readonly unknown[]): unknown {
    // Listening on an address asks for it by the way that names are asked for.
    if (given[0] !== '127.0.0.1') say(`${what} ${JSON.stringify(given.filter((part) => typeof part !== 'function'))}`);
    return Reflect.apply(original, this, given);
  });
}

wrap(net.Socket.prototype, 'connect', 'connect');
wrap(dgram, 'createSocket', 'datagram socket');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'reverse']) {
  wrap(dns, name, `dns ${name}`);
  wrap(dns.promises, name, `dns ${name}`);
}
const listen: unknown = Reflect.get(net.Server.prototype, 'listen');
Reflect.set(net.Server.prototype, 'listen', function listenLocally(this: net.Server, ...given: readonly unknown[]): unknown {
  if (given[1] !== '127.0.0.1') say(`listens on ${JSON.stringify(given.slice(0, 2))}`);
  return typeof listen === 'function' ? Reflect.apply(listen, this, given) : undefined;
});
syncBuiltinESMExports();
