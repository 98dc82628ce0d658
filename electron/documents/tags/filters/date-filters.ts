import { addDays, addMonths, daysBetween, formatChineseMinute, weekday } from '../../../../shared/dates.ts';
import { chineseNumber, digitByDigit, everyday } from './chinese-number.ts';
import { readDecimal, wholeNumber } from './decimal.ts';
import { doubt, type Filter } from './filter.ts';
import { chineseDay, isoDay, readMoment, twoDigits, type Moment } from './moment.ts';

const weekdays = '日一二三四五六';

const tokens = /YYYY|YY|MM|M|DD|D|HH|H|mm|m|ss|s|星期/g;

/** Letters of other programs' formats: their months are our minutes, so the template is stopped instead of printing a wrong date. */
export function formatComplaint(format: string): string | undefined {
  const bare = format.replace(tokens, '');
  const odd = /[A-Za-z]/.exec(bare)?.[0];
  if (odd !== undefined) return `日期格式里的“${odd}”没有意义：年月日用大写的 YYYY、M 或 MM、D 或 DD，时是 H 或 HH，分是小写的 m 或 mm，秒是 s 或 ss，还有 星期`;
  return /m/.test(format) && !/H/.test(format) && /[YD]/.test(format) ? '日期格式里小写的 m 是分钟，月份要写大写的 M' : undefined;
}

/** undefined when the format asks for what the moment does not say. */
function formatted(moment: Moment, format: string): string | undefined {
  const { date, time } = moment;
  const iso = isoDay(moment);
  let complete = true;
  const put = (value: number | undefined, text: (known: number) => string): string => {
    if (value === undefined) complete = false;
    return value === undefined ? '' : text(value);
  };
  const text = format.replace(tokens, (token) => {
    switch (token) {
      case 'YYYY':
        return put(date?.year, String);
      case 'YY':
        return put(date?.year, (year) => twoDigits(year % 100));
      case 'MM':
        return put(date?.month, twoDigits);
      case 'M':
        return put(date?.month, String);
      case 'DD':
        return put(date?.day, twoDigits);
      case 'D':
        return put(date?.day, String);
      case 'HH':
        return put(time?.hour, twoDigits);
      case 'H':
        return put(time?.hour, String);
      case 'mm':
        return put(time?.minute, twoDigits);
      case 'm':
        return put(time?.minute, String);
      case 'ss':
        return put(time && (time.second ?? 0), twoDigits);
      case 's':
        return put(time && (time.second ?? 0), String);
      default:
        return put(iso === undefined ? undefined : weekday(iso), (day) => `星期${weekdays.charAt(day)}`);
    }
  });
  return complete ? text : undefined;
}

/** A filter that reads a moment; `undefined` from `apply` means that the moment does not say enough. */
function ofMoment(apply: (moment: Moment, parameters: readonly unknown[], original: unknown) => unknown, wanted = '日期'): Filter['apply'] {
  return (value, parameters) => {
    const moment = readMoment(value);
    if (moment === undefined) return doubt(value, `不是${wanted}`);
    return apply(moment, parameters, value) ?? doubt(value, `不是完整的${wanted}`);
  };
}

function spelled(value: number): string {
  return chineseNumber({ units: BigInt(value), scale: 0 }, everyday) ?? '';
}

/** The same day or minute, moved by whole days or months; the clock time stays. */
function moved(moment: Moment, amount: unknown, farthest: number, move: (date: string, by: number) => string): unknown {
  const day = isoDay(moment);
  const by = wholeNumber(amount);
  if (day === undefined || by === undefined || Math.abs(by) > farthest) return undefined;
  const target = move(day, by);
  if (!/^\d{4}-/.test(target)) return undefined;
  const { time } = moment;
  return time === undefined ? chineseDay(readMoment(target) ?? moment) : formatChineseMinute(`${target}T${twoDigits(time.hour)}:${twoDigits(time.minute)}`);
}

function quarterOf(value: unknown): number | undefined {
  const number = readDecimal(value);
  if (number !== undefined) return number.scale === 0 && number.units >= 1n && number.units <= 4n ? Number(number.units) : undefined;
  const month = readMoment(value)?.date?.month;
  return month === undefined ? undefined : Math.ceil(month / 3);
}

export const dateFilters: readonly Filter[] = [
  {
    name: '日期',
    aliases: ['date'],
    summary: '改日期的写法：YYYY 年、M/MM 月、D/DD 日、H/HH 时、m/mm 分、s/ss 秒、星期；不写格式就是 2024年8月5日',
    example: { data: { 巡检日期: '2024年8月5日' }, tag: '{巡检日期|日期:"YYYY-MM-DD 星期"}', result: '2024-08-05 星期一' },
    parameters: [{ name: '格式', kind: 'constant', optional: true, complaint: formatComplaint }],
    apply: ofMoment((moment, [format]) => (typeof format === 'string' ? formatted(moment, format) : chineseDay(moment))),
  },
  {
    name: '日期大写',
    aliases: ['中文日期'],
    summary: '汉字的年月日',
    example: { data: { 巡检日期: '2024年8月5日' }, tag: '{巡检日期|日期大写}', result: '二〇二四年八月五日' },
    parameters: [],
    apply: ofMoment(({ date }) => date && `${digitByDigit(String(date.year), everyday)}年${spelled(date.month)}月${date.day === undefined ? '' : `${spelled(date.day)}日`}`),
  },
  {
    name: '月日',
    aliases: [],
    summary: '汉字的月和日',
    example: { data: { 巡检日期: '2024年8月5日' }, tag: '{巡检日期|月日}', result: '八月五日' },
    parameters: [],
    apply: ofMoment(({ date }) => (date?.day === undefined ? undefined : `${spelled(date.month)}月${spelled(date.day)}日`)),
  },
  {
    name: '时间',
    aliases: ['time'],
    summary: '只要时间，不写格式就是 09:05',
    example: { data: { 报障时间: '2024年8月5日 09:05' }, tag: '{报障时间|时间:"H时m分"}', result: '9时5分' },
    parameters: [{ name: '格式', kind: 'constant', optional: true, complaint: formatComplaint }],
    apply: ofMoment((moment, [format]) => (moment.time === undefined ? undefined : formatted(moment, typeof format === 'string' ? format : 'HH:mm')), '时间'),
  },
  {
    name: '星期',
    aliases: ['weekday'],
    summary: '这一天是星期几',
    example: { data: { 巡检日期: '2024年8月5日' }, tag: '{巡检日期|星期}', result: '星期一' },
    parameters: [],
    apply: ofMoment((moment) => formatted(moment, '星期')),
  },
  {
    name: '年',
    aliases: ['year'],
    summary: '日期的年份',
    example: { data: { 巡检日期: '2024年8月5日' }, tag: '{巡检日期|年}', result: '2024' },
    parameters: [],
    apply: ofMoment((moment) => formatted(moment, 'YYYY')),
  },
  {
    name: '月',
    aliases: ['month'],
    summary: '日期的月份',
    example: { data: { 巡检日期: '2024年8月5日' }, tag: '{巡检日期|月}', result: '8' },
    parameters: [],
    apply: ofMoment((moment) => formatted(moment, 'M')),
  },
  {
    name: '日',
    aliases: ['day'],
    summary: '日期是几号',
    example: { data: { 巡检日期: '2024年8月5日' }, tag: '{巡检日期|日}', result: '5' },
    parameters: [],
    apply: ofMoment((moment) => formatted(moment, 'D')),
  },
  {
    name: '季度',
    aliases: ['quarter'],
    summary: '日期在公历的第几季度，只印数字；合同的季度请用数据里的期间',
    example: { data: { 巡检日期: '2024年8月5日' }, tag: '{巡检日期|季度}', result: '3' },
    parameters: [],
    apply: (value) => quarterOf(value)?.toString() ?? doubt(value, '不是日期，也不是 1 到 4'),
  },
  {
    name: '第几季度',
    aliases: [],
    summary: '同上，印成汉字；对 1 到 4 也可以用',
    example: { data: { 巡检日期: '2024年8月5日' }, tag: '{巡检日期|第几季度}', result: '第三季度' },
    parameters: [],
    apply: (value) => {
      const quarter = quarterOf(value);
      return quarter === undefined ? doubt(value, '不是日期，也不是 1 到 4') : `第${spelled(quarter)}季度`;
    },
  },
  {
    name: '加天',
    aliases: ['addDays'],
    summary: '往后数几天（负数往前）',
    example: { data: { 提交日期: '2024年8月5日' }, tag: '{提交日期|加天:14}', result: '2024年8月19日' },
    parameters: [{ name: '天数', kind: 'number' }],
    apply: ofMoment((moment, [days]) => moved(moment, days, 36_525, addDays)),
  },
  {
    name: '加月',
    aliases: ['addMonths'],
    summary: '往后数几个月；没有那一天的是月末',
    example: { data: { 提交日期: '2024年8月31日' }, tag: '{提交日期|加月:1}', result: '2024年9月30日' },
    parameters: [{ name: '月数', kind: 'number' }],
    apply: ofMoment((moment, [months]) => moved(moment, months, 1200, addMonths)),
  },
  {
    name: '相隔天数',
    aliases: ['daysSince'],
    summary: '从另一个日期到这个日期有几天',
    example: { data: { 发生日期: '2024年8月5日', 完成日期: '2024年8月8日' }, tag: '{完成日期|相隔天数:发生日期}', result: '3' },
    parameters: [{ name: '起始日期', kind: 'value' }],
    apply: ofMoment((moment, [start]) => {
      const from = readMoment(start);
      const [first, last] = [from && isoDay(from), isoDay(moment)];
      return first === undefined || last === undefined ? undefined : String(daysBetween(first, last));
    }),
  },
];
