import type { LocalDate } from '../dates.ts';
import { momentPattern, readChatMoment, timedPattern, type ChatMoment } from './chat-moment.ts';

/**
 * What one line of a copied chat begins. `certain`: it can be nothing else; the others count only where the name is known
 * from elsewhere, because 注意： or 会议 9:30 look just like them.
 */
export type ChatHeading = {
  readonly speaker: string;
  readonly moment: ChatMoment | undefined;
  /** What follows on the same line. */
  readonly rest: string;
  readonly certain: boolean;
  /** A name before a half-width colon that ends the line: programs write it so, people who write Chinese do not. */
  readonly isPlainName: boolean;
};

/** Longer lines are contents, so that no pattern ever runs over more than this. */
const longestHeading = 100;

// Names hold no line ends; QQ and DingTalk put a number or the person's other name in brackets behind them.
const name = String.raw`([^\s:：「」\[\]][^\n:：「」]{0,39}?)`;
const nameAndMoment = new RegExp(String.raw`^${name}(?:[（(<][^()（）<>]{1,40}[)）>])?[:：]?(\s{1,4})(${timedPattern})$`);
const momentAndName = new RegExp(String.raw`^[\[【]?(${timedPattern})[\]】]?\s{1,3}${name}(?:[（(<][^()（）<>]{1,40}[)）>])?(?:[:：]\s?(.*))?$`);
const nameAndColon = new RegExp(String.raw`^${name}(?:[（(<][^()（）<>]{1,40}[)）>])?[:：]\s?(.*)$`);
const separator = new RegExp(String.raw`^[-—─=_*\s]{0,30}(${momentPattern})[-—─=_*\s]{0,30}$`);
const labels = /^(?:注意|注|备注|说明|如下|步骤|原因|方法|地址|网址|链接|电话|手机|邮箱|时间|日期|地点|附件|内容|问题|问|答|结果|回复|主题|标题|账号|帐号|用户名|密码|口令|版本|编号|姓名|单位|部门|https?|引用|错误|报错|提示|比如|例如|另外|还有|总结|PS|ps)$/;

/** A line that says only a day or a time, with or without strokes around it. */
export function chatSeparator(line: string, known: LocalDate): ChatMoment | undefined {
  const match = line.length > longestHeading ? null : separator.exec(line.trim());
  const written = match?.[1];
  // 3.15 alone is a number that somebody wrote; between strokes it is a day.
  if (written === undefined || (/^\d{1,2}[-/.]\d{1,2}$/.test(written) && written === line.trim())) return undefined;
  return readChatMoment(written, known);
}

/** The heading a line may be; `undefined` for contents. */
export function chatHeading(line: string, known: LocalDate): ChatHeading | undefined {
  const text = line.trim();
  if (text === '' || text.length > 4000 || chatSeparator(text, known) !== undefined) return undefined;
  const isShort = text.length <= longestHeading;
  const first = isShort ? nameAndMoment.exec(text) : null;
  if (first) {
    const [, speaker = '', gap = '', written = ''] = first;
    const moment = readChatMoment(written, known);
    // A day beside the time, or the wide gap of the e-mail export, stand in no sentence.
    if (moment !== undefined) return { speaker: speaker.trim(), moment, rest: '', certain: moment.day !== undefined || gap.length > 1, isPlainName: false };
  }
  const head = text.slice(0, longestHeading);
  const second = momentAndName.exec(isShort ? text : head);
  if (second) {
    const [, written = '', speaker = '', rest] = second;
    const moment = readChatMoment(written, known);
    if (moment !== undefined) return { speaker: speaker.trim(), moment, rest: rest === undefined ? '' : rest + text.slice(head.length), certain: moment.day !== undefined, isPlainName: false };
  }
  const third = nameAndColon.exec(head);
  const [, speaker = '', rest = ''] = third ?? [];
  if (!third || speaker.length > 20 || labels.test(speaker.trim()) || /[，。；！？,;!?、]/.test(speaker) || /^[\d\s.-]+$/.test(speaker)) return undefined;
  return { speaker: speaker.trim(), moment: undefined, rest: rest + text.slice(head.length), certain: false, isPlainName: text.endsWith(':') && rest === '' };
}
