import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultChecklist } from '../../shared/contract/default-checklist.ts';
import { evidenceFor } from '../../shared/contract/default-evidence.ts';
import { defaultSurveyCriteria } from '../../shared/contract/default-survey.ts';
import { chineseNumeral, parseNumeral } from '../../electron/intake/source/numerals.ts';
import { buildText } from '../../electron/intake/text/build-text.ts';
import { findDates, findDurations } from '../../electron/intake/text/find-dates.ts';
import { findMoney, findPercents } from '../../electron/intake/text/find-money.ts';
import { clauseNumber } from '../../electron/intake/text/headings.ts';
import { tidy, tight } from '../../shared/text/normalise.ts';

describe('numbers in contracts', () => {
  it('Chinese numerals are read as they are written', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999 }), (value) => {
      expect(parseNumeral(chineseNumeral(value))).toBe(value);
    }));
    expect(['伍拾伍万贰仟陆佰', '壹亿零伍拾万', '十', '二〇二五', '两', '三五', '一百二', '甲'].map(parseNumeral)).toEqual([552_600, 100_500_000, 10, 2025, 2, undefined, undefined, undefined]);
  });

  it('sums of money, in digits and in words', () => {
    expect(findMoney('总价¥552,600.00元（大写：伍拾伍万贰仟陆佰元整），其中12.5万元另计，零头壹拾元伍角整').map(({ yuan, form }) => [yuan, form])).toEqual([[552_600, 'digits'], [552_600, 'words'], [125_000, 'digits'], [10.5, 'words']]);
  });

  it('shares', () => {
    expect(findPercents('支付50%，即百分之五十；罚千分之三，或万分之五，或1.5‰').map((share) => share.percent)).toEqual([50, 50, 0.3, 0.05, 0.15]);
  });

  it('dates, months without a day, and days that do not exist', () => {
    expect(findDates('自2024年08月03日至2025-08-02，2024.5.1，二〇二五年十月二日，2024年5月，2025年2月30日').map(({ date, month, impossible }) => [date, month, impossible])).toEqual([
      ['2024-08-03', '2024-08', false], ['2025-08-02', '2025-08', false], ['2024-05-01', '2024-05', false], ['2025-10-02', '2025-10', false], [undefined, '2024-05', false], [undefined, '2025-02', true],
    ]);
  });

  it('lengths of time, which dates are not', () => {
    expect(findDurations('服务期一年，自8月3日起24个月，15日内，十个工作日，壹（1）年，每季度，半年').map(({ count, unit }) => `${count}${unit}`)).toEqual(['1年', '3日', '24月', '15日', '10工作日', '1年', '6月']);
  });
});

describe('the text of a contract', () => {
  it('is freed of blanks beside Chinese characters', () => {
    expect(tight('甲 方：２０２４ 年 5 月　（ 签 章 ） Word 2016')).toBe('甲方：2024年5月（签章）Word 2016');
    expect(tidy('系统 bug 修改 服务')).toBe('系统 bug 修改服务');
  });

  it.each([['第一章 总则', 1], ['第 十二 条 验收', 2], ['三、付款', 3], ['（四）其他', 4], ['1. 服务', 5], ['5.1. 甲方责任', 5.1], ['（2）提交', 7], ['A. 首付款', 8], ['附件2：保密协议', 0], ['附件1所列的服务项由乙方完成。', undefined], ['2024年8月3日', undefined], ['1.2万元', undefined], ['服务内容', undefined]])('%s has its clause number found', (line, level) => {
    expect(clauseNumber(tight(line))?.level).toBe(level);
  });

  it('joins lines broken inside titles and sentences, and keeps what begins anew apart', () => {
    const lines = ['《示例平台日常巡检', '', '记录单》', '乙方应对相关方提出的咨询、求助、投诉、', '', '建议等诉求及时办理。', '电话：1', '地址：2', '第二条 其他'];
    expect(buildText(lines.map((text) => ({ text }))).paragraphs.map((paragraph) => paragraph.text)).toEqual(['《示例平台日常巡检记录单》', '乙方应对相关方提出的咨询、求助、投诉、建议等诉求及时办理。', '电话：1', '地址：2', '第二条其他']);
  });

  it('knows under which headings a paragraph stands', () => {
    const lines = ['第一章 服务', '1. 内容', '（1）乙方提供服务。', '第二章 付款', '甲方付款。', '附件1 清单', '第一条 范围', '说明。'];
    expect(buildText(lines.map((text) => ({ text }))).paragraphs.map(({ path, annex }) => [path.join('/'), annex])).toEqual([
      ['', undefined], ['第一章服务', undefined], ['第一章服务/1.内容', undefined], ['', undefined], ['第二章付款', undefined], ['', '附件1清单'], ['附件1清单', '附件1清单'], ['附件1清单/第一条范围', '附件1清单'],
    ]);
  });

  it('finds tables set with tabs, bars and blanks', () => {
    const tables = (lines: readonly string[]): unknown => buildText(lines.map((text) => ({ text }))).tables.map((table) => table.rows.map((row) => row.cells));
    const expected = [[['序号', '项目', '金额'], ['1', '巡检', '5']]];
    expect([tables(['序号\t项目\t金额', '1\t巡检\t5']), tables(['| 序号 | 项目 | 金额 |', '|---|---|---|', '| 1 | 巡检 | 5 |']), tables(['序号   项目　　金额', '1      巡检    5'])]).toEqual([expected, expected, expected]);
  });
});

describe('what a new profile starts with', () => {
  it('a checklist of 34 items in six categories and a survey of 100 points', () => {
    expect([defaultChecklist.length, new Set(defaultChecklist.map((item) => item.category)).size, defaultSurveyCriteria.reduce((sum, entry) => sum + entry.fullScore, 0)]).toEqual([34, 6, 100]);
  });

  it('evidence judged by the item\'s name', () => {
    expect(['培训服务', '系统例查服务', '定期走访调查', '服务报告', '数据备份服务', '应急服务', '软件补丁服务', '数据统计服务', '微信咨询', '安全巡检与加固'].map((name) => evidenceFor(name).join('+'))).toEqual([
      'training', 'inspection', 'visit+survey', 'report', 'backup-run', 'incident', 'change', 'request+worklog', 'worklog', 'inspection+change',
    ]);
  });
});
