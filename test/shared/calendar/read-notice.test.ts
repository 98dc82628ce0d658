import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonAsLines, readNotice, rowsAsLines } from '../../../shared/calendar/read-notice.ts';
import { dayType } from '../../../shared/calendar/working-days.ts';
import { addDays, eachDay, weekday } from '../../../shared/dates.ts';

const notice2025 = `国务院办公厅关于2025年部分节假日安排的通知
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
国务院办公厅
2024年11月12日`;

function short(text: string, year = 2025): string[] {
  return readNotice(text, year).days.map(({ date, type }) => `${date} ${type}`);
}

describe('a notice of the State Council', () => {
  test('sets exactly the days of the built-in calendar', () => {
    const { days, problems } = readNotice(notice2025, 2030);

    expect(problems).toEqual([]);
    expect(days.filter(({ type }) => type === 'work').map(({ date }) => date)).toEqual(['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11']);
    expect(days.filter(({ type }) => type === 'off').map(({ date }) => date)).toEqual(eachDay('2025-01-01', '2025-12-31').filter((date) => dayType(date) === 'holiday'));
  });

  test('one sentence with a year is enough', () => {
    expect(short('2025年10月1日（周三）至8日放假，9月28日（周日）上班', 2030)).toEqual(['2025-09-28 work', ...eachDay('2025-10-01', '2025-10-08').map((date) => `${date} off`)]);
  });

  test('a holiday runs over the end of the year', () => {
    expect(short('元旦：12月30日至1月1日放假调休。', 2023)).toEqual(['2023-12-30 off', '2023-12-31 off', '2024-01-01 off']);
    expect(short('元旦：2023年12月30日至2024年1月1日放假调休。清明节：4月4日放假。', 2024)).toContain('2024-01-01 off');
  });

  test.each([
    ['a wrong weekday tells of a wrong year', '2026年10月1日（周三）放假', '2026年的这一天是周四，请核对年份'],
    ['a day that does not exist', '2025年2月30日放假', '没有这一天'],
    ['a day of which nothing is said', '2025年10月1日', undefined],
    ['a day within a sentence of which nothing is said', '国庆节：2025年10月1日', '没有写明放假还是上班'],
    ['a holiday of months', '2025年1月1日至5月1日放假', '起止日期相差 120 天，没有读取'],
    ['a day that is both', '2025年10月1日放假。2025年10月1日上班。', '既写了放假，又写了上班'],
    ['a day without a month', '8日放假', '没有写明月份'],
  ])('%s', (_, text, message) => {
    expect(readNotice(text, 2025).problems.map((problem) => problem.message)).toEqual(message === undefined ? [] : [message]);
  });
});

test('lists of days are read line by line, from sheets and JSON, too', () => {
  const expected = ['2026-02-16 off', '2026-02-28 work'];

  expect(short('2026-02-16 放假\n2026/2/28,上班')).toEqual(expected);
  expect(short(rowsAsLines([['日期', '安排'], ['2026-02-16', '春节', '放假'], ['2026.2.28', '上班']]))).toEqual(expected);
  expect(short(jsonAsLines('{"2026-02-16":"off","2026-02-28":"work"}') ?? '')).toEqual(expected);
  expect(short(jsonAsLines('[{"date":"2026-02-16","type":"off"},{"date":"2026-02-28","type":"work"},3]') ?? '')).toEqual(expected);
  expect([jsonAsLines('放假'), jsonAsLines('3')]).toEqual([undefined, undefined]);
});

function chinese(date: string): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日（周${'日一二三四五六'.charAt(weekday(date))}）`;
}

test('whatever holidays a year has, a notice of them is read back as they are', () => {
  const holiday = fc.record({ start: fc.integer({ min: 0, max: 350 }), length: fc.integer({ min: 1, max: 11 }), work: fc.array(fc.integer({ min: 0, max: 364 }), { maxLength: 3 }) });
  fc.assert(fc.property(fc.integer({ min: 2007, max: 2099 }), fc.array(holiday, { maxLength: 8 }), (year, holidays) => {
    const from = `${year}-01-01`;
    const off = new Set<string>();
    const work = new Set<string>();
    const lines = holidays.map(({ start, length, work: makeUp }, index) => {
      const range = eachDay(addDays(from, start), addDays(from, start + length - 1)).filter((date) => date.startsWith(String(year)));
      const first = range[0] ?? from;
      const last = range.at(-1) ?? from;
      const workdays = [...new Set(makeUp.map((day) => addDays(from, day)))];
      for (const date of range) off.add(date);
      for (const date of workdays) work.add(date);
      const days = first === last ? chinese(first) : `${chinese(first)}至${first.slice(0, 7) === last.slice(0, 7) ? `${Number(last.slice(8))}日` : chinese(last)}`;
      return `${index + 1}、节日：${days}放假调休，共${range.length}天。${workdays.length === 0 ? '' : `${workdays.map(chinese).join('、')}上班。`}`;
    });
    fc.pre([...work].every((date) => !off.has(date)));

    const { days, problems } = readNotice(`关于${year}年部分节假日安排的通知\n${lines.join('\n')}`, 1999);

    expect(problems).toEqual([]);
    expect(days.map(({ date, type }) => `${date} ${type}`)).toEqual([...[...off].map((date) => `${date} off`), ...[...work].map((date) => `${date} work`)].toSorted());
  }), { numRuns: 300 });
});

test('no text makes it fail or take long', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789年月日号至到放假上班周一二（）()、，。-/. \n')), maxLength: 400 }), (text) => {
    const { days } = readNotice(text, 2025);
    expect(days.every(({ date }) => /^\d{4}-\d{2}-\d{2}$/.test(date))).toBe(true);
  }), { numRuns: 500 });
  const started = performance.now();
  readNotice('1月1日（周三'.repeat(15_000), 2025);
  expect(performance.now() - started).toBeLessThan(1500);
});
