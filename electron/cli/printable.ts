// eslint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text as a terminal may be given it. Names come from discs and files of strangers: escape sequences would colour, hide or re-title,
 * direction marks would turn a name around. Line ends and tabs stay.
 */
export function printable(text: string): string {
  return text.replace(control, '\ufffd');
}
