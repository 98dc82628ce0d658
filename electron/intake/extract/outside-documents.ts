import type { Question } from '../../../shared/contract/profile.ts';
import type { ContractText, Sentence } from '../text/contract-text.ts';
import { ask, distinct } from './reading.ts';

function annexHeadings(text: ContractText): string[] {
  return text.paragraphs.filter((paragraph) => paragraph.level === 0).map((paragraph) => paragraph.text);
}

function annexNumber(text: string): string | undefined {
  return /附件 ?([\d一二三四五六七八九十]{1,3})/.exec(text)?.[1];
}

/** Sentences that send the reader to an annex which is not in the text, or to 附件 without a number that none of the annexes matches. */
function missingAnnexes(text: ContractText): Sentence[] {
  const headings = annexHeadings(text);
  const numbers = new Set(headings.map(annexNumber));
  return text.sentences.filter((sentence) => {
    const reference = /(?:见|按照|依据|参见|详见)(?:合同|本合同)?附件 ?([\d一二三四五六七八九十]{1,3})?/.exec(sentence.text);
    if (!reference || sentence.paragraph.level === 0) return false;
    if (reference[1] !== undefined) return !numbers.has(reference[1]);
    const subject = /([\u4e00-\u9fff]{2,12}?)(?:的?详细描述|的?具体内容|清单|明细|描述)?(?:详)?见/.exec(sentence.text.slice(0, reference.index + 2))?.[1] ?? '';
    const isPriceList = /费|价|清单|工作量/.test(subject) && text.tables.some((table) => table.rows.some((row) => row.cells.some((cell) => /单价|金额/.test(cell))));
    const key = subject.slice(-2);
    return subject !== '' && !isPriceList && !headings.some((heading) => key !== '' && heading.includes(key));
  });
}

/** Rules the vendor must keep that the contract names but does not contain. */
function outsideRules(text: ContractText): Sentence[] {
  const rules = /(?:按照?|依据|根据|遵守|符合|满足)[^。；]{0,40}(?:办法|条例|制度|指标|标准|规范|规定|方案)(?:[》”]|的?要求|[，。、接执开]|$)/;
  const inText = annexHeadings(text).join('');
  return text.sentences.filter((sentence) => sentence.paragraph.annex === undefined && /乙方|服务/.test(sentence.text) && rules.test(sentence.text)
    && !/国家(?:和|及|与)?(?:有关|相关)?(?:北京市)?(?:的)?(?:法律|规定)|税务|仲裁|法律法规的规定/.test(sentence.text)
    && !inText.includes(/《([^《》]{4,40})》/.exec(sentence.text)?.[1] ?? '\0'));
}

/** A numbered point that stops in mid-sentence just before the signatures: the scan may lack a page. */
function cutOff(text: ContractText): Sentence[] {
  return text.sentences.filter((sentence) => {
    const { paragraph } = sentence;
    if (paragraph.level === undefined || paragraph.level < 3 || paragraph.body.length < 12 || /[。；：:！）)】”》…]$/.test(paragraph.text)) return false;
    const next = text.paragraphs[paragraph.index + 1];
    return sentence.text.endsWith(paragraph.text.slice(-8)) && next !== undefined && /^[甲乙] ?方(?:[（(][^）)]{1,8}[）)])?[：:]/.test(next.text);
  });
}

/** What a careful reader misses: annexes that are not there, rules kept elsewhere, text that stops, two names for one arbitrator. */
export function askAboutMissingText(text: ContractText): Question[] {
  const questions: Question[] = [];
  const annexes = missingAnnexes(text);
  if (annexes.length > 0) questions.push(ask('missing-annexes', 'sources', '合同引用的附件在这份文件里没有找到，其中可能有交付或考核要求，请找到后核对。', annexes));
  const parts = text.sentences.find((sentence) => /(?:组成部分|合同文件)[^。]{0,12}(?:包括|包含|有)/.test(sentence.text) && /招标|投标|方案|承诺/.test(sentence.text));
  const rules = outsideRules(text);
  if (parts || rules.length > 0) {
    questions.push(ask('outside-documents', 'deliverables', '合同还要求遵守下列文件或指标，这份合同里没有它们的内容。请确认其中有没有另外的交付、考核或时限要求。', [...(parts ? [parts] : []), ...rules.slice(0, 12)]));
  }
  const cut = cutOff(text);
  if (cut.length > 0) questions.push(ask('cut-off', 'title', '合同文字在这里没有写完就到了签章处，可能缺页，请对照原件补全后重新导入，或确认不影响履约。', cut));
  const arbitrators = text.sentences.flatMap((sentence) => [...sentence.text.matchAll(/([\u4e00-\u9fff]{2,8}仲裁委员会)/g)].map((match) => ({ name: (match[1] ?? '').replace(/^.*(?:由|向|按照?|依照|提交|至|交|到)/, ''), sentence })));
  const names = distinct(arbitrators.map((entry) => entry.name));
  if (names.length > 1) questions.push(ask('arbitration', 'sources', `仲裁机构的名称写法不一致：${names.join('、')}。名称不准确可能影响仲裁条款的效力，请告知法务。`, arbitrators.map((entry) => entry.sentence), names));
  return questions;
}
