import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { replaceSource } from '../../helpers/replace-source.ts';

/** Loaded before the host: the computer has one drive and one burning program, in a folder beside the data. */
const folder = `${process.argv[process.argv.indexOf('--data') + 1]}-drive`;
const programs = path.join(folder, 'bin');
const devices = path.join(folder, 'dev');
for (const place of [programs, devices]) mkdirSync(place, { recursive: true });
writeFileSync(path.join(devices, 'sr0'), '');
const burner = path.join(programs, 'xorriso');
// The last argument is the image; what is "burned" is what the drive then holds.
writeFileSync(burner, `#!/bin/sh
PATH=/usr/bin:/bin
case "$*" in
  *-toc*) printf 'Media current: CD-R\\nMedia status : is blank\\nMedia blocks : 0 readable , 359845 writable , 359845 overall\\n' ;;
  *) echo 'Beginning to write data track.' >&2
     for done in 1 2; do sleep 0.2; printf 'xorriso : UPDATE :  %s of  3 MB written (fifo  0%%)\\r' "$done" >&2; done
     for last; do :; done; cat "$last" >'${devices}/sr0' ;;
esac
`);
chmodSync(burner, 0o755);
replaceSource('/electron/api/operations/burn-disc.ts', "{ programs: ['/usr/local/bin', '/usr/bin', '/bin', '/usr/sbin', '/sbin'], devices: '/dev' }", JSON.stringify({ programs: [programs], devices }));
