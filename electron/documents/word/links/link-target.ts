/** Where a link may lead: an address for a relationship, a bookmark of the document; or why it may not. */
export type LinkTarget =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'bookmark'; readonly name: string }
  | { readonly kind: 'refused'; readonly reason: string };

const schemes: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel', 'ftp']);
/** No folder of a hand-over lies deeper; more steps up would leave the disc. */
const mostStepsUp = 5;
/** Longer than any address that a browser or Word takes. In UTF-16 units. */
const longestAddress = 2000;

/**
 * Reads what the data says a link leads to. Web pages (also a bare `www.…`), mail addresses (also bare), telephone numbers, files on the
 * same disc by a path relative to the document, and bookmarks (`#书签`). Programs, files elsewhere on the computer or the network, and
 * data: never.
 */
export function readLinkTarget(written: string): LinkTarget {
  const text = written.trim();
  if (text === '') return refused('链接是空的');
  if (text.length > longestAddress) return refused(`链接超过 ${longestAddress} 个字符`);
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/.test(text) || !text.isWellFormed()) return refused('链接里有看不见的字符');
  if (text.startsWith('#')) return bookmark(text.slice(1));
  if (/^www\./i.test(text)) return webAddress(`http://${text}`);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return /^[^\s/\\@]+@[^\s/\\@]+\.[^\s/\\@]+$/.test(text) ? address(`mailto:${text}`) : relativePath(text);
  if (!schemes.has(scheme)) return refused(`不允许“${scheme}:”这样的链接`);
  if (scheme === 'mailto' || scheme === 'tel') return text.length > scheme.length + 1 ? address(text) : refused('链接不完整');
  return webAddress(text);
}

function webAddress(text: string): LinkTarget {
  const escaped = iri(text);
  const url = URL.canParse(escaped) ? new URL(escaped) : undefined;
  return url === undefined || url.hostname === '' || !/^[a-z]+:\/\/[^/]/i.test(escaped) ? refused('网址不完整') : address(text);
}

/** A file beside the document or in a folder above or below it. */
function relativePath(text: string): LinkTarget {
  const path = text.replaceAll('\\', '/');
  if (path.startsWith('/')) return refused('不允许指向电脑或网络上的位置');
  const decoded = unescaped(path);
  if (decoded === undefined || /^\/|[:\\]/.test(decoded)) return refused('不允许指向电脑或网络上的位置');
  if (!/[./]/.test(decoded)) return refused('不是网址，也不是文件的路径');
  const steps = (decoded.split(/[?#]/)[0] ?? '').split('/');
  const stepsUp = steps.findIndex((step) => step !== '..');
  if (stepsUp < 0 || stepsUp > mostStepsUp || steps.slice(stepsUp).some((step) => step === '..')) return refused('不是光盘里的路径');
  if (steps.slice(0, -1).includes('')) return refused('网址不完整');
  return address(path);
}

function unescaped(path: string): string | undefined {
  try {
    return decodeURIComponent(path.replace(/%(?![0-9a-f]{2})/gi, '%25'));
  } catch {
    return undefined;
  }
}

/** Word's names of bookmarks: a letter first, then letters, digits and _, at most 40. */
function bookmark(name: string): LinkTarget {
  return /^[\p{L}_][\p{L}\p{N}_.-]{0,39}$/u.test(name) ? { kind: 'bookmark', name } : refused('书签名不对');
}

function address(text: string): LinkTarget {
  return { kind: 'address', address: iri(text) };
}

/** What cannot stand in an address is escaped; other characters stay, as some programs read escaped names of files wrongly. */
function iri(text: string): string {
  return text.replace(/%(?![0-9a-f]{2})|[\s"<>\\^`{|}]/gi, (character) => encodeURIComponent(character));
}

function refused(reason: string): LinkTarget {
  return { kind: 'refused', reason };
}
