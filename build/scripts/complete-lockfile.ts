import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Puts the packages of other platforms back into package-lock.json. Some registries mirror only the binaries of one
 * platform; there `npm install` drops the others from the lock file, and `npm ci` then refuses it everywhere. What is added
 * here has no integrity, because it could not be downloaded; `npm install` on a full registry adds that.
 */

type LockEntry = {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

type LockFile = { packages: Record<string, LockEntry> };

const systems = ['darwin', 'linux', 'win32', 'android', 'freebsd', 'openharmony', 'aix', 'sunos', 'netbsd', 'openbsd'];
const processors = ['x64', 'arm64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el'];

/** `@oxlint/binding-linux-arm-gnueabihf` → linux, arm, glibc. Undefined when the name names no platform. */
function platformOf(name: string): Pick<LockEntry, 'os' | 'cpu' | 'libc'> | undefined {
  const words = name.split(/[/-]/);
  const system = systems.find((candidate) => words.includes(candidate));
  const processor = processors.find((candidate) => words.includes(candidate)) ?? (words.includes('arm') ? 'arm' : undefined);
  if (system === undefined || processor === undefined) return undefined;
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : words.some((word) => word.startsWith('gnu')) ? 'glibc' : undefined;
  return { cpu: [processor], os: [system], ...(libc === undefined ? {} : { libc: [libc] }) };
}

const file = path.join(fileURLToPath(new URL('../../', import.meta.url)), 'package-lock.json');
const lock = JSON.parse(await readFile(file, 'utf8')) as LockFile;
let added = 0;
for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const platform = platformOf(name);
    if (platform === undefined || lock.packages[`node_modules/${name}`] !== undefined || !/^\d/.test(version)) continue;
    lock.packages[`node_modules/${name}`] = { version, ...(entry.dev === true ? { dev: true } : {}), optional: true, ...platform };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages of other platforms added to package-lock.json`);
