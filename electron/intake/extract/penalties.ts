import type { ContractProfile, Question } from '../../../shared/contract/profile.ts';
import { parseNumeral } from '../source/numerals.ts';
import { contextOf, type ContractText, type Paragraph } from '../text/contract-text.ts';
import { findPercents } from '../text/find-money.ts';
import { ask, type Reading } from './reading.ts';

type Penalty = ContractProfile['penalties'][number];

const penal = /违约金|扣除|扣减|扣罚|加罚|罚款|滞纳金|赔偿/;
const capWords = /(?:最[多高]|累计|总额|上限|合计|总计)[^，。；]{0,14}(?:不超过|不高于|不得超过|为|至)|不超过|不高于|不得超过|上限为?|[为以]限$/;

/** Whose breach it is: who pays or is cut, not who is named first. */
function sideOf(text: string): Penalty['side'] {
  const clientPays = /甲方(?:未|逾期|延期|迟延|不按|应|须|同意|需)[^。；]{0,40}(?:付款|支付|加罚|违约金|滞纳金)|乙方加罚|付款期限[^。；]{0,10}推迟/;
  const vendorPays = /乙方(?:的)?(?:原因|未|逾期|延期|迟延|不能|违反|泄|提供|应|须|同意|主动)|甲方(?:有权)?(?:扣|追究|要求乙方)|有权扣/;
  const client = clientPays.exec(text);
  const vendor = vendorPays.exec(text);
  if (client && vendor) return /加罚|未付/.test(text) || client.index < vendor.index ? 'client' : 'vendor';
  return client ? 'client' : 'vendor';
}

function everyDaysOf(text: string): number | undefined {
  const match = /每(?:延期|逾期|推迟|迟延|延误|超过|拖延|延迟|超时)?(?:了|满)?(\d{1,3}|[一二两三四五六七八九十]{1,2})?个?(?:工作)?[日天周]/.exec(text);
  if (!match) return /[按逐]日/.test(text) ? 1 : undefined;
  const days = match[1] === undefined ? 1 : parseNumeral(match[1]);
  return days === undefined || days === 0 ? undefined : days * (match[0].endsWith('周') ? 7 : 1);
}

/** 1% … 最多不超过5%, and ranges 1%-5%: the first is the share, the highest the cap. */
function sharesOf(text: string): { percent: number | undefined; cap: number | undefined } {
  const shares = findPercents(text).filter((share) => share.percent <= 100);
  const caps = shares.filter((share) => capWords.test(text.slice(Math.max(0, share.at - 22), share.at)));
  const plain = shares.filter((share) => !caps.includes(share));
  const first = plain[0];
  const second = plain[1];
  const range = first && second && /^(?:-|—|~|～|至|到)+$/.test(text.slice(first.end, second.at));
  return { percent: first?.percent, cap: caps[0]?.percent ?? (range ? second.percent : undefined) };
}

function penaltyOf(paragraph: Paragraph): Penalty | undefined {
  const text = paragraph.body;
  if (!penal.test(text) || !/甲方|乙方|采购人|供应商|违约/.test(text)) return undefined;
  const { percent, cap } = sharesOf(text);
  const isAboutBreach = /违约|延期|逾期|推迟|考核|质量|诉即办/.test(contextOf(paragraph)) || percent !== undefined;
  if (!isAboutBreach || (percent === undefined && !/违约金|扣除|罚/.test(text))) return undefined;
  const everyDays = everyDaysOf(text);
  return {
    side: sideOf(text), text: text.slice(0, 1000),
    ...(percent === undefined ? {} : { percent }), ...(cap === undefined ? {} : { capPercent: cap }), ...(everyDays === undefined ? {} : { everyDays }),
  };
}

function askAboutPenalties(found: readonly { readonly penalty: Penalty; readonly paragraph: Paragraph }[]): Question[] {
  const questions: Question[] = [];
  for (const [index, { penalty, paragraph }] of found.entries()) {
    const base = /(?:延期|逾期|未完成)(?:项目|服务|工作)(?:的)?(?:金额|价款|费用)/.exec(penalty.text)?.[0];
    if (base !== undefined && penalty.percent !== undefined) {
      questions.push(ask(`penalty-${index + 1}-base`, `penalties.${index}`, `扣款按“${base}”的 ${penalty.percent}% 计算，没有写明“${base}”是合同总价，还是其中延误的部分，请确认。`, [paragraph], ['合同总价', '延误部分的金额']));
    } else if (/一定(?:数额|金额|比例)?的?(?:违约金|赔偿)/.test(penalty.text)) {
      questions.push(ask(`penalty-${index + 1}-base`, `penalties.${index}`, '违约金没有写明数额或比例，请确认。', [paragraph]));
    }
  }
  return questions;
}

/** What a breach costs either side: share, steps of days, cap. */
export function readPenalties(text: ContractText): Reading<Penalty[]> {
  const found = text.paragraphs.flatMap((paragraph) => {
    const penalty = penaltyOf(paragraph);
    return penalty ? [{ penalty, paragraph }] : [];
  }).slice(0, 40);
  return {
    value: found.map((entry) => entry.penalty),
    questions: askAboutPenalties(found),
    sources: Object.fromEntries(found.map((entry, index) => [`penalties.${index}`, entry.paragraph.text])),
  };
}
