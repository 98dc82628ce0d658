import type { Question } from '../../../shared/contract/profile.ts';
import { rowText, type ContractText, type Paragraph, type Table } from '../text/contract-text.ts';
import { findMoney, findPercents, parseAmount, toFen, type Money } from '../text/find-money.ts';
import { comparable, tight } from '../../../shared/text/normalise.ts';
import { ask, distinct, type Reading } from './reading.ts';

type Candidate = { readonly yuan: number; readonly passage: string; readonly weight: number };

const totalWords = /合同(?:总)?(?:价款?|金额|总额|总价)|总(?:价款?|金额|费用|额|计)|(?:服务|维护|运维|技术服务)(?:总)?(?:费用|费|价款)(?:总额|总计|合计)?|项目(?:总)?金额|中标(?:金额|价)|价款为|合计/;

/** How wide 元 or 万元 in a heading makes the numbers below it. */
export function headingFactor(heading: string): number | undefined {
  if (/万元/.test(heading)) return 10_000;
  return /元/.test(heading) ? 1 : undefined;
}

export function formatYuan(yuan: number): string {
  const [whole = '0', cents = '00'] = yuan.toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}

function inParagraph(paragraph: Paragraph): Candidate[] {
  const label = totalWords.exec(paragraph.text);
  if (!label || /单价|违约|扣除|赔偿|罚/.test(paragraph.text.slice(0, label.index + 12))) return [];
  // After a share, sums are instalments: 合同总价的50%，即¥…
  const limit = findPercents(paragraph.text)[0]?.at ?? paragraph.text.length;
  const sums = findMoney(paragraph.text).filter((money) => money.at >= label.index && money.at < Math.min(limit, label.index + 80));
  // The first sum, and its counterpart in words or digits when that says something else.
  const first = sums[0];
  const stated = first ? [first, ...sums.filter((money) => money.form !== first.form).slice(0, 1)] : [];
  return distinct(stated.map((money) => money.yuan)).map((yuan) => ({ yuan, passage: paragraph.text, weight: /合同|总/.test(label[0]) ? 3 : 2 }));
}

/** Rows 总计 and 合计, whose unit may stand in the heading only. */
function inTable(table: Table): Candidate[] {
  const heading = table.rows[0];
  return table.rows.slice(1).flatMap((row): Candidate[] => {
    const label = row.cells.find((cell) => cell !== '') ?? '';
    if (!/^(?:总计|合计|总价|总金额|合同总价|合计金额|小计)(?:[（(].{0,10}[）)])?[：:]?$/.test(tight(label).replace(/ /g, ''))) return [];
    const amounts = row.cells.flatMap((cell, column) => {
      const parsed = parseAmount(cell);
      if (!parsed) return [];
      const factor = parsed.unit === '万元' ? 10_000 : parsed.unit === '元' || cell.includes('¥') ? 1 : headingFactor(heading?.cells[column] ?? '') ?? 1;
      return [toFen(parsed.value * factor)];
    });
    const last = amounts.at(-1);
    return last === undefined || last <= 0 ? [] : [{ yuan: last, passage: rowText(row), weight: 1 }];
  });
}

/** The nearest sum in words to a sum in digits: 人民币大写伍拾元整（¥50.00） or the other way round. */
function wordsFor(money: Money, all: readonly Money[]): Money | undefined {
  return all.find((other) => other.form === 'words' && ((other.end <= money.at && money.at - other.end <= 12) || (money.end <= other.at && other.at - money.end <= 16)));
}

/** 大写 against digits, wherever both stand together. */
function wordQuestions(passages: readonly { readonly text: string; readonly cells?: readonly string[] }[]): Question[] {
  const wrong = passages.flatMap(({ text, cells }) => {
    const all = findMoney(text);
    const pairs = all.filter((money) => money.form === 'digits').flatMap((money) => {
      const words = wordsFor(money, all);
      return words && words.yuan !== money.yuan ? [{ text, digits: money.yuan, words: words.yuan, wordsText: words.text }] : [];
    });
    // In a table the digits often carry no 元.
    const bare = (cells ?? []).flatMap((cell) => parseAmount(cell)?.value ?? []);
    const inWords = all.find((money) => money.form === 'words');
    const mismatch = inWords && bare.length > 0 && all.every((money) => money.form === 'words') && bare.every((value) => toFen(value) !== inWords.yuan && toFen(value * 10_000) !== inWords.yuan);
    return mismatch ? [...pairs, { text, digits: bare.at(-1) ?? 0, words: inWords.yuan, wordsText: inWords.text }] : pairs;
  });
  return wrong.slice(0, 12).map((entry, index) => ask(`amount-words-${index + 1}`, 'price', `大写金额“${entry.wordsText}”（${formatYuan(entry.words)} 元）与小写 ${formatYuan(entry.digits)} 元不一致，请核对合同原件。`, [entry.text], [formatYuan(entry.digits), formatYuan(entry.words)]));
}

/** The contract's price in yuan, agreed on by every place that states it, in digits and in words. */
export function readPrice(text: ContractText): Reading<number> {
  const candidates = [...text.paragraphs.flatMap(inParagraph), ...text.tables.flatMap(inTable)];
  const totals = distinct(candidates.map((candidate) => candidate.yuan));
  const score = (yuan: number): number => candidates.filter((candidate) => candidate.yuan === yuan).reduce((sum, candidate) => sum + candidate.weight, 0);
  const best = totals.toSorted((left, right) => score(right) - score(left))[0];
  const questions = wordQuestions([...text.paragraphs, ...text.tables.flatMap((table) => table.rows.map((row) => ({ text: rowText(row), cells: row.cells })))]);
  if (best === undefined) {
    const hints = text.paragraphs.filter((paragraph) => findMoney(paragraph.text).length > 0).slice(0, 3);
    return { value: 0, questions: [ask('price-total', 'price.total', '合同里没有找到合同总价，请填写（元）。', hints, distinct(hints.flatMap((paragraph) => findMoney(paragraph.text).map((money) => formatYuan(money.yuan))))), ...questions], sources: {} };
  }
  const strong = candidates.filter((candidate) => candidate.weight >= 2 || candidate.yuan === best);
  const conflicting = distinct(strong.map((candidate) => candidate.yuan));
  if (conflicting.length > 1) {
    questions.unshift(ask('price-total', 'price.total', `合同总价前后不一致：${conflicting.map((yuan) => `${formatYuan(yuan)} 元`).join('、')}，请确认。`, strong.map((candidate) => candidate.passage), conflicting.map(formatYuan)));
  }
  const source = candidates.find((candidate) => candidate.yuan === best && comparable(candidate.passage) !== '');
  return { value: best, questions, sources: source ? { 'price.total': source.passage } : {} };
}
