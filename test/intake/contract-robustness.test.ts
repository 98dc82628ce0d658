import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/app-error.ts';
import { profileSchema } from '../../shared/contract/profile.ts';
import { readContract } from '../../electron/intake/read-contract.ts';
import { wordContract } from './contract-docx.ts';
import { demoText, fixtureNames, fixtureText } from './contract-fixtures.ts';

/** `read`, or the code of the AppError; anything else that is thrown fails the test. */
function outcome(bytes: Uint8Array, name = '合同.txt'): string {
  try {
    const { profile, questions } = readContract(bytes, name);
    expect(profile.questions).toEqual(questions);
    expect(profileSchema.safeParse(profile).success).toBe(true);
    return 'read';
  } catch (error) {
    if (error instanceof AppError && error.code !== 'internal') return error.code;
    throw error;
  }
}

/** What a person may be told; `internal` is not among them. */
const answers = ['read', 'unreadable-file', 'not-a-contract', 'invalid-input'];
const texts = [demoText(), ...fixtureNames.map(fixtureText)];
const words = fc.constantFrom(
  '甲方', '乙方', '：', '\n', '\t', '合同', '协议', '运维', '《', '》', '“', '”', '第一条', '一、', '1.', '1.1', '（一）', '附件1', '附件 2:', '项目', '服务期', '自', '起', '至', '止', '2024年8月3日',
  '2024年2月30日', '二〇二五年一月一日', '一年', '24个月', '30日内', '工作日', '合同总价', '¥1,000.00', '元', '万元', '壹仟元整', '50%', '百分之三十', '支付', '，', '。', '；', '验收', '前', '服务期满后',
  '年底/季度总结报告', '巡检记录单', '交付', '份数', '3份', '光盘', '每三个月', '报告', '评审', '视为通过', '1小时应答', '4小时恢复', '7×24小时', '热线', '20人日', '免费', '咨询、投诉等诉求', '违约金', '每延期2天',
  '最多不超过', '保密', '永久', '返还', '序号\t项目\t数量\t单价（元）\t金额（元）\n', '1\t巡检\t2\t3\t6\n', '合计', '| 1 | 2 | 3 |\n', '地址：', '电话：', '邮编', '法定代表人：', '签字', '（盖章）', '某某有限公司', '张三', '仲裁委员会', '见附件', '0', '-', ' ', '　', '\0', '\ufeff', '𠮷',
);

describe('a contract reader that never breaks', () => {
  it('answers any bytes with a profile or an AppError', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(answers).toContain(outcome(bytes));
    }), { numRuns: 400 });
  });

  it('answers any text with a profile or an AppError', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(answers).toContain(outcome(Buffer.from(text, 'utf8')));
    }), { numRuns: 300 });
  });

  it('reads any jumble of a contract\'s own words', () => {
    fc.assert(fc.property(fc.array(words, { maxLength: 250 }), fc.constantFrom('', fixtureText('sparse')), (parts, head) => {
      expect(answers).toContain(outcome(Buffer.from(`${head}\n${parts.join('')}`, 'utf8')));
    }), { numRuns: 300 });
  });

  it('reads contracts with lines lost, doubled, moved, joined and cut', () => {
    const edits = fc.array(fc.tuple(fc.constantFrom('drop', 'double', 'swap', 'join', 'cut', 'insert'), fc.nat(), words), { minLength: 1, maxLength: 25 });
    fc.assert(fc.property(fc.constantFrom(...texts), edits, (text, steps) => {
      const lines = text.split('\n');
      for (const [edit, place, word] of steps) {
        const at = place % Math.max(1, lines.length);
        const line = lines[at] ?? '';
        if (edit === 'drop') lines.splice(at, 1);
        else if (edit === 'double') lines.splice(at, 0, line);
        else if (edit === 'swap') lines.push(...lines.splice(at, 1));
        else if (edit === 'join') lines.splice(at, 2, line + (lines[at + 1] ?? ''));
        else if (edit === 'cut') lines[at] = line.slice(0, place % (line.length + 1));
        else lines[at] = line.slice(0, place % (line.length + 1)) + word + line.slice(place % (line.length + 1));
      }
      expect(answers).toContain(outcome(Buffer.from(lines.join('\n'), 'utf8')));
    }), { numRuns: 200 });
  });

  it('reads Word files with any byte changed, or says why not', async () => {
    const document = Buffer.from(await wordContract());
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 }), (changes) => {
      const bytes = Buffer.from(document);
      for (const [place, value] of changes) bytes[place % bytes.length] = value;
      expect(answers).toContain(outcome(bytes, '合同.docx'));
    }), { numRuns: 250 });
  });

  it.each(['，\n', '甲方：张三公司\n', '乙方：某某公司\n地址：某某市某某区某某路1号\n', '第一条\n', '《', '每', '合同总价¥1', '1\t服务\t1\t2\t3\n', '经办人\n张三\n', '自2024年1月1日至'])(
    // A reading in one pass takes a second or two; a quadratic one took 70 s and runs into the time limit of a test.
    'comes to an end, also for %j without end', (unit) => {
      expect(answers).toContain(outcome(Buffer.from(`${fixtureText('clean-articles')}\n${unit.repeat(Math.floor(250_000 / unit.length))}`)));
    });
});
