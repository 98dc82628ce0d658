import { formatChineseDate, type LocalDate } from '../../../shared/dates.ts';
import type { ContractProfile, Question } from '../../../shared/contract/profile.ts';
import { contextOf, type ContractText, type Paragraph } from '../text/contract-text.ts';
import { findMoney, findPercents, toFen, type Money, type Percent } from '../text/find-money.ts';
import { formatYuan } from './price.ts';
import { ask, type Reading } from './reading.ts';

type Installment = ContractProfile['price']['installments'][number];
type Found = Installment & { readonly paragraph: Paragraph; readonly statedPercent: boolean; readonly statedAmount: boolean };

const paying = /支付|付款|付清|结清|拨付|预付|付给|尾款|首付|汇入/;
const penal = /违约金|扣除|扣减|扣罚|加罚|罚款|赔偿|滞纳/;

function labelOf(condition: string, index: number): string {
  const named = /(首付款|预付款|首期款|进度款|中期款|尾款|余款|质保金|第[一二三四五六]期款?|第[一二三四五六]笔款?|第[一二三四五六]次付款)/.exec(condition)?.[1];
  return named ?? `第${['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'][index] ?? String(index + 1)}笔`;
}

/** The part of a paragraph that belongs to one share: from the end of the previous clause to the next share's clause. */
function clauseAround(text: string, shares: readonly Percent[], index: number): { readonly from: number; readonly to: number } {
  const boundary = (at: number): number => Math.max(...['。', '；', ';'].map((mark) => text.lastIndexOf(mark, at - 1) + 1), 0);
  const share = shares[index];
  const previous = shares[index - 1];
  const next = shares[index + 1];
  const from = share === undefined || previous === undefined ? 0 : Math.max(boundary(share.at), text.indexOf('，', previous.end) + 1 || previous.end);
  if (share === undefined || next === undefined) return { from, to: text.length };
  const nextStart = Math.max(boundary(next.at), share.end);
  return { from, to: nextStart > share.end ? nextStart : text.indexOf('，', share.end) + 1 || next.at };
}

function byShare(paragraph: Paragraph, total: number): Found[] {
  const text = paragraph.body;
  const shares = findPercents(text);
  return shares.flatMap((share, index): Found[] => {
    const { from, to } = clauseAround(text, shares, index);
    const clause = text.slice(from, Math.max(to, share.end)).trim();
    if (!paying.test(clause) && !paying.test(text.slice(0, share.at))) return [];
    const limit = shares[index + 1]?.at ?? text.length;
    const money: Money | undefined = findMoney(text).find((entry) => entry.form === 'digits' && entry.at >= share.end && entry.at < limit)
      ?? findMoney(text).find((entry) => entry.at >= share.end && entry.at < limit);
    return [{
      label: '', percent: share.percent, amount: money?.yuan ?? toFen((total * share.percent) / 100), condition: (shares.length === 1 ? paragraph.body : clause).slice(0, 1900),
      paragraph, statedPercent: true, statedAmount: money !== undefined,
    }];
  });
}

/** Instalments given as sums only: 首付款人民币贰拾万元. */
function bySum(paragraph: Paragraph, total: number): Found[] {
  const money = findMoney(paragraph.text);
  const sum = money.find((entry) => entry.form === 'digits') ?? money[0];
  if (!sum || sum.yuan >= total || total <= 0) return [];
  return [{ label: '', percent: Math.round((sum.yuan / total) * 10_000) / 100, amount: sum.yuan, condition: paragraph.body.slice(0, 1900), paragraph, statedPercent: false, statedAmount: true }];
}

function checkSums(found: readonly Found[], total: number): Question[] {
  const questions: Question[] = [];
  const passages = found.map((entry) => entry.paragraph);
  for (const [index, entry] of found.entries()) {
    const computed = toFen((total * entry.percent) / 100);
    if (entry.statedPercent && entry.statedAmount && total > 0 && Math.abs(computed - entry.amount) > 1) {
      questions.push(ask(`installment-${index + 1}-amount`, `price.installments.${index}.amount`, `${entry.label}写的是 ${entry.percent}%，按总价应为 ${formatYuan(computed)} 元，合同写的金额是 ${formatYuan(entry.amount)} 元，请确认。`, [entry.paragraph], [formatYuan(entry.amount), formatYuan(computed)]));
    }
  }
  const percent = Math.round(found.reduce((sum, entry) => sum + entry.percent, 0) * 100) / 100;
  const amount = toFen(found.reduce((sum, entry) => sum + entry.amount, 0));
  if (total > 0 && (Math.abs(percent - 100) > 0.05 || Math.abs(amount - total) > 1)) {
    questions.push(ask('installments-sum', 'price.installments', `各期付款合计 ${percent}%、${formatYuan(amount)} 元，与合同总价 ${formatYuan(total)} 元不一致，请核对。`, passages));
  }
  return questions;
}

/** Conditions that cannot be put on a calendar: money that waits for a budget, days counted from a day nobody wrote down. */
function askAboutConditions(text: ContractText, found: readonly Found[], serviceFrom: LocalDate, signedOn: LocalDate | undefined): Question[] {
  const questions: Question[] = [];
  for (const [index, entry] of found.entries()) {
    if (/财政(?:性)?资金|资金到位|拨款到位|预算到位/.test(entry.condition)) {
      questions.push(ask(`installment-${index + 1}-date`, 'price.installments', `${entry.label}要等财政资金到位后支付，合同没有写明付款期限。请与甲方确认预计付款时间。`, [entry.paragraph]));
    }
  }
  const effective = text.sentences.find((sentence) => /(?:盖章|签字|签章|公章).{0,12}生效/.test(sentence.text) && sentence.paragraph.annex === undefined);
  const validity = text.sentences.find((sentence) => /有效期/.test(sentence.text) && sentence.text.length < 300 && sentence.paragraph.annex === undefined);
  const counted = found.find((entry) => /生效/.test(entry.condition));
  if (counted && effective && validity && signedOn !== undefined && signedOn !== serviceFrom) {
    questions.push(ask('effective-date', 'price.installments', `付款期限从合同生效之日起算：合同写盖章后生效（签章日${formatChineseDate(signedOn)}），有效期却从${formatChineseDate(serviceFrom)}开始。请确认生效日。`, [counted.paragraph, effective, validity], [signedOn, serviceFrom]));
  }
  return questions;
}

/** Instalments with share, sum and condition. Sums are checked against shares and against the total. */
export function readInstallments(text: ContractText, total: number, service: { readonly from: LocalDate }, signedOn: LocalDate | undefined): Reading<Installment[]> {
  const chapter = text.paragraphs.filter((paragraph) => paragraph.annex === undefined && !penal.test(paragraph.text) && !/违约|考核|保密/.test(paragraph.path.join('/')) && (/支付|付款|价款|费用/.test(contextOf(paragraph)) || paying.test(paragraph.text)));
  const shares = chapter.flatMap((paragraph) => byShare(paragraph, total));
  const found = (shares.length > 0 ? shares : chapter.filter((paragraph) => paying.test(paragraph.text)).flatMap((paragraph) => bySum(paragraph, total)))
    .slice(0, 24).map((entry, index) => ({ ...entry, label: labelOf(entry.condition, index) }));
  if (found.length === 0) {
    const whole = chapter.filter((paragraph) => paying.test(paragraph.text) && /一次性|全部|全额/.test(paragraph.text))[0];
    const value = whole ? [{ label: '全款', percent: 100, amount: total, condition: whole.body.slice(0, 1900) }] : [];
    const questions = whole ? [] : [ask('installments', 'price.installments', '合同里没有找到付款比例或分期金额，请填写各期付款。', chapter.slice(0, 3))];
    return { value, questions, sources: whole ? { 'price.installments.0': whole.text } : {} };
  }
  return {
    value: found.map(({ label, percent, amount, condition }) => ({ label, percent: Math.min(100, percent), amount, condition })),
    questions: [...checkSums(found, total), ...askAboutConditions(text, found, service.from, signedOn)],
    sources: Object.fromEntries(found.map((entry, index) => [`price.installments.${index}`, entry.paragraph.text])),
  };
}
