import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChat } from '../../../electron/intake/chat/read-chat.ts';
import { bodySchema, parseDraftBody } from '../../../shared/records/body-schema.ts';
import { testProfile } from '../../helpers/records.ts';

const profile = testProfile({ people: [{ name: '林远航', role: '运维工程师', side: 'vendor' }, { name: '顾小满', role: '科员', side: 'client', unit: '业务一科' }] });
const day = '2024-08-06';
const read = (text: string, more: Partial<Parameters<typeof readChat>[0]> = {}) => readChat({ text, day, ...more }, profile);

const twoMatters = [
  '顾小满 2024/8/5 9:12', '您好', '', '顾小满 2024/8/5 9:12', '举报查询页面打不开了，提示超时', '',
  '林远航 2024/8/5 9:15', '稍等，我看一下', '', '林远航 2024/8/5 9:50', '连接池满了，已重启服务，恢复正常', '',
  '顾小满 2024/8/5 9:52', '可以了，谢谢[抱拳]', '',
  '韩江 2024/8/5 10:05', '@林远航 帮忙把上周的备份文件拷一份', '', '林远航 2024/8/5 10:20', '好的，明天再处理', '',
].join('\n');

describe('work records proposed from a chat', () => {
  it('tells matters, askers and answers apart, and marks what it guessed', () => {
    const { speakers, exchanges } = read(twoMatters);
    expect(speakers.map(({ name, side, isGuessed, unit }) => [name, side, isGuessed, unit])).toEqual([['顾小满', 'client', false, '业务一科'], ['林远航', 'vendor', false, ''], ['韩江', 'client', true, '']]);
    expect(exchanges).toEqual([
      {
        messages: [0, 1, 2, 3, 4],
        body: {
          date: '2024-08-05', startTime: '09:12', endTime: '09:52', channel: '微信', requester: '顾小满', requesterUnit: '业务一科', staff: '林远航', hours: 1, state: '完成',
          description: '举报查询页面打不开了，提示超时', process: '稍等，我看一下\n连接池满了，已重启服务，恢复正常', result: '连接池满了，已重启服务，恢复正常',
        },
        guessed: { hours: '按首末消息的时间估算，请按实际修改', result: '取自最后一条像是处理结果的回复', state: '末尾的话像是已经处理完' },
      },
      {
        messages: [5, 6],
        body: { date: '2024-08-05', startTime: '10:05', endTime: '10:20', channel: '微信', requester: '韩江', staff: '林远航', hours: 0.5, state: '未完成', description: '@林远航 帮忙把上周的备份文件拷一份', process: '好的，明天再处理' },
        guessed: { hours: '按首末消息的时间估算，请按实际修改', requester: '合同人员名单里没有这个人，按聊天名称填写', state: '末尾的话像是还没有处理完' },
      },
    ]);
  });

  it('guesses the service item only where it is plain', () => {
    const items = [{ no: 1, name: '数据统计服务', quantity: 1, unitPrice: 1, amount: 1 }, { no: 2, name: '微信咨询、问题排查与处理', quantity: 1, unitPrice: 1, amount: 1 }, { no: 3, name: '培训服务', quantity: 1, unitPrice: 1, amount: 1 }];
    const withItems = testProfile({ serviceItems: items });
    const itemOf = (question: string) => {
      const [exchange] = readChat({ text: `顾小满 2024/8/5 9:12\n${question}`, day }, withItems).exchanges;
      return [exchange?.body['serviceItem'], exchange?.guessed['serviceItem']];
    };
    expect(itemOf('口令忘了')).toEqual([2, '服务项名称里有“微信”']);
    expect(itemOf('要一份数据统计')).toEqual([1, '聊天里提到“数据统计”']);
    expect(itemOf('数据统计和培训的安排')).toEqual([undefined, undefined]);
  });

  it('cuts where the person says, and believes the sides the person sets', () => {
    const { exchanges } = read(twoMatters, { begins: [0, 2] });
    expect(exchanges.map(({ messages }) => messages)).toEqual([[0, 1], [2, 3, 4, 5, 6]]);
    expect(read(twoMatters, { sides: { 顾小满: 'vendor', 林远航: 'client' } }).exchanges[0]?.body).toMatchObject({ requester: '林远航', staff: '顾小满' });
  });

  it('finds who answers among strangers', () => {
    const { speakers } = read('王某:\n登不上了\n小李运维:\n已重置口令，请再试\n王某:\n好了');
    expect(speakers.map(({ name, side, isGuessed }) => [name, side, isGuessed])).toEqual([['王某', 'client', true], ['小李运维', 'vendor', true]]);
  });

  it('proposes only bodies that a draft may have', () => {
    const schema = bodySchema('worklog', profile);
    const bit = fc.constantFrom('顾小满 2024/8/5 9:12\n', '林远航 2024/8/5 23:59\n', '林远航 2024/8/6 0:10\n', '某人：', '谢谢\n', '已处理\n', '备份\n', '昨天 9:00\n', '[图片]\n', '「甲：乙」\n');
    fc.assert(fc.property(fc.array(bit, { maxLength: 40 }), (bits) => {
      const { messages, exchanges } = read(bits.join(''));
      expect(exchanges.flatMap((exchange) => exchange.messages)).toEqual(messages.flatMap(({ index, isSystem }) => (isSystem ? [] : [index])));
      for (const { body } of exchanges) expect(parseDraftBody('worklog', schema, body)).toMatchObject({ ok: true });
    }));
  });
});
