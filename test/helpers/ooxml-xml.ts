/** A second, independent reading of XML: what the engine writes is judged by this, not by the engine's own parser. */
export type XmlNode = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlNode | string)[];
};

const entities: ReadonlyMap<string, string> = new Map([['lt', '<'], ['gt', '>'], ['amp', '&'], ['quot', '"'], ['apos', "'"]]);

/** Reads a well-formed document; throws an Error that names the first fault. */
export function parseXml(xml: string): XmlNode {
  type Open = { name: string; attributes: Map<string, string>; children: (XmlNode | string)[] };
  const root: Open = { name: '#document', attributes: new Map(), children: [] };
  const stack: Open[] = [root];
  const token = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;
  let at = 0;
  while (at < xml.length) {
    token.lastIndex = at;
    const match = token.exec(xml);
    if (match === null) throw new Error(`malformed at ${at}: ${xml.slice(at, at + 60)}`);
    at = token.lastIndex;
    const top = stack.at(-1) ?? root;
    const [, closing, name, attributeText, selfClosing, text] = match;
    if (text !== undefined) {
      top.children.push(decode(text));
    } else if (closing === '/') {
      if (stack.length === 1 || top.name !== name) throw new Error(`</${name}> closes <${top.name}>`);
      stack.pop();
    } else if (name !== undefined) {
      const node: Open = { name, attributes: new Map(), children: [] };
      for (const attribute of (attributeText ?? '').matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
        const attributeName = attribute[1] ?? '';
        if (node.attributes.has(attributeName)) throw new Error(`<${name}> has ${attributeName} twice`);
        node.attributes.set(attributeName, decode(attribute[2] ?? attribute[3] ?? ''));
      }
      top.children.push(node);
      if (selfClosing !== '/') stack.push(node);
    }
  }
  if (stack.length !== 1) throw new Error(`<${stack.at(-1)?.name}> is not closed`);
  return root;
}

/** All descendants of that name, in document order. */
export function descendants(node: XmlNode, name: string): XmlNode[] {
  const found: XmlNode[] = [];
  for (const child of node.children) {
    if (typeof child === 'string') continue;
    if (child.name === name) found.push(child);
    found.push(...descendants(child, name));
  }
  return found;
}

/** The element children. */
export function elements(node: XmlNode): XmlNode[] {
  return node.children.filter((child) => typeof child !== 'string');
}

/** The text directly and indirectly inside. */
export function textOf(node: XmlNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

function decode(text: string): string {
  return text.replace(/&(#x[0-9a-fA-F]+|#[0-9]+|\w*);?/g, (whole, name: string) => {
    if (!whole.endsWith(';')) throw new Error(`bare & in ${JSON.stringify(text.slice(0, 60))}`);
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    const value = entities.get(name);
    if (value === undefined) throw new Error(`unknown entity ${whole}`);
    return value;
  });
}
