import { reportingPeriods } from '../../../shared/contract/periods.ts';
import type { ContractProfile, Question } from '../../../shared/contract/profile.ts';
import { dayType, isWorkingDay } from '../../../shared/calendar/working-days.ts';
import { formatChineseDate } from '../../../shared/dates.ts';
import { parseNumeral } from '../source/numerals.ts';
import type { ContractText, Sentence } from '../text/contract-text.ts';
import { ask, type Reading } from './reading.ts';

type Reporting = ContractProfile['reporting'];

const reportWord = /报告|报表|汇报|总结|月报|季报/;
const number = '(\\d{1,2}|[一二两三四五六七八九十]{1,2})';

function monthsBetweenReports(sentence: string): number | undefined {
  if (!reportWord.test(sentence)) return undefined;
  const months = new RegExp(`每隔?${number}个月`).exec(sentence)?.[1];
  if (months !== undefined) return parseNumeral(months);
  if (/每(?:个|一)?(?:自然)?季度?|按(?:自然)?季度?|季度末|逐季/.test(sentence)) return 3;
  if (/每(?:个|一)?半年|半年(?:度)?[一提]/.test(sentence)) return 6;
  if (/每(?:个|一)?月|按月|月末/.test(sentence)) return 1;
  return undefined;
}

function ruleOf(sentences: readonly Sentence[]): Reporting['quarterRule'] | undefined {
  const joined = sentences.map((sentence) => sentence.text).join('');
  if (/自然季度|日历季度|公历季度|每年(?:的)?(?:1|3|一|三)月/.test(joined)) return 'calendar';
  return /(?:自|从).{0,16}(?:起|开始|之日).{0,10}每.{0,4}(?:季|个月)|服务季度|滚动|(?:服务期|合同).{0,12}起算/.test(joined) ? 'rolling' : undefined;
}

type Review = { readonly days: number; readonly working: boolean | undefined; readonly sentence: Sentence };

function reviewOf(sentences: readonly Sentence[]): Review | undefined {
  for (const sentence of sentences) {
    if (!/评审|审核|审阅|审查|质疑|异议|确认|批复|反馈/.test(sentence.text) || !reportWord.test(`${sentence.text}${sentence.paragraph.text}`)) continue;
    const match = new RegExp(`${number}(?:[（(]\\d{1,2}[）)])?个?(工作日|自然日|日历日|日|天)(?:之)?内`).exec(sentence.text);
    const days = parseNumeral(match?.[1] ?? '');
    if (match && days !== undefined) return { days, working: match[2] === '工作日' ? true : /自然日|日历日/.test(match[2] ?? '') ? false : undefined, sentence };
  }
  return undefined;
}

/** How the periods fall under each rule, so that a person sees what the choice changes. */
function describeRule(reporting: Reporting, service: ContractProfile['service'], quarterRule: Reporting['quarterRule']): string {
  const periods = reportingPeriods({ service, reporting: { ...reporting, quarterRule } });
  const ends = periods.map((period) => formatChineseDate(period.to));
  return `${periods.length} 期，止于${ends.slice(0, 9).join('、')}${ends.length > 9 ? '等' : ''}`;
}

function askAboutRule(reporting: Reporting, service: ContractProfile['service'], duty: Sentence): Question {
  const rolling = describeRule(reporting, service, 'rolling');
  const calendar = describeRule(reporting, service, 'calendar');
  const calendarName = reporting.everyMonths === 3 ? '自然季度' : reporting.everyMonths === 6 ? '公历半年' : '公历年度内的固定月份';
  const off = reportingPeriods({ service, reporting }).filter((period) => !isWorkingDay(period.to));
  const note = off.length > 0 ? `从起始日滚动时，${off.length} 个期末不是工作日（${off.slice(0, 6).map((period) => `${formatChineseDate(period.to)}${dayType(period.to) === 'holiday' ? '放假' : '休息'}`).join('、')}）。` : '';
  return ask('quarter-rule', 'reporting.quarterRule',
    `合同写每 ${reporting.everyMonths} 个月提交报告，没有写明从服务期首日滚动计算，还是按${calendarName}计算，也没有写明期末后几日内提交。滚动计算有 ${rolling}；按${calendarName}有 ${calendar}。${note}暂按滚动计算，请与甲方确认。`,
    [duty], ['从服务期首日起滚动计算', `按${calendarName}计算`]);
}

/** The duty to report every so many months, and the customer's time to review. */
export function readReporting(text: ContractText, service: ContractProfile['service']): Reading<Reporting> {
  const duties = text.sentences.filter((sentence) => sentence.paragraph.annex === undefined || /服务|运维|考核/.test(sentence.paragraph.annex));
  const duty = duties.find((sentence) => monthsBetweenReports(sentence.text) === 3) ?? duties.find((sentence) => monthsBetweenReports(sentence.text) !== undefined);
  const around = duty ? text.sentences.filter((sentence) => Math.abs(sentence.paragraph.index - duty.paragraph.index) <= 1 || (reportWord.test(sentence.text) && /评审|审核|质疑|异议/.test(sentence.text))) : [];
  const months = duty === undefined ? undefined : monthsBetweenReports(duty.text);
  const rule = ruleOf(around);
  const review = reviewOf(around);
  const silence = around.find((sentence) => /视为|视同|默认/.test(sentence.text) && /通过|认可|同意|接受|确认/.test(sentence.text));
  const value: Reporting = {
    everyMonths: Math.max(1, months ?? 3), quarterRule: rule ?? 'rolling', reviewDays: review?.days ?? 0,
    reviewDayType: review?.working === true ? 'working' : 'calendar', silenceApproves: silence !== undefined,
  };
  if (!duty) {
    return { value, questions: [ask('reporting', 'reporting', '合同没有写多久提交一次服务报告，暂按每三个月一次，请确认。', [], ['每三个月', '每月', '每半年', '不需要'])], sources: {} };
  }
  const questions: Question[] = rule === undefined && value.everyMonths > 1 ? [askAboutRule(value, service, duty)] : [];
  if (!review) {
    questions.push(ask('review-days', 'reporting.reviewDays', '合同没有写甲方收到报告后几日内评审，也就没有默认通过的期限，请确认。', [duty]));
  } else if (review.working === undefined) {
    questions.push(ask('review-day-type', 'reporting.reviewDayType', `甲方评审报告的期限是“${review.days} 日”，没有写明是自然日还是工作日。暂按自然日，末日遇休息日顺延，请确认。`, [review.sentence], ['自然日', '工作日']));
  }
  if (review && !silence) questions.push(ask('review-silence', 'reporting.silenceApproves', '合同没有写甲方逾期不评审时视为通过，暂按不视为通过，请确认。', [review.sentence], ['不视为通过', '视为通过']));
  const sources: Record<string, string> = { 'reporting.everyMonths': duty.text };
  if (review) sources['reporting.reviewDays'] = review.sentence.text;
  if (silence) sources['reporting.silenceApproves'] = silence.text;
  return { value, questions, sources };
}
