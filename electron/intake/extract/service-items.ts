import { evidenceFor } from '../../../shared/contract/default-evidence.ts';
import type { Question, ServiceItem } from '../../../shared/contract/profile.ts';
import type { ContractText } from '../text/contract-text.ts';
import { toFen } from '../text/find-money.ts';
import { findItemTable, type AmountCell, type ItemRow, type ItemTable } from './item-table.ts';
import { formatYuan, headingFactor } from './price.ts';
import { ask, type Reading } from './reading.ts';

type Factors = { readonly price: number; readonly amount: number };

function yuan(cell: AmountCell, factor: number): number {
  return cell.value * (cell.unit === '万元' ? 10_000 : cell.unit === '元' ? 1 : factor);
}

/** Rounded prices and quantities may miss the amount by half a percent, never by more than that. */
function agrees(product: number, amount: number): boolean {
  return Math.abs(product - amount) <= Math.max(1, Math.abs(amount) * 0.005);
}

function agreeing(rows: readonly ItemRow[], factors: Factors): number {
  return rows.filter((row) => row.quantity !== undefined && row.unitPrice && row.amount && agrees(row.quantity * yuan(row.unitPrice, factors.price), yuan(row.amount, factors.amount))).length;
}

/** 元 or 万元 for both columns: as headed when that fits, else the reading under which quantity times price gives the amount. */
function chooseFactors(table: ItemTable, headed: Factors, total: number): Factors {
  const sum = (factor: number): number => table.rows.reduce((all, row) => all + (row.amount ? yuan(row.amount, factor) : 0), 0);
  const candidates: Factors[] = [headed, { price: 10_000, amount: headed.amount }, { price: headed.price, amount: 10_000 }, { price: 1, amount: 1 }, { price: 10_000, amount: 10_000 }, { price: 10_000, amount: 1 }];
  const score = (factors: Factors): number => agreeing(table.rows, factors) + (total > 0 && agrees(sum(factors.amount), total) ? table.rows.length : 0);
  return candidates.reduce((best, candidate) => (score(candidate) > score(best) ? candidate : best), headed);
}

/** `20 行的数量乘单价都与金额相符，合计 552,600.00 元与合同总价一致`, as far as it is true. */
function agreement(table: ItemTable, chosen: Factors, total: number): string {
  const sum = toFen(table.rows.reduce((all, row) => all + (row.amount ? yuan(row.amount, chosen.amount) : 0), 0));
  const matching = agreeing(table.rows, chosen);
  const rows = matching === table.rows.length ? `${matching} 行的数量乘单价都与金额相符` : `${table.rows.length} 行中 ${matching} 行的数量乘单价与金额相符`;
  return `按此核对，${rows}，合计 ${formatYuan(sum)} 元${total > 0 && Math.abs(sum - total) <= 1 ? '与合同总价一致' : ''}。`;
}

function askAboutUnits(table: ItemTable, headed: Factors, chosen: Factors, total: number): Question[] {
  const questions: Question[] = [];
  const example = table.rows.find((row) => row.quantity !== undefined && row.unitPrice && row.amount);
  if (!example?.unitPrice || !example.amount || example.quantity === undefined) return questions;
  const name = (factor: number): string => (factor === 1 ? '元' : '万元');
  const passages = [table.heading, example.text];
  if (chosen.price !== headed.price && example.unitPrice.unit === undefined) {
    questions.push(ask('unit-price-unit', 'serviceItems', `服务项表的单价栏写的是“${table.headings.unitPrice ?? '单价'}”，按数量乘单价核对金额，单价实际是${name(chosen.price)}（例：${example.quantity} × ${example.unitPrice.value} ${name(chosen.price)} = ${formatYuan(toFen(yuan(example.amount, chosen.amount)))} 元）。${agreement(table, chosen, total)}已按${name(chosen.price)}读入，请确认。`, passages, [`${name(chosen.price)}`, `${name(headed.price)}`]));
  }
  if (chosen.amount !== headed.amount && example.amount.unit === undefined) {
    questions.push(ask('amount-unit', 'serviceItems', `服务项表的金额栏写的是“${table.headings.amount ?? '金额'}”，按数量乘单价或合同总价核对，金额实际是${name(chosen.amount)}。已按${name(chosen.amount)}读入，请确认。`, passages, [name(chosen.amount), name(headed.amount)]));
  }
  return questions;
}

function askAboutRows(table: ItemTable, factors: Factors): Question[] {
  const questions: Question[] = [];
  const wrong = table.rows.filter((row) => row.quantity !== undefined && row.unitPrice && row.amount && !agrees(row.quantity * yuan(row.unitPrice, factors.price), yuan(row.amount, factors.amount)));
  if (wrong.length > 0) questions.push(ask('item-amounts', 'serviceItems', `服务项表有 ${wrong.length} 行的数量乘单价不等于金额：${wrong.slice(0, 6).map((row) => row.name).join('、')}${wrong.length > 6 ? '等' : ''}。已照合同金额读入，请核对。`, wrong.slice(0, 12).map((row) => row.text)));
  if (table.unread.length > 0) questions.push(ask('item-rows', 'serviceItems', `服务项表有 ${table.unread.length} 行没有读懂，没有列入，请补录。`, table.unread.slice(0, 20)));
  const numbers = table.rows.map((row) => row.no);
  const counted = numbers.some((no) => no !== undefined);
  if (counted && numbers.some((no, index) => no !== index + 1)) questions.push(ask('item-numbers', 'serviceItems', '服务项表的序号不连续、有重复或有缺号，已按行的顺序从 1 重新编号，请核对有没有漏行。', [table.heading, ...table.rows.filter((row, index) => row.no !== index + 1).slice(0, 6).map((row) => row.text)]));
  const missing = table.rows.filter((row) => row.quantity === undefined);
  if (missing.length > 0) questions.push(ask('item-quantities', 'serviceItems', `服务项表有 ${missing.length} 行没有数量，按 1 项计，请核对。`, missing.slice(0, 8).map((row) => row.text)));
  return questions;
}

/** Lines, the table's own total and the contract's price must be one sum. */
function askAboutTotal(table: ItemTable, factors: Factors, total: number): Question[] {
  const sum = toFen(table.rows.reduce((all, row) => all + (row.amount ? yuan(row.amount, factors.amount) : 0), 0));
  const stated = table.totals.map((entry) => ({ yuan: toFen(yuan(entry.amount, entry.text.includes('¥') ? 1 : factors.amount)), text: entry.text }));
  const passages = stated.map((entry) => entry.text);
  const different = stated.find((entry) => Math.abs(entry.yuan - sum) > 1);
  const questions: Question[] = [];
  if (different) questions.push(ask('items-total', 'serviceItems', `服务项各行金额相加是 ${formatYuan(sum)} 元，表里的合计写的是 ${formatYuan(different.yuan)} 元，请核对有没有漏行或错数。`, passages, [formatYuan(sum), formatYuan(different.yuan)]));
  if (total > 0 && Math.abs(sum - total) > 1) questions.push(ask('items-price', 'price.total', `服务项金额合计 ${formatYuan(sum)} 元，与合同总价 ${formatYuan(total)} 元不一致，请核对。`, passages.length > 0 ? passages : [table.heading], [formatYuan(total), formatYuan(sum)]));
  return questions;
}

function asItem(row: ItemRow, index: number, factors: Factors): ServiceItem {
  const amount = row.amount ? Math.max(0, toFen(yuan(row.amount, factors.amount))) : 0;
  const quantity = row.quantity ?? 1;
  const unitPrice = row.unitPrice ? yuan(row.unitPrice, factors.price) : quantity === 0 ? 0 : amount / quantity;
  return { no: index + 1, name: row.name, unit: row.unit === '' ? '项' : row.unit, quantity, unitPrice: Math.max(0, toFen(unitPrice)), amount, evidence: evidenceFor(row.name) };
}

/**
 * The priced service items in yuan.
 * @param total the contract's price, which the items must add up to; 0 when unknown
 */
export function readServiceItems(text: ContractText, total: number): Reading<ServiceItem[]> {
  const table = findItemTable(text);
  if (!table || table.rows.length === 0) {
    return {
      value: [{ no: 1, name: '运维服务（待确认）', unit: '年', quantity: 1, unitPrice: total, amount: total, evidence: ['worklog'] }],
      questions: [ask('service-items', 'serviceItems', '合同里没有找到服务项的工作量和价格表（附件），暂按一项“运维服务”，请补录各服务项。', table?.unread ?? [])],
      sources: {},
    };
  }
  const headed: Factors = { price: headingFactor(table.headings.unitPrice ?? '') ?? 1, amount: headingFactor(table.headings.amount ?? '') ?? 1 };
  const factors = chooseFactors(table, headed, total);
  return {
    value: table.rows.slice(0, 500).map((row, index) => asItem(row, index, factors)),
    questions: [...askAboutUnits(table, headed, factors, total), ...askAboutRows(table, factors), ...askAboutTotal(table, factors, total)],
    sources: { serviceItems: table.heading },
  };
}
