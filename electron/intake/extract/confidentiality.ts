import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { contextOf, type ContractText, type Paragraph } from '../text/contract-text.ts';
import { findDurations } from '../text/find-dates.ts';
import { comparable } from '../../../shared/text/normalise.ts';
import { ask, distinct, type Reading } from './reading.ts';

type Confidentiality = ContractProfile['confidentiality'];

const returning = /交回|返还|归还|退还|销毁|清除|自行处理|丢弃/;
const duty = /保密|泄[露漏]|不得|不能|严禁|透露|访问控制|严格|加密|仅(?:限|将|用)|告知|带离|复制/;

function aboutSecrecy(text: ContractText): Paragraph[] {
  return text.paragraphs.filter((paragraph) => /保密/.test(contextOf(paragraph)) && !/^(?:甲|乙)\s?方[（(：:]/.test(paragraph.text));
}

function termOf(paragraphs: readonly Paragraph[]): { term: string; paragraph: Paragraph } | undefined {
  for (const paragraph of paragraphs) {
    if (!/期限|期间|期为|保密期|年内|终止后|永久|长期/.test(paragraph.text)) continue;
    if (/永久|无限期|长期有效/.test(paragraph.text)) return { term: '永久', paragraph };
    const length = findDurations(paragraph.text).find((entry) => entry.unit === '年' || entry.unit === '月');
    if (length && /保密/.test(contextOf(paragraph) + paragraph.text)) {
      const from = /(?:合同|协议|服务|项目)[^，。]{0,8}(?:终止|解除|结束|到期|期满)[^，。]{0,3}后/.exec(paragraph.text)?.[0] ?? '';
      return { term: `${from}${length.count}${length.unit === '年' ? '年' : '个月'}`, paragraph };
    }
  }
  const unending = paragraphs.find((paragraph) => /不因.{0,12}(?:终止|解除|到期|届满).{0,6}(?:免除|解除|失效)/.test(paragraph.text));
  return unending ? { term: '合同终止后继续有效', paragraph: unending } : undefined;
}

/** An annex often repeats a clause of the main part with other commas. */
function withoutRepeats(texts: readonly string[]): string[] {
  return texts.filter((text, index) => texts.findIndex((other) => comparable(other) === comparable(text)) === index);
}

/** How long secrecy lasts, what it forbids, and what becomes of the material in the end. */
export function readConfidentiality(text: ContractText): Reading<Confidentiality> {
  const paragraphs = aboutSecrecy(text);
  const points = paragraphs.filter((paragraph) => !paragraph.heading && paragraph.level !== undefined && paragraph.text.length >= 10);
  const returns = points.filter((paragraph) => returning.test(paragraph.text) || /交回|返还/.test(paragraph.path.at(-1) ?? ''));
  const term = termOf(paragraphs);
  const duties = points.filter((paragraph) => !returns.includes(paragraph) && (paragraph !== term?.paragraph || /不得|应当?/.test(paragraph.text)) && duty.test(paragraph.text) && !/违约责任|争议|其他|其它/.test(paragraph.path.at(-1) ?? '') && !/赔偿|追究|追偿|甲方(?:应予以保密|不得)|[：:]$/.test(paragraph.text) && !/范围|定义|含义/.test(paragraph.path.at(-1) ?? ''));
  const elsewhere = text.sentences.filter((sentence) => /保密|泄露/.test(sentence.text));
  const body = (paragraph: Paragraph): string => paragraph.body.slice(0, 900);
  const value: Confidentiality = {
    term: term?.term ?? '',
    duties: withoutRepeats(duties.length > 0 ? duties.map(body) : elsewhere.slice(0, 5).map((sentence) => sentence.text.slice(0, 900))).slice(0, 60),
    returnDuties: distinct(returns.map(body)).slice(0, 30),
  };
  const questions = [];
  if (elsewhere.length > 0 && value.term === '') questions.push(ask('confidentiality-term', 'confidentiality.term', '合同有保密要求，没有写保密期限，请确认。', elsewhere.slice(0, 2), ['永久', '合同终止后继续有效']));
  if (elsewhere.length === 0) questions.push(ask('confidentiality', 'confidentiality', '合同里没有找到保密条款，请确认是否另签了保密协议。', []));
  const sources: Record<string, string> = {};
  if (term) sources['confidentiality.term'] = term.paragraph.text;
  if (duties[0]) sources['confidentiality.duties'] = duties[0].text;
  if (returns[0]) sources['confidentiality.returnDuties'] = returns[0].text;
  return { value, questions, sources };
}
