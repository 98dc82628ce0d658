import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessages } from '../../../electron/intake/chat/read-messages.ts';
import { looksLikeChat } from '../../../shared/chat/looks-like-chat.ts';

const monday = '2024-08-05';
const nobody: ReadonlySet<string> = new Set();

/** `speaker day time text`, what a test compares. */
function brief(text: string, people: ReadonlySet<string> = nobody, day = monday): string[] {
  return readMessages(text, day, people).map((message) => `${message.isSystem ? '系统' : message.speaker} ${message.day} ${message.time ?? '—'} ${message.quote === undefined ? '' : `[${message.quote}] `}${message.text.replaceAll('\n', '⏎')}`);
}

const forms: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
  ['several messages chosen and copied in 微信', '顾小满 2024/8/5 9:12\n系统登不上\n\n林远航 2024/8/5 9:15\n我看一下\n[图片]\n', ['顾小满 2024-08-05 09:12 系统登不上', '林远航 2024-08-05 09:15 我看一下⏎[图片]']],
  ['sent by e-mail from 微信', '顾小满 和 林远航 在微信上的聊天记录如下，请查收。\n\n—————  2024-08-05  —————\n\n\n顾小满  16:21\n\n报表导不出来\n\n林远航  16:22\n\n好的\n\n—————  2024-08-06  —————\n\n顾小满  9:00\n\n还是不行', ['顾小满 2024-08-05 16:21 报表导不出来', '林远航 2024-08-05 16:22 好的', '顾小满 2024-08-06 09:00 还是不行']],
  ['names with colons', '顾小满:\n系统登不上\n请看：\n第二行\n林远航:\n好的\n顾小满:\n谢谢', ['顾小满 2024-08-05 — 系统登不上⏎请看：⏎第二行', '林远航 2024-08-05 — 好的', '顾小满 2024-08-05 — 谢谢']],
  ['names and words on one line', '顾小满：系统登不上\n林远航：好的，地址：内网\n顾小满：谢谢\n林远航：不客气', ['顾小满 2024-08-05 — 系统登不上', '林远航 2024-08-05 — 好的，地址：内网', '顾小满 2024-08-05 — 谢谢', '林远航 2024-08-05 — 不客气']],
  ['QQ', '消息记录（此消息记录为文本格式，不支持重新导入）\n\n================================================================\n消息分组:我的群聊\n================================================================\n消息对象:运维群\n================================================================\n\n2024-08-05 8:43:38 PM 顾小满(87200175)\n打不开了\n\n2024-08-05 20:44:09 林远航(36226407)\n重启了服务\n', ['顾小满 2024-08-05 20:43 打不开了', '林远航 2024-08-05 20:44 重启了服务']],
  ['企业微信 and 钉钉', '顾小满@业务一科 8/5 9:12:33\n接口报错\n林远航(林工) 08-05 09:20\n在查', ['顾小满@业务一科 2024-08-05 09:12 接口报错', '林远航 2024-08-05 09:20 在查']],
  ['one line each with time and name', '[2024-08-04 09:12:33] 顾小满: 你好\n[2024-08-04 09:13:01] 林远航: 您好：请讲', ['顾小满 2024-08-04 09:12 你好', '林远航 2024-08-04 09:13 您好：请讲']],
  ['lines of time between messages', '昨天 15:20\n顾小满：\n查询慢\n星期五 上午9:05\n林远航：\n在看\n顾小满：\n好\n下午3:30\n林远航：\n加了索引', ['顾小满 2024-08-04 15:20 查询慢', '林远航 2024-08-02 09:05 在看', '顾小满 2024-08-02 09:05 好', '林远航 2024-08-02 15:30 加了索引']],
  ['replies with quotes', '林远航 2024/8/5 9:15\n「顾小满：系统登不上」\n- - - - - - - - - - - - - - -\n已重启\n\n顾小满 2024/8/5 9:16\n好了\n引用 林远航 的消息 : 已重启', ['林远航 2024-08-05 09:15 [顾小满：系统登不上] 已重启', '顾小满 2024-08-05 09:16 [林远航：已重启] 好了']],
  ['system lines', '2024年8月5日 上午9:12\n"顾小满"邀请"林远航"加入了群聊\n顾小满 2024/8/5 9:13\n在吗\n林远航撤回了一条消息', ['系统 2024-08-05 09:12 "顾小满"邀请"林远航"加入了群聊', '顾小满 2024-08-05 09:13 在吗', '系统 2024-08-05 09:13 林远航撤回了一条消息']],
];

describe('a copied chat', () => {
  it.each(forms)('%s', (_, text, expected) => {
    expect(brief(text)).toEqual(expected);
    expect(brief(text.replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  it.each(forms)('is known by its looks: %s', (_, text) => {
    expect(looksLikeChat(text)).toBe(true);
  });

  it('is not seen in prose, tables and addresses', () => {
    expect(['', '今天上午9:30开会。\n注意：带电脑\n备注：三楼', '服务日期\t渠道\n2024-08-05\t电话', 'https://example.invalid/a:1\n步骤：\n1. 打开\n步骤：\n2. 关闭'].map(looksLikeChat)).toEqual([false, false, false, false]);
  });

  it('knows people of the contract even when they speak once', () => {
    expect(brief('林远航：已处理\n说明：重启了两次', new Set(['林远航']))).toEqual(['林远航 2024-08-05 — 已处理⏎说明：重启了两次']);
  });

  it('says which days it worked out', () => {
    expect(readMessages('昨天 9:00\n甲某：\n一\n甲某：\n二\n2024年8月1日 9:00\n甲某：\n三', monday, nobody).map(({ day, isDayGuessed }) => [day, isDayGuessed])).toEqual([['2024-08-04', true], ['2024-08-04', true], ['2024-08-01', false]]);
  });

  it('keeps the lines of every message, so that they can be shown', () => {
    const text = '前言\n顾小满 2024/8/5 9:12\n一\n二\n\n林远航 2024/8/5 9:15\n三';
    expect(readMessages(text, monday, nobody).map(({ from, to }) => [from, to])).toEqual([[2, 4], [6, 7]]);
  });

  it('reads anything in time proportional to its length, and refuses what is too long', () => {
    const bit = fc.constantFrom('顾小满', '：', ':', '\n', ' ', '2024/8/5', ' 9:12', '昨天', '「', '」', '—', 'A', '(', ')', '引用 x 的消息 : ', '撤回了一条消息', '\u2005');
    fc.assert(fc.property(fc.array(bit, { maxLength: 60 }), (bits) => {
      const text = bits.join('');
      const lines = text.split('\n').length;
      for (const [at, message] of readMessages(text, monday, nobody).entries()) {
        expect(message.index).toBe(at);
        expect(message.from).toBeGreaterThan(0);
        expect(message.to).toBeGreaterThanOrEqual(message.from);
        expect(message.to).toBeLessThanOrEqual(lines);
      }
    }));
    const started = performance.now();
    for (const line of ['「'.repeat(90), ' '.repeat(100), '9:12 '.repeat(20), 'a'.repeat(99), '-'.repeat(100), '邀请'.repeat(60), '1-1 '.repeat(24)]) readMessages(`${line}\n`.repeat(4000), monday, nobody);
    expect(performance.now() - started).toBeLessThan(6000);
    expect(() => readMessages('x\n'.repeat(30_000), monday, nobody)).toThrow('聊天记录太长');
  });
});
