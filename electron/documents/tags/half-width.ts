/**
 * Full-width digits, letters and signs, as Chinese input methods write them, and blanks of any width as the plain ones. Unlike NFKC it
 * leaves ① and ² what they are.
 */
export function halfWidth(text: string): string {
  return /[^\x20-\x7e]/.test(text) ? text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/￥/g, '¥').replace(/\s/g, ' ') : text;
}

/** Most texts have none: they are no numbers and no dates. */
export function hasDigit(text: string): boolean {
  return /[0-9０-９]/.test(text);
}
