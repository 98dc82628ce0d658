import { AppError } from '../../../shared/app-error.ts';
import { chatHeading, chatSeparator, type ChatHeading } from '../../../shared/chat/chat-heading.ts';
import { chatLimits, type ChatMessage } from '../../../shared/chat/chat-reading.ts';
import type { LocalDate } from '../../../shared/dates.ts';

/** What the programs themselves write into a chat. */
const systemLine = /撤回了?(?:了)?一条消息|加入(?:了)?(?:本)?群|(?:邀请|将).{0,60}(?:加入|移出)(?:了)?群聊?|修改群名为|拍了拍|以下(?:是|为)新消息|以上是打招呼的内容|你已添加了|已成为(?:新)?群主|退出(?:了)?群聊?|领取了.{0,40}红包|开启了?(?:朋友验证|消息免打扰)|^-+ ?以上(?:是|为)历史消息/;
/** Lines that head an exported chat. */
const exportLine = /在微信上的聊天记录如下|的聊天记录如下[，,:：]|^消息记录（此消息记录为文本格式|^消息(?:分组|对象)[:：]|^[=]{8,}$/;
const quoteEnd = /^[-—\s]{7,}$/;

type Open = { from: number; speaker: string; heading: ChatHeading | undefined; lines: string[] };

/** Names that count as speakers: those with a time beside them, people of the contract, and names that head two lines. */
function speakersOf(headings: readonly (ChatHeading | undefined)[], people: ReadonlySet<string>): ReadonlySet<string> {
  const certain = new Set<string>();
  const repeated = new Map<string, number>();
  for (const heading of headings) {
    if (heading === undefined) continue;
    if (heading.certain || people.has(heading.speaker)) certain.add(heading.speaker);
    else repeated.set(heading.speaker, (repeated.get(heading.speaker) ?? 0) + 1);
  }
  // Where times head the messages, a colon inside them heads nothing.
  const hasTimes = headings.some((heading) => heading?.certain === true);
  if (!hasTimes) for (const [name, count] of repeated) if (count >= 2) certain.add(name);
  const first = headings.find((heading) => heading !== undefined);
  if (!hasTimes && first !== undefined) {
    certain.add(first.speaker);
    if (first.isPlainName) for (const heading of headings) if (heading?.isPlainName === true) certain.add(heading.speaker);
  }
  return certain;
}

/** 「张三：原话」 and the stroke under it, as WeChat writes a reply; or 引用 张三 的消息 : … behind it. */
function withoutQuote(lines: readonly string[]): { readonly quote: string | undefined; readonly text: string } {
  const whole = lines.join('\n').trim();
  const end = whole.startsWith('「') ? whole.indexOf('」') : -1;
  if (end > 0 && end <= 5000) {
    const rest = whole.slice(end + 1).split('\n').filter((line) => !quoteEnd.test(line)).join('\n').trim();
    return { quote: whole.slice(1, end), text: rest };
  }
  const behind = /\n引用 ?(.{1,60}?) ?的消息 ?[:：] ?/.exec(whole);
  return behind === null ? { quote: undefined, text: whole } : { quote: `${behind[1] ?? ''}：${whole.slice(behind.index + behind[0].length)}`, text: whole.slice(0, behind.index).trim() };
}

/**
 * The messages of a copied chat in their order. Time is proportional to the text.
 * @param day the day on which it was copied; what has no date of its own is of this day
 * @param people names that are speakers wherever they stand before a colon
 * @throws AppError invalid-input when the text is longer than `chatLimits`
 */
export function readMessages(text: string, day: LocalDate, people: ReadonlySet<string>): ChatMessage[] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/[\u200b\u2005\ufeff]/g, ' ').replace(/\u00a0/g, ' ').split('\n');
  if (text.length > chatLimits.characters || lines.length > chatLimits.lines) throw new AppError('invalid-input', `聊天记录太长：最多 ${chatLimits.lines} 行，请分几次粘贴。`, { lines: lines.length });
  const headings = lines.map((line) => (exportLine.test(line.slice(0, 200)) ? undefined : chatHeading(line, day)));
  const speakers = speakersOf(headings, people);
  const messages: ChatMessage[] = [];
  let currentDay: LocalDate | undefined;
  let isDayGuessed = false;
  let currentTime: string | undefined;
  let open: Open | undefined;

  const close = (to: number): void => {
    if (open === undefined) return;
    const { quote, text: said } = withoutQuote(open.lines);
    const filled = open.lines.findLastIndex((line) => line.trim() !== '');
    if (said !== '' || quote !== undefined) {
      messages.push({
        index: messages.length, from: open.from, to: Math.max(open.from, Math.min(to, open.from + (open.heading?.rest === '' ? 1 : 0) + Math.max(0, filled))), speaker: open.speaker,
        day: currentDay ?? day, isDayGuessed: currentDay === undefined || isDayGuessed, time: currentTime, text: said, ...(quote === undefined ? {} : { quote }), isSystem: false,
      });
    }
    open = undefined;
  };

  lines.forEach((line, index) => {
    const number = index + 1;
    if (exportLine.test(line.slice(0, 200))) return close(number - 1);
    const heading = headings[index];
    if (heading !== undefined && (heading.certain || speakers.has(heading.speaker))) {
      close(number - 1);
      if (heading.moment?.day !== undefined) [currentDay, isDayGuessed] = [heading.moment.day, heading.moment.isDayGuessed];
      if (heading.moment?.time !== undefined) currentTime = heading.moment.time;
      open = { from: number, speaker: heading.speaker, heading, lines: heading.rest === '' ? [] : [heading.rest] };
      return;
    }
    const moment = chatSeparator(line, day);
    if (moment !== undefined) {
      close(number - 1);
      if (moment.day !== undefined) [currentDay, isDayGuessed] = [moment.day, moment.isDayGuessed];
      currentTime = moment.time;
      return;
    }
    if (line.length < 200 && systemLine.test(line)) {
      close(number - 1);
      messages.push({ index: messages.length, from: number, to: number, speaker: '', day: currentDay ?? day, isDayGuessed, time: currentTime, text: line.trim(), isSystem: true });
      return;
    }
    // What stands before the first speaker belongs to nobody.
    open?.lines.push(line);
  });
  close(lines.length);
  return messages;
}
