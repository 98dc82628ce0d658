import type { ContractText } from '../text/contract-text.ts';
import { ask, distinct, type Reading } from './reading.ts';

const appeal = /(咨询|求助|投诉|举报|建议|表扬|报修|意见|感谢)$/;

/** The appeals named before 等诉求, read backwards from there. */
function typesBefore(text: string): string[] {
  const types: string[] = [];
  const parts = text.replace(/(?:等|各类|类|方面|的)+$/, '').split(/[、，,和及或与]/);
  for (const part of parts.toReversed()) {
    const type = appeal.exec(part)?.[1];
    if (type === undefined) break;
    types.unshift(type);
    // A longer part is the last of the list with the sentence before it: 针对用户提出的咨询
    if (part.length > type.length + 1) break;
  }
  return distinct(types);
}

/** Which appeals the complaints mechanism (接诉即办) covers; empty where the contract has no such mechanism. */
export function readComplaintTypes(text: ContractText): Reading<string[]> {
  const mechanism = text.sentences.filter((sentence) => /接诉即办|诉求|投诉/.test(sentence.text));
  for (const sentence of mechanism) {
    for (const end of sentence.text.matchAll(/诉求|问题|事项|情况|工单/g)) {
      const types = typesBefore(sentence.text.slice(Math.max(0, end.index - 80), end.index));
      if (types.length >= 2) return { value: types, questions: [], sources: { complaintTypes: sentence.text } };
    }
  }
  const first = mechanism.find((sentence) => /接诉即办|诉求/.test(sentence.text));
  if (!first) return { value: [], questions: [], sources: {} };
  return { value: [], questions: [ask('complaint-types', 'complaintTypes', '合同要求处理诉求，没有列出诉求类型，请确认。', [first], ['咨询', '求助', '投诉', '举报', '建议'])], sources: {} };
}
