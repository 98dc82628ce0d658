import { rowText, type ContractText, type Table } from '../text/contract-text.ts';
import { comparable, tight } from '../../../shared/text/normalise.ts';
import type { PartyBlock, Side } from './party-blocks.ts';

export type ContactField = 'address' | 'postcode' | 'phone' | 'fax' | 'email';

/** One statement about how to reach a party. `certain` is false where only the order on the page says whose it is. */
export type ContactDetail = { readonly side: Side; readonly field: ContactField; readonly value: string; readonly passage: string; readonly certain: boolean };

const fieldWords: readonly (readonly [ContactField, string])[] = [
  ['email', '电子邮件(?:地址)?|电子邮箱|电子信箱|邮箱(?:地址)?|E-?mail'],
  ['postcode', '邮政编码|邮编'],
  ['fax', '传真(?:号码?)?'],
  ['phone', '(?:联系|办公|固定)?电话(?:号码)?|联系方式|手机'],
  ['address', '(?:通讯|联系|注册|办公|单位)?地 ?址|住 ?所(?:地)?(?:[（(]通讯地址[）)])?'],
];
const detailLabel = new RegExp(`(?<=^|[^\\u4e00-\\u9fff]|[号室层楼院街路])(?:${fieldWords.map(([, words]) => `(${words})`).join('|')})(?:[（(][^（()）]{1,10}[）)])?(?:[：:]|$)`, 'gi');

function valueOf(field: ContactField, text: string): string | undefined {
  const value = text.replace(/[。；;]$/, '').trim();
  switch (field) {
    case 'email': return /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}/.exec(value)?.[0];
    case 'postcode': return /(?<!\d)\d{6}(?!\d)/.exec(value)?.[0];
    case 'fax':
    case 'phone': return /(?:\d[\d() ~、/-]{5,60}\d)/.exec(value)?.[0].trim();
    case 'address': return value.length >= 4 && value.length <= 120 && !/签字|盖章|签章/.test(value) ? value : undefined;
    default: return field satisfies never;
  }
}

function looksLikeAddress(text: string): boolean {
  return /[省市区县镇路街道巷号院楼村]/.test(text) && text.length >= 6 && text.length <= 80 && !/[：:。；]/.test(text) && !/公司$|中心$|委员会$|大学$/.test(text);
}

type Mention = { readonly field: ContactField; readonly value: string; readonly passage: string; readonly line: number; readonly labelIndex: number };

/** Labels and values of a block in order. A label whose value stands on a later line takes the next line that fits. */
function mentionsIn(block: PartyBlock): Mention[] {
  const mentions: Mention[] = [];
  let waiting: ContactField[] = [];
  let labelsSeen = 0;
  for (const paragraph of block.paragraphs) {
    labelsSeen = block.labels.filter((label) => label.paragraph.index <= paragraph.index).length;
    const found = [...paragraph.text.matchAll(detailLabel)];
    if (found.length === 0) {
      const field = waiting[0];
      if (field === 'address' && looksLikeAddress(paragraph.text)) {
        mentions.push({ field, value: paragraph.text, passage: paragraph.text, line: paragraph.line, labelIndex: labelsSeen });
        waiting = waiting.slice(1);
      }
      continue;
    }
    for (const [index, match] of found.entries()) {
      const at = fieldWords.findIndex((_, group) => match[group + 1] !== undefined);
      const field = fieldWords[at]?.[0];
      if (field === undefined) continue;
      const value = valueOf(field, paragraph.text.slice(match.index + match[0].length, found[index + 1]?.index ?? paragraph.text.length));
      if (value !== undefined) mentions.push({ field, value, passage: paragraph.text, line: paragraph.line, labelIndex: labelsSeen });
      else if (field === 'address') waiting.push(field);
    }
  }
  return mentions;
}

function opposite(side: Side): Side {
  return side === 'client' ? 'vendor' : 'client';
}

function sideFor(block: PartyBlock, mention: Mention, mentions: readonly Mention[], firstColumn: Side): { side: Side; certain: boolean } | undefined {
  const before = block.labels.slice(0, mention.labelIndex);
  const sides = new Set(before.map((label) => label.side));
  const last = before.at(-1);
  if (!last) return undefined;
  if (sides.size === 1) return { side: last.side, certain: true };
  const first = mentions[0];
  const firstSides = new Set(block.labels.slice(0, first?.labelIndex ?? 0).map((label) => label.side));
  // The first party's details came before the second party was named: one after the other.
  if (firstSides.size === 1) return { side: last.side, certain: true };
  const alike = mentions.filter((other) => other.field === mention.field);
  const place = alike.indexOf(mention);
  // Side by side on one line below names that stand side by side: the columns are plain.
  const sideBySide = alike.length === 2 && alike[0]?.line === alike[1]?.line && block.labels.some((label, index) => label.paragraph.line === block.labels[index + 1]?.paragraph.line);
  if (alike.length === 2) return { side: place === 0 ? firstColumn : opposite(firstColumn), certain: sideBySide };
  return undefined;
}

function tableColumns(cells: readonly string[]): Map<ContactField, number> {
  const columns = new Map<ContactField, number>();
  for (const [column, cell] of cells.entries()) {
    const label = tight(cell).replace(/ /g, '');
    const field = fieldWords.find(([, words]) => new RegExp(`^(?:${words.replace(/ \?/g, '')})`, 'i').test(label))?.[0];
    if (field !== undefined && !columns.has(field)) columns.set(field, column);
  }
  return columns;
}

/** A table of addresses: one row per party, found by its name or by 甲方/乙方. */
function fromTable(table: Table, sideOfName: (text: string) => Side | undefined): ContactDetail[] {
  const headingAt = table.rows.slice(0, 3).findIndex((row) => tableColumns(row.cells).size >= 2);
  if (headingAt === -1) return [];
  const columns = tableColumns(table.rows[headingAt]?.cells ?? []);
  return table.rows.slice(headingAt + 1).flatMap((row) => {
    const side = row.cells.map(sideOfName).find((found) => found !== undefined);
    if (side === undefined) return [];
    return [...columns].flatMap(([field, column]): ContactDetail[] => {
      const value = valueOf(field, row.cells[column] ?? '');
      return value === undefined ? [] : [{ side, field, value, passage: rowText(row), certain: true }];
    });
  });
}

/**
 * Every address, postcode, telephone, fax and e-mail the contract gives, with the party it belongs to.
 * Where two columns were flattened into one, the first value is taken for 甲方 and marked as uncertain, unless a known value says otherwise.
 */
export function readContactDetails(text: ContractText, blocks: readonly PartyBlock[], names: Readonly<Record<Side, string>>): ContactDetail[] {
  const sideOfName = (cell: string): Side | undefined => {
    const compared = comparable(cell);
    if (/^甲方|^采购人|^委托方/.test(compared) || (names.client !== '' && compared === comparable(names.client))) return 'client';
    return /^乙方|^供应商|^受托方/.test(compared) || (names.vendor !== '' && compared === comparable(names.vendor)) ? 'vendor' : undefined;
  };
  const known = text.tables.flatMap((table) => fromTable(table, sideOfName));
  return [...known, ...blocks.flatMap((block) => {
    const mentions = mentionsIn(block);
    // A known telephone number tells which column is whose, for every line of the block.
    const proof = mentions.flatMap((mention) => {
      const alike = mentions.filter((other) => other.field === mention.field);
      const detail = alike.length === 2 ? known.find((entry) => entry.field === mention.field && comparable(entry.value) === comparable(mention.value)) : undefined;
      return detail ? [alike.indexOf(mention) === 0 ? detail.side : opposite(detail.side)] : [];
    });
    const firstColumn = proof[0] ?? block.labels[0]?.side ?? 'client';
    return mentions.flatMap((mention): ContactDetail[] => {
      const sure = known.find((detail) => detail.field === mention.field && comparable(detail.value) === comparable(mention.value));
      if (sure) return [{ ...mention, side: sure.side, certain: true }];
      const placed = sideFor(block, mention, mentions, firstColumn);
      return placed ? [{ field: mention.field, value: mention.value, passage: mention.passage, side: placed.side, certain: placed.certain || proof.length > 0 }] : [];
    });
  })];
}
