import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes, daysBetween } from '../../../shared/dates.ts';
import { dateValue, flagValue, minuteValue, numberValue, textValue, timeValue } from '../../../shared/entry/cell-values.ts';
import type { Cell, DateFormat } from '../../../shared/entry/cell.ts';

const text = (value: string): Cell => ({ type: 'text', text: value });
const number = (value: number, format?: DateFormat): Cell => ({ type: 'number', value, format });
const say = (result: { ok: true; value: unknown } | { ok: false; message: string }): unknown => (result.ok ? result.value : `✗ ${result.message}`);

describe('what people write in cells', () => {
  it.each([
    ['2024-08-05', '2024-08-05'], ['2024/8/5', '2024-08-05'], ['2024.8.5', '2024-08-05'], ['2024年8月5日', '2024-08-05'], ['2024 年 8 月 5 日', '2024-08-05'], ['２０２４－０８－０５', '2024-08-05'],
    ['20240805', '2024-08-05'], ['2024-08-05 00:00:00', '2024-08-05'], ['2024-08-05 09:30', '✗ 这一栏只填日期，不填时间'], ['2024-02-30', '✗ “2024-02-30”不是存在的日期'],
    ['8月5日', '✗ “8月5日”缺少年份，应写作 2024-08-05'], ['24-8-5', '✗ “24-8-5”不是日期，应写作 2024-08-05'], ['明天', '✗ “明天”不是日期，应写作 2024-08-05'],
  ])('as a date: %s', (written, expected) => {
    expect(say(dateValue(text(written), false))).toBe(expected);
  });

  it.each([
    [number(45509, 'date'), '2024-08-05'], [number(45509), '2024-08-05'], [number(20240805), '2024-08-05'], [number(45509.5, 'moment'), '✗ 这一栏只填日期，不填时间'], [number(3), '✗ 不是日期，应写作 2024-08-05'],
  ])('as a date: the number %j', (cell, expected) => {
    expect(say(dateValue(cell, false))).toBe(expected);
  });

  it.each([
    ['2024-08-05 09:30', '2024-08-05T09:30'], ['2024/8/5 9:30:45', '2024-08-05T09:30'], ['2024年8月5日 9时30分', '2024-08-05T09:30'], ['2024-08-05T09:30', '2024-08-05T09:30'], ['2024-08-05 下午2:05', '2024-08-05T14:05'],
    ['2024-08-05 9点', '2024-08-05T09:00'], ['2024-08-05', '✗ 只有日期，缺少时间，应写作 2024-08-05 09:30'], ['2024-08-05 25:00', '✗ “2024-08-05 25:00”不是存在的日期或时间'], ['09:30', '✗ “09:30”不是日期和时间，应写作 2024-08-05 09:30'],
  ])('as a moment: %s', (written, expected) => {
    expect(say(minuteValue(text(written), false))).toBe(expected);
  });

  it.each([['9:30', '09:30'], ['09：30', '09:30'], ['9时5分', '09:05'], ['9点', '09:00'], ['下午3:05', '15:05'], ['中午12:30', '12:30'], ['24:00', '✗ “24:00”不是时间，应写作 09:30'], ['9', '✗ “9”不是时间，应写作 09:30']])('as a time: %s', (written, expected) => {
    expect(say(timeValue(text(written), false))).toBe(expected);
  });

  it.each([['1,200.5', 1200.5], ['３．５', 3.5], ['2人时', 2], ['-1', -1], ['1,20', '✗ “1,20”不是数字'], ['约3', '✗ “约3”不是数字'], ['1e5', '✗ “1e5”不是数字']])('as a number: %s', (written, expected) => {
    expect(say(numberValue(text(written), '人时', false))).toBe(expected);
  });

  it.each([['是', true], ['√', true], ['Y', true], ['否', false], ['×', false], ['0', false], ['也许', '✗ “也许”应填“是”或“否”']])('as yes or no: %s', (written, expected) => {
    expect(say(flagValue(text(written), false))).toBe(expected);
  });

  it('as text: numbers, dates and times as they are shown', () => {
    expect([number(13_800_001_234), number(0.1 + 0.2), number(45509, 'date'), number(45509.40625, 'moment'), number(0.40625, 'time'), { type: 'flag', value: true } as const].map((cell) => textValue(cell, false))).toEqual(['13800001234', '0.3', '2024-08-05', '2024-08-05 09:45', '09:45', '是']);
  });

  it('as Excel stores them: any minute of two centuries, in both calendars', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 180 * 365 * 1440 }), fc.boolean(), (minutes, date1904) => {
      const moment = addMinutes('1960-01-01T00:00', minutes);
      const start = date1904 ? '1904-01-01' : '1899-12-30';
      const serial = daysBetween(start, moment.slice(0, 10)) + (Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16))) / 1440;
      expect(say(minuteValue(number(serial, 'moment'), date1904))).toBe(moment);
    }));
  });
});
