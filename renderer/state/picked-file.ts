import { base64OfFile } from './file-bytes.ts';

/** A file as calls take it: its name and its bytes in base64. */
export type PickedFile = { readonly name: string; readonly base64: string };

export async function readPickedFile(file: File): Promise<PickedFile> {
  return { name: file.name, base64: await base64OfFile(file) };
}
