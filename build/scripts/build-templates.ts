import fs from 'node:fs';
import path from 'node:path';
import { buildTemplates } from './templates/build-all.ts';

/** `npm run templates [-- FOLDER]`: writes the shipped templates from their source, into templates/ unless told otherwise. */
const folder = process.argv[2] ?? path.join(import.meta.dirname, '..', '..', 'templates');
for (const [name, bytes] of await buildTemplates()) {
  fs.writeFileSync(path.join(folder, name), bytes);
  console.log(`${name}\t${bytes.length}`);
}
