import { AppError } from '../../../shared/app-error.ts';
import { mostElements } from '../tags/template-limits.ts';

/** An element of a part, by its offsets in the part's text: the engine cuts and copies source text and never re-writes what it need not. */
export type XmlElement = {
  readonly name: string;
  /** Offset of `<` of the start tag. */
  readonly from: number;
  /** Offset behind the start tag. */
  readonly contentFrom: number;
  /** Offset of `<` of the end tag; equal to `to` when the element is self-closing. */
  readonly contentTo: number;
  /** Offset behind the end tag. */
  readonly to: number;
  readonly selfClosing: boolean;
  readonly parent: XmlElement | undefined;
  readonly children: readonly XmlElement[];
  readonly depth: number;
};

type OpenElement = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { children: XmlElement[] };

/** Word itself stays below about 60; deeper nesting is an attack on whoever recurses. */
const deepest = 400;

/**
 * Reads the element structure of a part. The root `#part` spans the whole text.
 * Document type declarations (and with them entities) are refused: no office program writes them.
 * @throws AppError unreadable-file when the text is not well-formed
 */
export function parseXmlTree(xml: string, partName: string): XmlElement {
  const root: OpenElement = { name: '#part', from: 0, contentFrom: 0, contentTo: xml.length, to: xml.length, selfClosing: false, parent: undefined, children: [], depth: 0 };
  const stack: OpenElement[] = [];
  let open = root;
  let count = 0;
  let at = xml.indexOf('<');
  while (at >= 0) {
    const next = xml.charCodeAt(at + 1);
    if (next === exclamation || next === question) {
      at = xml.indexOf('<', skipDeclaration(xml, at, partName));
      continue;
    }
    const close = endOfTag(xml, at);
    if (close < 0) throw malformed(partName, at);
    if (next === slash) {
      const name = xml.slice(at + 2, close).trimEnd();
      const outer = stack.pop();
      if (outer === undefined || open.name !== name) throw malformed(partName, at);
      open.contentTo = at;
      open.to = close + 1;
      open = outer;
    } else {
      const name = elementName(xml, at + 1, close);
      if (name === '') throw malformed(partName, at);
      const selfClosing = xml.charCodeAt(close - 1) === slash;
      const element: OpenElement = { name, from: at, contentFrom: close + 1, contentTo: close + 1, to: close + 1, selfClosing, parent: open, children: [], depth: open.depth + 1 };
      if (element.depth > deepest) throw new AppError('unreadable-file', `“${partName}”嵌套过深，已拒绝打开。`, { part: partName });
      count += 1;
      if (count > mostElements) throw new AppError('unreadable-file', `“${partName}”的内容过多（超过 ${mostElements} 个元素），已拒绝打开。`, { part: partName });
      open.children.push(element);
      if (!selfClosing) {
        stack.push(open);
        open = element;
      }
    }
    at = xml.indexOf('<', close + 1);
  }
  if (open !== root) throw malformed(partName, open.from);
  return root;
}

/** The value of an attribute in a start tag, undecoded; undefined when it is absent. */
export function attributeOf(xml: string, element: XmlElement, name: string): string | undefined {
  return attributeSpan(xml, element, name)?.value;
}

/** Where an attribute stands: from the blank before its name to behind its closing quote. */
export type AttributeSpan = { readonly from: number; readonly valueFrom: number; readonly valueTo: number; readonly to: number; readonly value: string };

export function attributeSpan(xml: string, element: XmlElement, name: string): AttributeSpan | undefined {
  const tag = xml.slice(element.from, element.contentFrom);
  let found = tag.indexOf(name);
  while (found >= 0) {
    const before = tag.charCodeAt(found - 1);
    const match = /^\s*=\s*(["'])/.exec(tag.slice(found + name.length, found + name.length + 16));
    if ((before === 32 || before === 9 || before === 10 || before === 13) && match !== null) {
      const valueFrom = found + name.length + match[0].length;
      const valueTo = tag.indexOf(match[1] ?? '"', valueFrom);
      return { from: element.from + found - 1, valueFrom: element.from + valueFrom, valueTo: element.from + valueTo, to: element.from + valueTo + 1, value: tag.slice(valueFrom, valueTo) };
    }
    found = tag.indexOf(name, found + 1);
  }
  return undefined;
}

/** The nearest element of one of these names, the element itself included. */
export function closest(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  let at = element;
  while (at !== undefined && !names.includes(at.name)) at = at.parent;
  return at;
}

/** All descendants of that name, in document order. */
export function descendantsOf(element: XmlElement, name: string, found: XmlElement[] = []): readonly XmlElement[] {
  for (const child of element.children) {
    if (child.name === name) found.push(child);
    descendantsOf(child, name, found);
  }
  return found;
}

export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

const exclamation = 33;
const question = 63;
const slash = 47;
const doubleQuote = 34;
const singleQuote = 39;

function malformed(partName: string, at: number): AppError {
  return new AppError('unreadable-file', `文件里的“${partName}”不是完整的 XML，Word 也打不开这样的文件。`, { part: partName, offset: at });
}

function skipDeclaration(xml: string, at: number, partName: string): number {
  const [mark, end] = xml.startsWith('<!--', at) ? ['<!--', '-->'] : xml.startsWith('<![CDATA[', at) ? ['<![CDATA[', ']]>'] : ['<?', '?>'];
  if (!xml.startsWith(mark, at)) throw new AppError('unreadable-file', `“${partName}”带有文档类型声明（DOCTYPE），已拒绝打开。`, { part: partName });
  const close = xml.indexOf(end, at + mark.length);
  if (close < 0) throw malformed(partName, at);
  return close + end.length;
}

/** The `>` that ends the tag, or -1; `>` within quotes does not, and `<` never belongs in a tag. */
function endOfTag(xml: string, at: number): number {
  for (let index = at + 1; index < xml.length; index++) {
    const code = xml.charCodeAt(index);
    if (code === 62) return index;
    if (code === 60) return -1;
    if (code === doubleQuote || code === singleQuote) {
      const close = xml.indexOf(code === doubleQuote ? '"' : "'", index + 1);
      if (close < 0 || xml.slice(index, close).includes('<')) return -1;
      index = close;
    }
  }
  return -1;
}

function elementName(xml: string, from: number, close: number): string {
  let to = from;
  while (to < close) {
    const code = xml.charCodeAt(to);
    if (code <= 32 || code === slash) break;
    to++;
  }
  return xml.slice(from, to);
}
