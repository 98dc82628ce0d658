import { parseNumeral } from '../source/numerals.ts';
import type { ContractText } from '../text/contract-text.ts';
import { ask, distinct, type Reading } from './reading.ts';

const personDays = /(\d{1,4}(?:\.\d)?|[一二两三四五六七八九十百]{1,4})(?:[（(]\d{1,4}[）)])?个?(?:人 ?[·.•・*×/-]? ?[日天]|人工日|工作人日)/g;

/** How many person-days of small changes are free (累计不高于20人·日). */
export function readChangeQuota(text: ContractText): Reading<{ readonly personDays: number }> {
  const found = text.sentences.flatMap((sentence) => {
    if (!/免费|不另|不再收|局部调整|需求|开发量|工作量|改造|变更|定制/.test(sentence.text)) return [];
    return [...sentence.text.matchAll(personDays)].flatMap((match) => {
      const value = parseNumeral(match[1] ?? '');
      return value === undefined ? [] : [{ value, sentence }];
    });
  });
  const values = distinct(found.map((entry) => entry.value));
  const first = values[0];
  const passages = found.map((entry) => entry.sentence);
  if (first === undefined) {
    return { value: { personDays: 0 }, questions: [ask('change-quota', 'changeQuota.personDays', '合同没有写免费的需求变更额度（人日），暂填 0，请确认。', [], ['0'])], sources: {} };
  }
  const questions = values.length > 1 ? [ask('change-quota', 'changeQuota.personDays', `免费需求额度写了 ${values.join('、')} 人日几种，请确认。`, passages, values.map(String))] : [];
  return { value: { personDays: first }, questions, sources: { 'changeQuota.personDays': passages[0]?.text ?? '' } };
}
