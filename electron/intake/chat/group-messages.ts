import type { ChatMessage, ChatSide } from '../../../shared/chat/chat-reading.ts';
import { minutesBetween } from '../../../shared/dates.ts';

/** Minutes of silence after which a message begins a new matter, and those after which one who was answered does. */
const longPause = 120;
const shortPause = 20;

/** Ends a matter instead of beginning one. */
const thanks = /^(?:谢谢|多谢|感谢|好的?|好嘞|嗯+|收到|明白|知道了|可以了|行|OK|ok|没问题|辛苦|已?解决了|[[（(【]?(?:强|OK|抱拳|玫瑰|握手|愉快|微笑)[\])）】]?)[\s！!。.~～了啦哈呀的您你各位老师[\]强抱拳玫瑰握手愉快微笑谢辛苦]{0,20}$/;
/** Begins a matter even soon after another. */
const opening = /^(?:@\S{1,20}\s?)?(?:[\u4e00-\u9fff]{0,4}(?:老师|工|经理))?[，,\s]?(?:您好|你好|在吗|在不在|请问|麻烦|打扰|另外|还有(?:一?个|件)|再(?:问|麻烦|请教)|帮忙|早上好|下午好)/;

function pause(before: ChatMessage, next: ChatMessage): number {
  if (before.day !== next.day) return before.time !== undefined && next.time !== undefined ? minutesBetween(`${before.day}T${before.time}`, `${next.day}T${next.time}`) : Infinity;
  return before.time === undefined || next.time === undefined ? 0 : minutesBetween(`${before.day}T${before.time}`, `${next.day}T${next.time}`);
}

/**
 * Puts messages that belong to one matter together: a new one begins after a long silence, when somebody else asks after an answer,
 * or when whoever was answered asks something new.
 * @returns lists of message indexes, in order
 */
export function groupMessages(messages: readonly ChatMessage[], sideOf: (speaker: string) => ChatSide): number[][] {
  const groups: number[][] = [];
  let previous: ChatMessage | undefined;
  let isAnswered = false;
  let asker: string | undefined;
  for (const message of messages) {
    if (message.isSystem) continue;
    const silence = previous === undefined ? Infinity : pause(previous, message);
    const asks = sideOf(message.speaker) === 'client' && !thanks.test(message.text.slice(0, 60)) && message.quote === undefined;
    const isNew = silence < 0 || silence > longPause || (asks && isAnswered && ((asker !== undefined && asker !== message.speaker) || silence > shortPause || opening.test(message.text.slice(0, 60))));
    if (isNew) {
      groups.push([]);
      [isAnswered, asker] = [false, undefined];
    }
    groups.at(-1)?.push(message.index);
    if (sideOf(message.speaker) === 'vendor') isAnswered ||= asker !== undefined;
    else asker ??= message.speaker;
    previous = message;
  }
  return groups;
}
