const signatures: readonly (readonly [prefix: readonly number[], mediaType: string])[] = [
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
  [[0x89, 0x50, 0x4e, 0x47], 'image/png'],
  [[0x25, 0x50, 0x44, 0x46], 'application/pdf'],
  [[0x50, 0x4b, 0x03, 0x04], 'application/zip'],
];

/** First bytes of programs: Windows, Linux, macOS (both byte orders, and several processors in one), and scripts that name their interpreter. */
const programs: readonly (readonly number[])[] = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xfe, 0xed, 0xfa],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
  [0x23, 0x21],
];

function beginsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

/** What a file is by its first bytes; its name may lie. */
export function mediaTypeOf(bytes: Uint8Array): string {
  return signatures.find(([prefix]) => beginsWith(bytes, prefix))?.[1] ?? 'application/octet-stream';
}

/** Whether a file is a program by its first bytes. */
export function isProgram(bytes: Uint8Array): boolean {
  return programs.some((prefix) => beginsWith(bytes, prefix));
}
