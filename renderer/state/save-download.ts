import { bytesOfBase64 } from './file-bytes.ts';

/** Offers a text that the window wrote as a file in UTF-8. */
export function saveText(name: string, text: string): void {
  saveDownload(name, new TextEncoder().encode(text).toBase64());
}

/** Offers a file from the core to the person the way browsers and Electron do: as a download with a name. */
export function saveDownload(name: string, base64: string): void {
  const address = URL.createObjectURL(new Blob([bytesOfBase64(base64)]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Revoking at once would race with the browser reading it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
