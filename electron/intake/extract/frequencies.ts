import type { Question } from '../../../shared/contract/profile.ts';
import { rowText, type ContractText } from '../text/contract-text.ts';
import { ask, distinct } from './reading.ts';

const often = /每(?:个)?(?:工作)?[日天周月年]|每季|每半年|每 ?\d|\d ?次|[一二两三四五六]次|日检|周检|月检/;

/** Work that the contract wants regularly without saying how often; the calendar of due records depends on the answer. */
export function askAboutFrequencies(text: ContractText): Question[] {
  const passages = [...text.sentences.map((sentence) => sentence.text), ...text.tables.flatMap((table) => table.rows.map(rowText))];
  const about = (words: RegExp): string[] => distinct(passages.filter((passage) => words.test(passage))).slice(0, 4);
  const questions: Question[] = [];
  const inspections = about(/巡检|例查|巡查/);
  if (inspections.length > 0 && !inspections.some((passage) => often.test(passage))) {
    questions.push(ask('inspection-frequency', 'checklist', '合同要求巡检（例查），没有写多久一次。软件按每个工作日一次核对，请与甲方确认。', inspections, ['每个工作日', '每周', '每月']));
  }
  const surveys = about(/满意度|走访|回访/);
  if (surveys.length > 0 && !surveys.some((passage) => often.test(passage))) {
    questions.push(ask('survey-frequency', 'surveyCriteria', '合同要求走访或满意度调查，没有写次数。软件按每个季度至少一次核对，请与甲方确认。', surveys, ['每季度', '每半年', '每年']));
  }
  return questions;
}
