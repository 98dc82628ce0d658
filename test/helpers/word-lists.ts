import { memberText, readZip } from '../../electron/files/zip-reader.ts';
import { descendants, elements, parseXml, textOf, type XmlNode } from './ooxml-xml.ts';

type Level = { readonly start: number; readonly style: string | undefined };

/**
 * The paragraphs of the main part with the numbers that Word gives them, `1.2 text`; those without number as they are. Lists of one
 * abstract list share their counters; a list with start overrides sets them at its first item.
 */
export function numberedTexts(bytes: Uint8Array): readonly string[] {
  const archive = readZip(bytes);
  const part = (name: string): XmlNode => parseXml(memberText(archive, name) ?? '<none/>');
  const numbering = part('word/numbering1.xml');
  const value = (node: XmlNode | undefined, name: string): string | undefined => (node === undefined ? undefined : child(node, name)?.attributes.get('w:val'));
  const abstracts = new Map(descendants(numbering, 'w:abstractNum').map((abstract) => [
    abstract.attributes.get('w:abstractNumId') ?? '',
    elements(abstract).filter((level) => level.name === 'w:lvl').map((level): Level => ({ start: Number(value(level, 'w:start') ?? 0), style: value(level, 'w:pStyle') })),
  ]));
  const lists = new Map(descendants(numbering, 'w:num').map((list) => [list.attributes.get('w:numId') ?? '', {
    abstract: value(list, 'w:abstractNumId') ?? '',
    overrides: elements(list).filter((override) => override.name === 'w:lvlOverride').map((override) => ({ level: Number(override.attributes.get('w:ilvl')), start: value(override, 'w:startOverride') })),
  }]));
  const styles = new Map(descendants(part('word/styles1.xml'), 'w:style').map((style) => [style.attributes.get('w:styleId') ?? '', child(child(style, 'w:pPr') ?? style, 'w:numPr')]));
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return descendants(part('word/document.xml'), 'w:p').map((paragraph) => {
    const properties = child(paragraph, 'w:pPr');
    const style = value(properties, 'w:pStyle') ?? '';
    const own = properties === undefined ? undefined : child(properties, 'w:numPr');
    const id = value(own, 'w:numId') ?? value(styles.get(style), 'w:numId') ?? '0';
    const list = lists.get(id);
    const text = descendants(paragraph, 'w:t').map(textOf).join('');
    if (list === undefined) return text;
    const levels = abstracts.get(list.abstract) ?? [];
    const level = Number(value(own, 'w:ilvl') ?? Math.max(0, levels.findIndex((candidate) => candidate.style === style)));
    const counter = counters.get(list.abstract) ?? [];
    counters.set(list.abstract, counter);
    if (!begun.has(id)) for (const override of list.overrides) if (override.start !== undefined) counter[override.level] = Number(override.start) - 1;
    begun.add(id);
    counter[level] = (counter[level] ?? (levels[level]?.start ?? 0) - 1) + 1;
    for (const [deeper, { start }] of levels.entries()) if (deeper > level) counter[deeper] = start - 1;
    // Levels above that no item has used yet show where they will begin.
    const shown = levels.slice(0, level + 1).map(({ start }, index) => Math.max(start, counter[index] ?? start));
    return `${shown.join('.')} ${text}`;
  });
}

function child(node: XmlNode, name: string): XmlNode | undefined {
  return elements(node).find((element) => element.name === name);
}
