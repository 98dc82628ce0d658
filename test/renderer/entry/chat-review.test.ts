import { describe, expect, it } from 'vitest';
import { guessOf, matterChecker, matterKey, matterValues, mergedWithNext, sourceOf, splitAt, type MatterEdit } from '../../../renderer/entry/chat/chat-review.ts';
import type { ChatExchange, ChatReading } from '../../../shared/chat/chat-reading.ts';
import { testProfile } from '../../helpers/records.ts';

const exchange = (...messages: number[]): ChatExchange => ({ messages, body: { date: '2024-08-05', channel: '微信', serviceItem: 3, description: '打不开', hours: 0.5, staff: '林远航' }, guessed: { hours: '估算' } });
const edit = (values: MatterEdit['values']): MatterEdit => ({ id: 'a', values, isSkipped: false });

describe('the review of a chat', () => {
  it('lets a changed field stand for the guess, and a cleared one for nothing', () => {
    const own = edit({ hours: 2, serviceItem: null });
    expect(matterValues(exchange(0), own)).toEqual({ date: '2024-08-05', channel: '微信', description: '打不开', hours: 2, staff: '林远航' });
    expect([guessOf(exchange(0), own, 'hours'), guessOf(exchange(0), undefined, 'hours')]).toEqual([undefined, '估算']);
  });

  it('checks a matter as the record it will be', () => {
    const check = matterChecker(testProfile({ extraFields: { worklog: [{ name: 'ticket', label: '工单号', type: 'text', required: true }] } }));
    const begun = check('a', matterValues(exchange(0), undefined));
    expect(Object.fromEntries(begun.problems)).toEqual({ state: '必填', 'extra.ticket': '必填' });
    expect(begun.final).toBeUndefined();
    expect(begun.draft).toMatchObject({ id: 'a', kind: 'worklog', status: 'draft' });
    expect(check('a', matterValues(exchange(0), edit({ state: '完成', 'extra.ticket': 'T1' }))).final).toMatchObject({ status: 'final', extra: { ticket: 'T1' }, body: { state: '完成', hours: 0.5 } });
  });

  it('joins and cuts matters at their messages', () => {
    const exchanges = [exchange(0, 1), exchange(2, 4), exchange(5)];
    expect(mergedWithNext(exchanges, 0)).toEqual([0, 5]);
    expect(splitAt(exchanges, 4)).toEqual([0, 2, 4, 5]);
    expect(matterKey(exchange(2, 4))).toBe('2-4');
  });

  it('attaches the lines of the matter as they were pasted', () => {
    const message = (index: number, from: number, to: number) => ({ index, from, to, speaker: '甲', day: '2024-08-05', isDayGuessed: false, time: undefined, text: '', isSystem: false });
    const reading: ChatReading = { messages: [message(0, 1, 2), message(1, 4, 5), message(2, 7, 8)], speakers: [], exchanges: [] };
    expect(sourceOf('甲:\r\n一\r\n\r\n乙:\r\n二\r\n\r\n甲:\r\n三', reading, exchange(0, 2))).toBe('甲:\r\n一\r\n\r\n甲:\r\n三\r\n');
  });
});
