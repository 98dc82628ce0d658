import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekday } from '../../../../shared/dates.ts';
import { evaluated, through } from './evaluated.ts';

const spellings = ['2024-08-05', '2024-8-5', '2024/8/5', '2024.8.5', '2024年8月5日', '2024年08月05日', '２０２４年８月５日', ' 2024 年 8 月 5 日 ', '2024-08-05T09:05', '2024年8月5日 09:05', '2024年8月5日9:05', '2024-08-05 09:05:30', '2024-08-05T09:05:30.123Z', '2024-08-05T09:05+08:00', '2024年8月5日 9时5分', '2024年8月5日 9点5分'];

describe('日期', () => {
  it.each(spellings)('reads %s', (written) => {
    expect([through(written, '日期'), through(written, '日期大写'), through(written, '月日'), through(written, '星期')]).toEqual(['2024年8月5日', '二〇二四年八月五日', '八月五日', '星期一']);
  });

  it.each([
    ['YYYY-MM-DD', '2024-08-05'], ['YY/M/D', '24/8/5'], ['YYYY年M月D日', '2024年8月5日'], ['YYYY年MM月DD日 星期', '2024年08月05日 星期一'], ['M月D日 HH:mm', '8月5日 09:05'], ['H时m分', '9时5分'], ['HH:mm:ss', '09:05:00'], ['YYYY', '2024'], ['日期：D', '日期：5'],
  ])('writes %s', (format, text) => {
    expect([through('2024年8月5日 09:05', `日期:"${format}"`), through('2024-08-05T09:05', `日期:“${format}”`)]).toEqual([text, text]);
  });

  it('takes a format without quotes where nothing in it separates', () => {
    expect([through('2024-08-05', '日期:YYYY年M月D日'), through('2024-08-05', '日期：YYYY/MM/DD'), evaluated('值|日期:HH:mm').doubts]).toEqual(['2024年8月5日', '2024/08/05', ['过滤器“日期”多了参数']]);
  });

  it.each([
    ['yyyy-MM-dd', '过滤器“日期”的参数不对：日期格式里的“y”没有意义：年月日用大写的 YYYY、M 或 MM、D 或 DD，时是 H 或 HH，分是小写的 m 或 mm，秒是 s 或 ss，还有 星期'],
    ['YYYY-mm-DD', '过滤器“日期”的参数不对：日期格式里小写的 m 是分钟，月份要写大写的 M'],
  ])('refuses the format %s when the template is read', (format, message) => {
    expect(evaluated(`值|日期:"${format}"`).doubts).toEqual([message]);
  });

  it.each(['待定', '2024-02-30', '2023-02-29', '2024-13-01', '2024年8月5', '2024-08/05', '08-05', '20240805', '2024', 45509, true, ['2024-08-05'], '2024-08-05 25:00', '0024-08-05', '2024-08-05 明天'])('prints %s as it is, and says so', (value) => {
    expect(evaluated('值|日期', { 值: value })).toEqual({ value, doubts: ['日期：不是日期'] });
  });

  it('does not invent what is not written', () => {
    expect([through('2024年8月', '日期'), through('2024年8月', '日期大写'), through('2024年8月', '月'), through('2024年8月', '日期:"YYYY-MM"'), through('2024年8月', '日'), through('2024-08-05', '日期:"HH:mm"'), through('2024年8月', '星期'), through('09:05', '日期')]).toEqual([
      '2024年8月', '二〇二四年八月', '8', '2024-08', ['?', '2024年8月'], ['?', '2024-08-05'], ['?', '2024年8月'], ['?', '09:05'],
    ]);
  });

  it('lets nothing pass for nothing', () => {
    expect([undefined, null, ''].map((value) => evaluated('值|日期', { 值: value }))).toEqual([{ value: undefined, doubts: [] }, { value: null, doubts: [] }, { value: '', doubts: [] }]);
  });

  it('gives every day back, on the right day of the week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), (days) => {
        const date = addDays('1950-01-01', days);
        const chinese = String(through(date, '日期'));
        expect([through(chinese, '日期:"YYYY-MM-DD"'), through(chinese, '星期')]).toEqual([date, `星期${'日一二三四五六'.charAt(weekday(date))}`]);
      }),
    );
  });
});

it.each([
  ['2024-01-01', '二〇二四年一月一日', '一月一日'], ['2010-10-10', '二〇一〇年十月十日', '十月十日'], ['2024-12-20', '二〇二四年十二月二十日', '十二月二十日'], ['2025-11-31', '2025-11-31', '2025-11-31'], ['2024-02-29', '二〇二四年二月二十九日', '二月二十九日'],
])('%s in Chinese digits', (date, whole, short) => {
  expect([evaluated('值|日期大写', { 值: date }).value, evaluated('值|月日', { 值: date }).value]).toEqual([whole, short]);
});

it('takes the parts of a date', () => {
  expect(['年', '月', '日', '时间', '时间:"H点m分"'].map((filter) => through('2024年8月5日 09:05', filter))).toEqual(['2024', '8', '5', '09:05', '9点5分']);
  expect([through('9:05', '时间'), through('09:05:07', '时间:"HH:mm:ss"'), through('2024-08-05', '时间')]).toEqual(['09:05', '09:05:07', ['?', '2024-08-05']]);
});

it('knows the quarter of the calendar', () => {
  expect(['2024-01-01', '2024-03-31', '2024-04-01', '2024年9月', '2024-10-01', '2024-12-31', '2', 4].map((value) => [through(value, '季度'), through(value, '第几季度')])).toEqual([
    ['1', '第一季度'], ['1', '第一季度'], ['2', '第二季度'], ['3', '第三季度'], ['4', '第四季度'], ['4', '第四季度'], ['2', '第二季度'], ['4', '第四季度'],
  ]);
  expect(['5', '0', '1.0', '待定'].map((value) => through(value, '第几季度'))).toEqual([['?', '5'], ['?', '0'], ['?', '1.0'], ['?', '待定']]);
});

it('counts days and months on', () => {
  expect([through('2024-08-05', '加天:14'), through('2024-02-28', '加天:2'), through('2024年8月5日 09:05', '加天:-5'), through('2024-01-31', '加月:1'), through('2024年12月5日', '加月:"12"')]).toEqual(['2024年8月19日', '2024年3月1日', '2024年7月31日 09:05', '2024年2月29日', '2025年12月5日']);
  expect([through('2024-08-05', '加天:1.5'), through('2024-08-05', '加天:99999999'), through('2024年8月', '加天:1'), evaluated('值|加天:"x"').doubts]).toEqual([['?', '2024-08-05'], ['?', '2024-08-05'], ['?', '2024年8月'], ['过滤器“加天”的参数不对：天数应是数字']]);
  expect([evaluated('完|相隔天数:始', { 始: '2024年8月5日', 完: '2024-08-08 10:00' }), evaluated('完|相隔天数:始', { 始: '待定', 完: '2024-08-08' })]).toEqual([{ value: '3', doubts: [] }, { value: '2024-08-08', doubts: ['相隔天数：不是完整的日期'] }]);
});
