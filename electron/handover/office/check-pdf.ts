import { open } from 'node:fs/promises';

const headBytes = 8;
const tailBytes = 2048;

/**
 * Size of a finished PDF, in bytes; undefined for a file that is missing, empty, cut off or something else. An exit code says
 * nothing: LibreOffice ends with 0 also when it has written no file.
 */
export async function pdfSize(place: string): Promise<number | undefined> {
  const file = await open(place, 'r').catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(headBytes);
    await file.read(head, 0, headBytes, 0);
    const tail = Buffer.alloc(Math.min(tailBytes, size));
    await file.read(tail, 0, tail.length, size - tail.length);
    return head.toString('latin1').startsWith('%PDF-') && tail.toString('latin1').includes('%%EOF') ? size : undefined;
  } finally {
    await file.close();
  }
}
