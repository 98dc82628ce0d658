import { lastHandoverDay } from '../../../shared/contract/periods.ts';
import type { ContractProfile, Question } from '../../../shared/contract/profile.ts';
import { dayType, isWorkingDay, lastKnownYear } from '../../../shared/calendar/working-days.ts';
import { addDays, addMonths, formatChineseDate, weekday, type LocalDate } from '../../../shared/dates.ts';
import { contextOf, type ContractText, type Sentence } from '../text/contract-text.ts';
import { findDates, findDurations } from '../text/find-dates.ts';
import { ask, distinct, type Reading } from './reading.ts';

type Acceptance = ContractProfile['acceptance'];
type Deadline = { readonly deadline: LocalDate; readonly included: boolean; readonly sentence: Sentence; readonly counted: boolean };

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const inclusive = /[（(]含|不晚于|不迟于|最迟|截止|截至|以内|之内/;

function addWorkingDays(from: LocalDate, count: number): LocalDate {
  let day = from;
  for (let left = Math.min(count, 400); left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** 服务期满后60日内: counted from the day after the last service day. */
function countedDeadline(sentence: Sentence, serviceEnd: LocalDate): Deadline | undefined {
  const start = /(?:服务期|运维期|维护期|合同期|期限?)?(?:届?满|结束|到期|终止)[^，。；]{0,6}(?:后|之日起|起)/.exec(sentence.text);
  if (!start) return undefined;
  const after = sentence.text.slice(start.index + start[0].length, start.index + start[0].length + 16);
  const duration = findDurations(after)[0];
  if (!duration || duration.count > 400 || !/内/.test(after)) return undefined;
  const deadline = duration.unit === '工作日' ? addWorkingDays(serviceEnd, duration.count)
    : duration.unit === '日' ? addDays(serviceEnd, duration.count)
      : addMonths(serviceEnd, duration.unit === '年' ? duration.count * 12 : duration.count);
  return { deadline, included: true, sentence, counted: true };
}

function deadlinesOf(sentence: Sentence, serviceEnd: LocalDate): Deadline[] {
  const fixed = findDates(sentence.text).flatMap((date): Deadline[] => {
    const after = sentence.text.slice(date.end, date.end + 12);
    const before = sentence.text.slice(Math.max(0, date.at - 8), date.at);
    const isDeadline = /^(?:[（(]含[^）)]{0,4}[）)])?(?:之前|以前|前|止|内)/.test(after) || /(?:不晚于|不迟于|最迟|截止|截至|应于|于|在)$/.test(before);
    return date.date !== undefined && isDeadline ? [{ deadline: date.date, included: inclusive.test(after.slice(0, 8)) || inclusive.test(before) || !/^[^，。]{0,4}前/.test(after), sentence, counted: false }] : [];
  });
  if (fixed.length > 0) return fixed;
  const counted = countedDeadline(sentence, serviceEnd);
  return counted ? [counted] : [];
}

function dayNote(day: LocalDate): string {
  const type = dayType(day);
  return `${weekdays[weekday(day)] ?? ''}${type === 'holiday' ? '，法定节假日放假' : type === 'weekend' ? '，休息日' : ''}`;
}

function describeDay(day: LocalDate): string {
  return `${formatChineseDate(day)}（${dayNote(day)}）`;
}

/** What the deadline means in working days, where it is not plain. */
function askAboutDay(value: Acceptance, deadline: Deadline): Question[] {
  const last = lastHandoverDay({ acceptance: value, calendarOverrides: {} });
  const yearNote = Number(value.deadline.slice(0, 4)) > lastKnownYear ? `${value.deadline.slice(0, 4)}年的放假安排尚未内置，只按周末推算。` : '';
  if (deadline.counted) {
    return [ask('acceptance-deadline', 'acceptance.deadline', `合同按服务期满后的期限写验收时间，推算截止日为${describeDay(value.deadline)}，最后一个可以移交的工作日是${describeDay(last)}。${yearNote}请确认。`, [deadline.sentence], [value.deadline])];
  }
  if (!value.deadlineIncluded) {
    return [ask('acceptance-deadline', 'acceptance.deadlineIncluded', `验收期限写的是“${formatChineseDate(value.deadline)}前”，没有写明是否含当天；这一天是${dayNote(value.deadline)}。按不含当天倒排，最后一个可以移交的工作日是${describeDay(last)}。${yearNote}请确认。`, [deadline.sentence], ['不含当天', '含当天'])];
  }
  if (last === value.deadline && yearNote === '') return [];
  return [ask('acceptance-deadline', 'acceptance.deadline', `验收截止日${describeDay(value.deadline)}不是工作日，最后一个可以移交的工作日是${describeDay(last)}。${yearNote}请按此安排。`, [deadline.sentence], [value.deadline])];
}

/** Of a sentence that also sets the deadline, only what acceptance goes by. */
function basisClause(sentence: string): string {
  const clauses = sentence.replace(/。$/, '').split(/[，,]/);
  const first = clauses.findIndex((clause) => /验收/.test(clause) && /为准|依据|标准/.test(clause));
  return clauses.slice(Math.max(0, first)).join('，').slice(0, 900);
}

/** Until when acceptance must have happened, and what it goes by. */
export function readAcceptance(text: ContractText, serviceEnd: LocalDate): Reading<Acceptance> {
  const chapter = text.sentences.filter((sentence) => sentence.paragraph.annex === undefined && /验收/.test(`${contextOf(sentence.paragraph)}${sentence.text}`) && !/支付|付款|延期|推迟/.test(sentence.text));
  const deadlines = chapter.flatMap((sentence) => deadlinesOf(sentence, serviceEnd)).filter((entry) => entry.deadline >= addDays(serviceEnd, -400) && entry.deadline <= addMonths(serviceEnd, 60));
  const basis = text.sentences.find((sentence) => /验收/.test(sentence.text) && /为准|依据|标准/.test(sentence.text) && sentence.paragraph.annex === undefined);
  const basisText = basis === undefined ? '' : basisClause(basis.text);
  const sources: Record<string, string> = basis ? { 'acceptance.basis': basis.text } : {};
  const first = deadlines[0];
  if (!first) {
    const impossible = chapter.find((sentence) => findDates(sentence.text).some((date) => date.impossible));
    const passages = impossible ? [impossible] : chapter.slice(0, 3);
    const reason = impossible ? `验收期限“${findDates(impossible.text).find((date) => date.impossible)?.text ?? ''}”不是存在的日期` : '合同没有写验收期限';
    return {
      value: { deadline: serviceEnd, deadlineIncluded: true, basis: basisText },
      questions: [ask('acceptance-deadline', 'acceptance.deadline', `${reason}，暂按服务期最后一天（${formatChineseDate(serviceEnd)}），请与甲方确认。`, passages, [serviceEnd])],
      sources,
    };
  }
  const value = { deadline: first.deadline, deadlineIncluded: first.included, basis: basisText };
  const days = distinct(deadlines.map((entry) => entry.deadline));
  const questions = days.length > 1
    ? [ask('acceptance-conflict', 'acceptance.deadline', `验收期限前后不一致：${days.map(formatChineseDate).join('、')}，请确认。`, deadlines.map((entry) => entry.sentence), days)]
    : [];
  if (first.deadline < serviceEnd) questions.push(ask('acceptance-early', 'acceptance.deadline', `验收期限${formatChineseDate(first.deadline)}早于服务期最后一天${formatChineseDate(serviceEnd)}，请核对。`, [first.sentence], [first.deadline]));
  return { value, questions: [...questions, ...askAboutDay(value, first)], sources: { ...sources, 'acceptance.deadline': first.sentence.text } };
}
