import type { ContractProfile } from '../../../shared/contract/profile.ts';
import type { ChatExchange, ChatMessage, ChatSpeaker } from '../../../shared/chat/chat-reading.ts';
import { optionsOf } from '../../../shared/records/body-schema.ts';
import { kinds } from '../../../shared/records/kinds.ts';

const textLimit = 8000;
const solved = /已经?(?:处理|解决|恢复|修复|重启|重置|开通|更新|导出|发送|发给|完成|改好|调整)|(?:处理|解决|恢复|修复|弄|改|搞)(?:好|完)了|恢复正常|完成了|可以了|好了/;
const confirmed = /可以了|好了|解决了|正常了|能(?:登|用|打开|看到)了|谢谢|感谢|收到了/;
const unsolved = /明天(?:再|继续|处理)|还(?:没|不)(?:好|行|能)|还是(?:不行|报错|打不开)|待(?:处理|排查|跟进)|下周|稍后(?:再)?处理/;
const greeting = /^(?:@\S{1,20}\s?)?(?:您好|你好|在吗?|在的|嗯+|好的?|收到|稍等|请稍等|马上|来了|[[【][^\]】]{1,6}[\]】])[\s，,！!。.~～]{0,4}$/;
/** What stands for something that text cannot hold, or for a face. */
const faces = /\[(?:微笑|呲牙|抱拳|强|握手|玫瑰|OK|愉快|偷笑|捂脸|流汗|表情|动画表情|合十|爱心|太阳|咖啡|鼓掌|加油|旺柴|笑哭|苦涩|破涕为笑|社会社会)\]/g;

function said(messages: readonly ChatMessage[]): string {
  const texts = messages.map(({ text }) => text.replace(faces, '').trim()).filter((text) => text !== '');
  // A greeting alone says nothing, unless nothing else was said.
  const telling = texts.filter((text) => !greeting.test(text.slice(0, 40)));
  return (telling.length > 0 ? telling : texts).join('\n').slice(0, textLimit);
}

/** Parts of an item's name that a chat may mention. */
function terms(name: string): string[] {
  return name.split(/[、，,与和及（）() ]+/).map((part) => part.replace(/(?:服务|处理|支持|维护)$/, '')).filter((part) => part.length >= 2);
}

function guessItem(text: string, profile: Pick<ContractProfile, 'serviceItems'>): { readonly no: number; readonly why: string } | undefined {
  const items = profile.serviceItems.filter(({ evidence }) => evidence.length === 0 || evidence.includes('worklog'));
  const ofChannel = items.filter(({ name }) => name.includes('微信'));
  const named = items.flatMap((item) => {
    const term = terms(item.name).find((part) => text.includes(part));
    return term === undefined || ofChannel.includes(item) ? [] : [{ no: item.no, why: `聊天里提到“${term}”` }];
  });
  const [only, ...others] = named;
  if (only !== undefined && others.length === 0) return only;
  const [channel, ...more] = ofChannel;
  return named.length === 0 && channel !== undefined && more.length === 0 ? { no: channel.no, why: '服务项名称里有“微信”' } : undefined;
}

/** Half hours, at least one: what a chat shows of the work is its least. */
function proposedHours(first: ChatMessage, last: ChatMessage): number {
  if (first.day !== last.day || first.time === undefined || last.time === undefined) return 0.5;
  const minutes = (Number(last.time.slice(0, 2)) - Number(first.time.slice(0, 2))) * 60 + Number(last.time.slice(3)) - Number(first.time.slice(3));
  return Math.max(0.5, Math.ceil(minutes / 30) / 2);
}

/** A work record as far as the messages of one matter say it; everything that is more than their words is marked as guessed. */
export function proposeRecord(messages: readonly ChatMessage[], speakers: ReadonlyMap<string, ChatSpeaker>, profile: ContractProfile): ChatExchange {
  const [first] = messages;
  const last = messages.at(-1);
  const indexes = messages.map(({ index }) => index);
  if (first === undefined || last === undefined) return { messages: indexes, body: {}, guessed: {} };
  const isVendor = (message: ChatMessage): boolean => speakers.get(message.speaker)?.side === 'vendor';
  const asking = messages.filter((message) => !isVendor(message));
  const answering = messages.filter(isVendor);
  const asker = speakers.get(asking[0]?.speaker ?? '');
  const staff = speakers.get(answering[0]?.speaker ?? '');
  const firstAnswer = messages.findIndex(isVendor);
  const question = said(messages.filter((message, at) => !isVendor(message) && (firstAnswer <= 0 || at < firstAnswer)));
  const later = said(messages.filter((message, at) => !isVendor(message) && firstAnswer > 0 && at > firstAnswer && !confirmed.test(message.text.slice(0, 60))));
  const lastAnswer = answering.findLast(({ text }) => solved.test(text.slice(0, 500)));
  const closing = asking.findLast(({ index }) => index > (answering[0]?.index ?? Infinity));
  const isUnsolved = unsolved.test(messages.slice(-2).map(({ text }) => text.slice(0, 300)).join('\n'));
  const isSolved = !isUnsolved && (lastAnswer !== undefined || (closing !== undefined && confirmed.test(closing.text.slice(0, 100))));
  const item = guessItem(messages.map(({ text }) => text.slice(0, 2000)).join('\n').slice(0, 20_000), profile);
  const hasChannel = optionsOf(kinds.worklog.fields.channel, profile).includes('微信');
  const timed = messages.filter(({ time }) => time !== undefined);
  const sameDay = first.day === last.day;

  const body: Record<string, string | number> = { date: first.day, hours: proposedHours(first, last) };
  const guessed: Record<string, string> = { hours: '按首末消息的时间估算，请按实际修改' };
  const put = (field: string, value: string | number | undefined, why?: string): void => {
    if (value === undefined || value === '') return;
    body[field] = value;
    if (why !== undefined) guessed[field] = why;
  };
  if (first.isDayGuessed) guessed['date'] = '聊天里没有写明完整日期，按复制当天推算';
  put('startTime', timed[0]?.time);
  put('endTime', sameDay ? timed.at(-1)?.time : undefined);
  put('channel', hasChannel ? '微信' : undefined);
  put('serviceItem', item?.no, item?.why);
  put('requester', asker?.person, asker?.isGuessed === true ? '合同人员名单里没有这个人，按聊天名称填写' : undefined);
  put('requesterUnit', asker?.unit);
  put('staff', staff?.person, staff?.isGuessed === true ? '按说话内容判断是运维人员' : undefined);
  put('description', question === '' ? said(messages) : question);
  put('process', [said(answering), later === '' ? '' : `用户补充：${later}`].filter((text) => text !== '').join('\n'));
  put('result', lastAnswer === undefined ? undefined : said([lastAnswer]), '取自最后一条像是处理结果的回复');
  put('state', isUnsolved ? '未完成' : isSolved ? '完成' : undefined, isUnsolved ? '末尾的话像是还没有处理完' : '末尾的话像是已经处理完');
  return { messages: indexes, body, guessed };
}
