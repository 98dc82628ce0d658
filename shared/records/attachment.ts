/** What an attached file is to its record: a photo is printed on the form, a scan proves the signatures. */
export const attachmentRoles = ['photo', 'signed-scan', 'other'] as const;

export type AttachmentRole = (typeof attachmentRoles)[number];

export function isAttachmentRole(text: string): text is AttachmentRole {
  return attachmentRoles.some((role) => role === text);
}

/** Bytes of the largest file that can be attached. */
export const attachmentLimit = 30 * 1024 * 1024;

/** Longest caption of an attachment, in characters: it has to fit under a picture. */
export const captionLimit = 300;

/** Pictures that forms can print. */
export function isPrintable(mediaType: string): boolean {
  return mediaType === 'image/jpeg' || mediaType === 'image/png';
}

/** Files that a double click would run: they are no evidence, and a customer's virus scanner would refuse the whole disc. */
const runnableNames = /\.(?:exe|com|scr|pif|bat|cmd|ps1|vbs|vbe|js|jse|wsf|wsh|hta|msi|msp|lnk|reg|cpl|jar|sh|command|app|dll|apk)$/i;

/** Whether the computer would run a file of this name. */
export function isRunnableName(name: string): boolean {
  return runnableNames.test(name.trim().replace(/[. ]+$/, ''));
}
