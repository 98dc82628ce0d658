import { chineseNumeral } from './numerals.ts';
import { attribute, xmlTokens } from './xml-tokens.ts';

/** Characters of a level's text; `第%1章` has a handful, and every paragraph of the list repeats it. */
const longestLabel = 100;

/** `legal` (isLgl) shows the numbers of all levels in Arabic: 3.1 under 第三条. */
type Level = { format: string; text: string; start: number; style: string | undefined; legal: boolean };
type NumberedList = { abstractId: string; starts: Map<number, number> };
/** What a paragraph says about its own number, directly or through its style. */
export type ParagraphNumbering = { readonly numId?: string | undefined; readonly level?: number | undefined; readonly style?: string | undefined };
type StyleNumbering = { numId: string | undefined; level: number | undefined; basedOn: string | undefined };

export type NumberingDefinitions = {
  readonly levels: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  readonly lists: ReadonlyMap<string, NumberedList>;
  readonly styles: ReadonlyMap<string, StyleNumbering>;
};

/** Reads word/numbering.xml and the numbering of styles from word/styles.xml; either may be absent. */
export function readNumbering(numberingXml: string | undefined, stylesXml: string | undefined): NumberingDefinitions {
  const levels = new Map<string, Map<number, Level>>();
  const lists = new Map<string, NumberedList>();
  let abstract: Map<number, Level> | undefined;
  let level: Level | undefined;
  let list: NumberedList | undefined;
  let override = 0;
  for (const token of xmlTokens(numberingXml ?? '')) {
    if (token.type !== 'open') continue;
    const value = attribute(token.attributes, 'val');
    if (token.name === 'abstractNum') {
      abstract = new Map();
      list = undefined;
      levels.set(attribute(token.attributes, 'abstractNumId') ?? '', abstract);
    } else if (token.name === 'num') {
      list = { abstractId: '', starts: new Map() };
      abstract = undefined;
      lists.set(attribute(token.attributes, 'numId') ?? '', list);
    } else if (token.name === 'lvl' && abstract) {
      level = { format: 'decimal', text: '', start: 1, style: undefined, legal: false };
      abstract.set(Number(attribute(token.attributes, 'ilvl')), level);
    } else if (token.name === 'abstractNumId' && list) list.abstractId = value ?? '';
    else if (token.name === 'lvlOverride') override = Number(attribute(token.attributes, 'ilvl'));
    else if (token.name === 'startOverride' && list) list.starts.set(override, startOf(value));
    else if (abstract && level && token.name === 'isLgl') level.legal = value !== '0' && value !== 'false';
    else if (abstract && level && value !== undefined) {
      if (token.name === 'numFmt') level.format = value;
      else if (token.name === 'lvlText') level.text = value.slice(0, longestLabel);
      else if (token.name === 'start') level.start = startOf(value);
      else if (token.name === 'pStyle') level.style = value;
    }
  }
  return { levels, lists, styles: readStyles(stylesXml) };
}

/** Numbering begins at 0 or above and Word ends it at 32767; whatever else a file says is 1. */
function startOf(value: string | undefined): number {
  const start = Number(value);
  return Number.isInteger(start) && start >= 0 && start <= 32_767 ? start : 1;
}

function readStyles(stylesXml: string | undefined): Map<string, StyleNumbering> {
  const styles = new Map<string, StyleNumbering>();
  let style: StyleNumbering | undefined;
  for (const token of xmlTokens(stylesXml ?? '')) {
    if (token.type !== 'open') continue;
    if (token.name === 'style') {
      style = { numId: undefined, level: undefined, basedOn: undefined };
      styles.set(attribute(token.attributes, 'styleId') ?? '', style);
    } else if (style) {
      const value = attribute(token.attributes, 'val');
      if (token.name === 'numId') style.numId = value;
      else if (token.name === 'ilvl') style.level = Number(value);
      else if (token.name === 'basedOn') style.basedOn = value;
    }
  }
  return styles;
}

/** Which list and level a paragraph is in; a style passes on what the style it is based on says. */
function placeOf(definitions: NumberingDefinitions, paragraph: ParagraphNumbering): { numId: string; level: number } | undefined {
  if (paragraph.numId !== undefined) return { numId: paragraph.numId, level: paragraph.level ?? 0 };
  let name = paragraph.style;
  for (let depth = 0; depth < 10 && name !== undefined; depth++) {
    const style = definitions.styles.get(name);
    if (style?.numId !== undefined) {
      const abstract = definitions.levels.get(definitions.lists.get(style.numId)?.abstractId ?? '');
      const linked = [...(abstract ?? [])].find(([, level]) => level.style === name)?.[0];
      return { numId: style.numId, level: style.level ?? linked ?? 0 };
    }
    name = style?.basedOn;
  }
  return undefined;
}

/** Counts paragraphs as Word does and gives each the number that Word would show; numbers are nowhere in the text itself. */
export function numberWriter(definitions: NumberingDefinitions): (paragraph: ParagraphNumbering) => string {
  const counters = new Map<string, Map<number, number>>();
  const started = new Set<string>();
  return (paragraph) => {
    const place = placeOf(definitions, paragraph);
    const list = place && definitions.lists.get(place.numId);
    const levels = list && definitions.levels.get(list.abstractId);
    const level = place && levels?.get(place.level);
    if (!place || !list || !levels || !level) return '';
    const counts = counters.get(list.abstractId) ?? new Map<number, number>();
    counters.set(list.abstractId, counts);
    if (!started.has(place.numId)) {
      started.add(place.numId);
      for (const [at, start] of list.starts) counts.set(at, start - 1);
    }
    counts.set(place.level, (counts.get(place.level) ?? level.start - 1) + 1);
    for (const deeper of counts.keys()) if (deeper > place.level) counts.delete(deeper);
    if (level.format === 'bullet' || level.format === 'none') return '';
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const shown = levels.get(at);
      return writeNumber(counts.get(at) ?? shown?.start ?? 1, level.legal ? 'decimal' : (shown?.format ?? 'decimal'));
    });
  };
}

function writeNumber(value: number, format: string): string {
  if (/^(?:chinese|ideograph|japanese|taiwanese)/.test(format)) return chineseNumeral(value);
  if (format === 'upperLetter') return String.fromCodePoint(65 + ((value - 1) % 26));
  if (format === 'lowerLetter') return String.fromCodePoint(97 + ((value - 1) % 26));
  return String(value);
}
