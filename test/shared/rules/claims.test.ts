import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimsIn } from '../../../shared/rules/claims.ts';

function said(text: string): string[] {
  return claimsIn(text).map((claim) => claim.text);
}

describe('totals in prose', () => {
  test.each([
    ['本季度共巡检 250 次，发现异常 3 项，均已处理。', ['本季度共巡检250次', '发现异常3项']],
    ['（一）本季度（2024年8月3日至11月2日），项目组按合同约定开展运行维护服务，共完成日常工作 1,204 条，投入工时 800.5 人时', ['共完成日常工作1,204条', '投入工时800.5人时']],
    ['巡检覆盖率为９８.４％；应答达标率 100%', ['巡检覆盖率为98.4%', '应答达标率100%']],
    ['1. 共收到用户需求 5 件、上线需求 4 件', ['共收到用户需求5件', '上线需求4件']],
    ['累计使用免费人日12.5人日。剩余免费人日7.5人日', ['累计使用免费人日12.5人日', '剩余免费人日7.5人日']],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  test.each([
    '巡检 12 次', // whose, and when?
    '2024年8月共巡检 22 次，9月共巡检 21 次', '上季度共巡检 61 次', '下季度计划共巡检 63 次', '张三共巡检 20 次', '机房巡检共 12 次', '网络方面，本季度共巡检 12 次', '网络：本季度共巡检 12 次',
    '本季度故障较上季度减少，共发生故障 2 次', '其中微信 120 条', '共巡检约 250 次', '共巡检 250 余次', '共巡检 250 次以上', '共巡检 200 至 250 次', '合同约定巡检覆盖率不低于 95%', '巡检覆盖率 95% 以上',
    '按合同第八章第 2 条，1 小时应答、4 小时恢复', '免费额度 20 人日', '2024年8月5日发生故障 1 次，当日恢复', '本季度共处理 3 个模块的异常', '共 12 人参加', '第 3 次巡检', '共巡检 250',
  ])('nothing is read into: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  test('of other spans than the report is told by name', () => {
    expect(claimsIn('本月共巡检 21 次').map(({ spans }) => spans)).toEqual([['月度']]);
    expect(claimsIn('本季度共巡检 61 次，本服务年度共巡检 248 次').map(({ spans }) => spans)).toEqual([['季度'], ['季度', '年度']]);
  });

  test('no text takes long or throws, and a claim stands in the text that it is taken from', () => {
    const words = fc.constantFrom('共', '本季度', '巡检', '日常巡检', '累计', '次', '%', '，', '。', '（', '）', '2024年8月5日', '第八章2', '98.4', '1,204', '不低于', '合同', '巡检覆盖率', '\n', '共计', '总', ' ');
    fc.assert(fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 4 }), fc.nat().map(String)), { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      const began = performance.now();
      const claims = claimsIn(text);
      // A hundred times what it takes, for a machine that does other things.
      expect(performance.now() - began).toBeLessThan(1000);
      for (const claim of claims) expect(Number.isFinite(claim.value)).toBe(true);
    }));
  });

  test('dates, clauses and demands around it never become a total', () => {
    const around = fc.constantFrom('2024年8月5日', '第八章2条', '合同要求不低于 95%', '4 小时内恢复', '每日 2 次', '12345', '20 人日以内', '3 台服务器', '8:30 至 17:30', '2024-08-05', '第 3 季度', '编号 XJ-20240805-01');
    fc.assert(fc.property(fc.array(around, { maxLength: 6 }), fc.constantFrom('，', '。', '；', '\n', '、'), (parts, separator) => {
      expect(said(parts.join(separator))).toEqual([]);
    }));
  });
});
