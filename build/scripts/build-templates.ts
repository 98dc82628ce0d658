import fs from 'node:fs';
import path from 'node:path';
import { buildTemplates } from './templates/build-all.ts';
import { withFilterReference } from './templates/filter-reference.ts';
import { withTagReference } from './templates/tag-reference.ts';

/** `npm run templates [-- FOLDER]`: writes the shipped templates and the lists of tags and filters in their README, or the templates alone into another folder. */
const home = path.join(import.meta.dirname, '..', '..', 'templates');
const folder = process.argv[2] ?? home;
for (const [name, bytes] of await buildTemplates()) {
  fs.writeFileSync(path.join(folder, name), bytes);
  console.log(`${name}\t${bytes.length}`);
}
if (folder === home) {
  const readme = path.join(home, 'README.md');
  fs.writeFileSync(readme, withFilterReference(withTagReference(fs.readFileSync(readme, 'utf8'))));
}
