import type { ContractText, Table } from '../text/contract-text.ts';
import { rowText } from '../text/contract-text.ts';
import { parseAmount } from '../text/find-money.ts';
import { tight } from '../../../shared/text/normalise.ts';

export type ItemColumn = 'no' | 'name' | 'unit' | 'quantity' | 'unitPrice' | 'amount';

/** One priced line, numbers as the table has them. `unit` of a sum is what its own cell says, not the heading. */
export type ItemRow = {
  readonly no: number | undefined;
  readonly name: string;
  readonly unit: string;
  readonly quantity: number | undefined;
  readonly unitPrice: AmountCell | undefined;
  readonly amount: AmountCell | undefined;
  readonly text: string;
};
export type AmountCell = { readonly value: number; readonly unit: '元' | '万元' | undefined };

/** A table of priced items; headings of the columns as written, sums of its total rows, rows that could not be read. */
export type ItemTable = {
  readonly headings: Readonly<Partial<Record<ItemColumn, string>>>;
  readonly heading: string;
  readonly rows: readonly ItemRow[];
  readonly totals: readonly { readonly amount: AmountCell; readonly text: string }[];
  readonly unread: readonly string[];
};

const roles: readonly (readonly [ItemColumn, RegExp])[] = [
  ['no', /^(?:序号|编号|项次|项号|No\.?|№)$/i],
  ['unitPrice', /单价|费率|人月价格|综合单价/],
  ['amount', /金额|小计|总价|合价|合计|总额|费用|价款/],
  ['quantity', /数量|工作量|人月数|人天数|人日数|工日|投入/],
  ['unit', /单位$|^单位/],
  ['name', /(?:项目|服务|内容|名称|科目|分项|工作|事项)/],
];

/** Which column is what: by its heading, whatever the order; each role once. */
function rolesOf(cells: readonly string[]): Map<ItemColumn, number> {
  const found = new Map<ItemColumn, number>();
  for (const [role, pattern] of roles) {
    const column = cells.findIndex((cell, index) => pattern.test(tight(cell).replace(/ /g, '')) && ![...found.values()].includes(index));
    if (column !== -1) found.set(role, column);
  }
  return found;
}

function isItemHeading(found: ReadonlyMap<ItemColumn, number>): boolean {
  return found.has('name') && found.has('amount') && (found.has('quantity') || found.has('unitPrice') || found.has('no'));
}

const totalLabel = /^(?:合计|总计|小计|总价|总金额|共计|总额)(?:[（(].*)?[：:]?/;

function cellAt(cells: readonly string[], column: number | undefined): string {
  return column === undefined ? '' : (cells[column] ?? '');
}

/** 工作量（人天）, 单价（元/人月） */
function unitInHeadings(headings: ItemTable['headings']): string {
  return /[（(]([^元（）()]{1,6})[）)]/.exec(headings.quantity ?? '')?.[1] ?? /元[/／]([^（）()]{1,6})[）)]/.exec(headings.unitPrice ?? '')?.[1] ?? '';
}

function readTable(table: Table, headingAt: number, columns: ReadonlyMap<ItemColumn, number>): ItemTable {
  const heading = table.rows[headingAt];
  const headings: Partial<Record<ItemColumn, string>> = {};
  for (const [role, column] of columns) headings[role] = tight(cellAt(heading?.cells ?? [], column));
  const rows: ItemRow[] = [];
  const totals: { amount: AmountCell; text: string }[] = [];
  const unread: string[] = [];
  for (const row of table.rows.slice(headingAt + 1)) {
    const text = rowText(row);
    const first = tight(row.cells.find((cell) => cell !== '') ?? '').replace(/ /g, '');
    const sums = row.cells.flatMap((cell) => parseAmount(cell) ?? []);
    if (totalLabel.test(first) || /^(?:合计|总计)/.test(tight(cellAt(row.cells, columns.get('name'))))) {
      const last = parseAmount(cellAt(row.cells, columns.get('amount'))) ?? sums.at(-1);
      if (last) totals.push({ amount: last, text });
      continue;
    }
    const name = cellAt(row.cells, columns.get('name'));
    const quantityCell = cellAt(row.cells, columns.get('quantity'));
    const quantity = /^(\d[\d,]{0,9}(?:\.\d{1,6})?)\s*([^\d]{0,6})$/.exec(tight(quantityCell));
    const amount = parseAmount(cellAt(row.cells, columns.get('amount')));
    // A second heading row and blank lines are no items; a line that has a name and sums but not where they belong is reported.
    if (name === '' && sums.length === 0) continue;
    if (name === '' || amount === undefined || /^[\d.,]+$/.test(name)) {
      if (sums.length > 0 || /^\d+$/.test(first)) unread.push(text);
      continue;
    }
    const no = /^\d{1,4}$/.exec(tight(cellAt(row.cells, columns.get('no'))))?.[0];
    rows.push({
      no: no === undefined ? undefined : Number(no), name: name.slice(0, 190), unit: (cellAt(row.cells, columns.get('unit')) || (quantity?.[2] ?? '').trim() || unitInHeadings(headings)).slice(0, 60),
      quantity: quantity?.[1] === undefined ? undefined : Number(quantity[1].replace(/,/g, '')), unitPrice: parseAmount(cellAt(row.cells, columns.get('unitPrice'))), amount, text,
    });
  }
  return { headings, heading: rowText(heading ?? { line: 0, cells: [] }), rows, totals, unread };
}

/** The priced items of 附件1, wherever in the contract the table stands: the table with most readable lines. */
export function findItemTable(text: ContractText): ItemTable | undefined {
  let best: ItemTable | undefined;
  for (const table of text.tables) {
    const headingAt = table.rows.slice(0, 4).findIndex((row) => isItemHeading(rolesOf(row.cells)));
    if (headingAt === -1) continue;
    const read = readTable(table, headingAt, rolesOf(table.rows[headingAt]?.cells ?? []));
    if (read.rows.length > (best?.rows.length ?? 0)) best = read;
  }
  return best;
}
