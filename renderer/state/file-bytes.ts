/** The bytes of a file as calls carry it. */
export function bytesOfBase64(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.fromBase64(base64);
}

/** A file's bytes as calls take them. */
export async function base64OfFile(file: Blob): Promise<string> {
  return new Uint8Array(await file.arrayBuffer()).toBase64();
}
