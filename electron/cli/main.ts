import { fileURLToPath } from 'node:url';
import { systemEnvironment } from '../api/environment.ts';
import { runCommand } from './run-command.ts';

/** `npm run -s binder -- COMMAND …` */

async function readStandardInput(): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString('utf8');
}

// Whoever reads may stop early: `… | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const outcome = await runCommand(process.argv.slice(2), {
  environment: systemEnvironment((entry) => { if (entry.level === 'error') process.stderr.write(`${JSON.stringify(entry)}\n`); }),
  templatesFolder: fileURLToPath(new URL('../../templates', import.meta.url)),
  readStandardInput,
});
if (outcome.output !== '') process.stdout.write(`${outcome.output}\n`);
if (outcome.complaint !== '') process.stderr.write(`${outcome.complaint}\n`);
process.exitCode = outcome.exit;
