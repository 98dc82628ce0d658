/** A document's title without the project's name before it, which all documents of one contract share. */
export function shortTitle(title: string, prefix: string): string {
  return title.startsWith(prefix) && title.length > prefix.length ? title.slice(prefix.length) : title;
}
