import { addDays, addMonths, daysBetween, formatChineseDate, type LocalDate } from '../../../shared/dates.ts';
import type { ContractProfile, Question } from '../../../shared/contract/profile.ts';
import type { ContractText, Sentence } from '../text/contract-text.ts';
import { findDates, findDurations, type Duration } from '../text/find-dates.ts';
import { ask, distinct, type Reading } from './reading.ts';

type Service = ContractProfile['service'];
type Candidate = { readonly service: Service; readonly sentence: Sentence; readonly weight: number };

/** Shown where the contract gives no period at all: plainly not a real one. */
const unset: Service = { from: '2000-01-01', to: '2000-12-31' };

const subjects: readonly (readonly [weight: number, subject: RegExp])[] = [
  [3, /服务(?:期|时间|年度)|运维(?:期|服务期|时间)|维护(?:期|时间)|运行维护.{0,8}期/],
  [2, /履行期|合同期限|合同期|项目(?:期|周期|工期)|服务.{0,10}期限|期限为/],
  [1, /有效期/],
];

function weightOf(sentence: Sentence): number {
  const about = `${sentence.paragraph.path.join('/')}/${sentence.text}`;
  return subjects.find(([, subject]) => subject.test(sentence.text))?.[0] ?? (subjects.find(([, subject]) => subject.test(about)) ? 1 : 0);
}

function endAfter(from: LocalDate, duration: Duration): LocalDate | undefined {
  if (duration.unit === '年') return addDays(addMonths(from, duration.count * 12), -1);
  if (duration.unit === '月') return addDays(addMonths(from, duration.count), -1);
  return duration.unit === '日' && duration.count > 27 ? addDays(from, duration.count - 1) : undefined;
}

/** Two days joined by 至, 到 or a dash. */
function spanOf(sentence: Sentence): Service | undefined {
  const dates = findDates(sentence.text);
  for (const [index, from] of dates.entries()) {
    const to = dates[index + 1];
    if (from.date === undefined || to?.date === undefined || to.date < from.date) continue;
    if (/^(?:[（(]含[^）)]{0,6}[）)])?(?:起)?[，,]? ?(?:至|到|-|—|~|～|－|止)+ ?/.test(sentence.text.slice(from.end, to.at)) && to.at - from.end <= 12) return { from: from.date, to: to.date };
  }
  return undefined;
}

function lengthOf(sentence: Sentence): Duration | undefined {
  return findDurations(sentence.text).find((duration) => (duration.unit === '年' && duration.count <= 10) || (duration.unit === '月' && duration.count >= 1 && duration.count <= 120));
}

/** A first day with a length: 自2024年8月3日起一年, 自合同签订之日起12个月. */
function startAndLength(sentence: Sentence, signedOn: LocalDate | undefined): Service | undefined {
  const length = lengthOf(sentence);
  const date = findDates(sentence.text)[0]?.date;
  const fromSigning = /(?:自|从).{0,12}(?:签订|签署|签约|生效).{0,6}(?:起|后|开始)/.test(sentence.text);
  const from = date ?? (fromSigning ? signedOn : undefined);
  const to = length && from !== undefined ? endAfter(from, length) : undefined;
  return from === undefined || to === undefined ? undefined : { from, to };
}

function describe(service: Service): string {
  return `${formatChineseDate(service.from)}至${formatChineseDate(service.to)}`;
}

/** 服务期为1年 must agree with the days given: both ends count. */
function checkLength(text: ContractText, service: Service): Question[] {
  const said = text.sentences.filter((sentence) => /服务(?:期|期限|时间)(?:限)?(?:为|是|：|:|共|共计)?/.test(sentence.text) && weightOf(sentence) >= 2 && !/满|后|内/.test(sentence.text.slice(0, 40)))
    .flatMap((sentence) => {
      const length = lengthOf(sentence);
      const end = length && endAfter(service.from, length);
      return length && end !== undefined && end !== service.to ? [{ sentence, length, end }] : [];
    });
  const first = said[0];
  if (!first) return [];
  const days = daysBetween(service.from, service.to) + 1;
  const written = `${first.length.count}${first.length.unit === '月' ? '个月' : first.length.unit}`;
  return [ask('service-length', 'service.to', `合同写服务期${written}，但${describe(service)}共 ${days} 天，与${written}不符（按${written}应到${formatChineseDate(first.end)}）。请确认截止日。`, [first.sentence], [service.to, first.end])];
}

/**
 * The service period from whatever wording states it: 自…起至…止, …到…, or a first day with a length.
 * @param signedOn for periods counted from the day of signing
 */
export function readServicePeriod(text: ContractText, signedOn: LocalDate | undefined): Reading<Service> {
  const candidates = text.sentences.flatMap((sentence): Candidate[] => {
    const weight = weightOf(sentence);
    if (weight === 0) return [];
    const span = spanOf(sentence);
    if (span) return [{ service: span, sentence, weight: weight + 1 }];
    const counted = weight >= 2 ? startAndLength(sentence, signedOn) : undefined;
    return counted ? [{ service: counted, sentence, weight }] : [];
  });
  const best = candidates.toSorted((left, right) => right.weight - left.weight)[0];
  if (!best) return askForPeriod(text, signedOn);
  const questions: Question[] = [];
  const spans = candidates.filter((candidate) => spanOf(candidate.sentence) !== undefined);
  const others = distinct(spans.map((candidate) => describe(candidate.service)));
  if (others.length > 1) {
    questions.push(ask('service-period', 'service', `合同里的服务期（或有效期）前后不一致：${others.join('；')}。请确认以哪个为准。`, spans.map((candidate) => candidate.sentence), others));
  } else if (spans.length === 0) {
    const basis = findDates(best.sentence.text).length > 0 ? '起始日和期限' : '签约日和期限';
    questions.push(ask('service-period', 'service', `合同没有直接写服务期的截止日，按${basis}推算为${describe(best.service)}，请确认。`, [best.sentence], [describe(best.service)]));
  }
  questions.push(...checkLength(text, best.service));
  return { value: best.service, questions, sources: { service: best.sentence.text } };
}

function askForPeriod(text: ContractText, signedOn: LocalDate | undefined): Reading<Service> {
  const hints = text.sentences.filter((sentence) => weightOf(sentence) >= 2 && (findDates(sentence.text).length > 0 || lengthOf(sentence) !== undefined)).slice(0, 5);
  const guess = signedOn === undefined ? undefined : { from: signedOn, to: addDays(addMonths(signedOn, 12), -1) };
  const note = guess ? `暂按签约日起一年（${describe(guess)}）` : '暂填 2000 年';
  return {
    value: guess ?? unset,
    questions: [ask('service-period', 'service', `合同没有写清服务期的起止日期，${note}，请填写后再登记单据。`, hints, guess ? [describe(guess)] : [])],
    sources: {},
  };
}
