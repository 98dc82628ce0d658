import type { ContractProfile, Question } from '../../../shared/contract/profile.ts';
import { parseNumeral } from '../source/numerals.ts';
import { paragraphsAbout, type ContractText, type Paragraph } from '../text/contract-text.ts';
import { ask, distinct, type Reading } from './reading.ts';

const openEnd = /包括但不(?:仅)?(?:局)?限于|但不(?:仅)?局?限于|不限于以下/;
const formWords = /纸介质|纸质(?:版|件|文档|文件)?|电子版光盘|电子光盘|光盘|电子(?:版|文档|文件|档)|U ?盘|移动硬盘/g;
const formWord = new RegExp(formWords.source);
const copies = /(?:份数|各|共|一式|提供|提交|交付|纸质(?:版|件|文档|文件)?|光盘|电子版|U ?盘)[：:为]?(\d{1,2}|[一二两三四五六七八九十壹贰叁肆伍陆]{1,2})(?:[（(]\d{1,2}[）)])?[份套]|^(\d{1,2}|[一二两三四五六七八九十])[份套]。?$/g;

function aboutDelivery(text: ContractText): Paragraph[] {
  return paragraphsAbout(text, /交付|成果|提交.{0,6}(?:文档|资料)|验收(?:资料|材料|文档)/).filter((paragraph) => paragraph.annex === undefined && !/本?合同一式|协议一式/.test(paragraph.text));
}

/** In what form (paper, disc) and how many copies the documents are handed over. */
export function readDelivery(text: ContractText): Reading<ContractProfile['delivery']> {
  const paragraphs = aboutDelivery(text);
  const withForms = paragraphs.filter((paragraph) => /形式|介质|载体|光盘|纸质|份数|版/.test(paragraph.text));
  const forms = distinct(withForms.flatMap((paragraph) => [...paragraph.text.matchAll(formWords)].map((match) => match[0])));
  const counted = paragraphs.flatMap((paragraph) => [...paragraph.body.matchAll(copies)].map((match) => ({ paragraph, count: parseNumeral(match[1] ?? match[2] ?? '') ?? 0 }))).filter((entry) => entry.count > 0 && entry.count < 100);
  const counts = distinct(counted.map((entry) => entry.count));
  const questions: Question[] = [];
  const passages = [...withForms.filter((paragraph) => formWord.test(paragraph.text)), ...counted.map((entry) => entry.paragraph)];
  if (forms.length === 0) questions.push(ask('delivery-forms', 'delivery.forms', '合同没有写交付用纸质还是电子形式，请确认。', [], ['纸质', '光盘', '纸质和光盘']));
  if (counts.length === 0) questions.push(ask('delivery-copies', 'delivery.copies', '合同没有写交付份数，暂按 1 份，请确认。', [], ['1', '2', '3']));
  else if (counts.length > 1) questions.push(ask('delivery-copies', 'delivery.copies', `合同里的交付份数有 ${counts.join('、')} 几种，请确认。`, passages, counts.map(String)));
  else if (forms.length > 1 && !passages.some((paragraph) => /各/.test(paragraph.text))) {
    questions.push(ask('delivery-copies', 'delivery.copies', `合同写交付 ${counts[0] ?? 1} 份，没有写明是${forms.join('、')}各 ${counts[0] ?? 1} 份，还是合计。暂按各 ${counts[0] ?? 1} 份准备，请确认。`, passages, [String(counts[0] ?? 1)]));
  }
  const open = paragraphs.find((paragraph) => openEnd.test(paragraph.text));
  if (open) questions.push(ask('deliverables-open', 'deliverables', '交付文档写的是“包括但不限于”：除列出的几种外，软件另备了故障、投诉、培训、走访记录和各类台账。请与甲方确认还要哪些，不要的可在合同设置里停用。', paragraphs.filter((paragraph) => openEnd.test(paragraph.text)), ['按软件所列准备', '只交合同列出的']));
  const sources: Record<string, string> = {};
  if (passages[0] && forms.length > 0) sources['delivery.forms'] = passages[0].text;
  if (counted[0]) sources['delivery.copies'] = counted[0].paragraph.text;
  return { value: { forms, copies: counts[0] ?? 1, openEnded: open !== undefined }, questions, sources };
}
