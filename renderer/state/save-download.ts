/** Offers a file from the core to the person the way browsers and Electron do: as a download with a name. */
export function saveDownload(name: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Revoking at once would race with the browser reading it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
