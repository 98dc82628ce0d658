const signatures: readonly (readonly [prefix: readonly number[], mediaType: string])[] = [
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
  [[0x89, 0x50, 0x4e, 0x47], 'image/png'],
  [[0x25, 0x50, 0x44, 0x46], 'application/pdf'],
  [[0x50, 0x4b, 0x03, 0x04], 'application/zip'],
];

/** What a file is by its first bytes; its name may lie. */
export function mediaTypeOf(bytes: Uint8Array): string {
  return signatures.find(([prefix]) => prefix.every((byte, index) => bytes[index] === byte))?.[1] ?? 'application/octet-stream';
}
