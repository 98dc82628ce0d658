import type { ContractPerson } from '../../../shared/contract/profile.ts';
import type { ChatMessage, ChatSide, ChatSpeaker } from '../../../shared/chat/chat-reading.ts';
import { comparable } from '../../../shared/text/normalise.ts';

/** The person a chat name means: the name itself, or one that holds it (运维-张三, 张三@某公司). Two people of a name are nobody. */
function personOf(name: string, people: readonly ContractPerson[]): ContractPerson | undefined {
  const wanted = comparable(name);
  const same = people.filter((person) => comparable(person.name) === wanted);
  const holding = same.length > 0 ? same : people.filter((person) => person.name.length >= 2 && wanted.includes(comparable(person.name)));
  const [only, ...others] = holding;
  return others.length === 0 ? only : undefined;
}

/** Words by which engineers speak and people who ask do not. */
const answering = /(?:已经?|帮您|给您|我)(?:处理|恢复|重启|修复|重置|解决|开通|更新|导出|备份|看一?下|查一?下)|处理好了|恢复正常|请(?:您)?(?:再|重新)?(?:试|刷新|登录)|稍等/;

/**
 * Everybody who speaks, with their side: as the person said, as the contract's people say, else guessed. Unknown names ask; where nobody
 * known answers, those do who speak like it, else whoever does not ask first.
 */
export function speakersOf(messages: readonly ChatMessage[], people: readonly ContractPerson[], told: Readonly<Record<string, ChatSide>>): ChatSpeaker[] {
  const counts = new Map<string, number>();
  const answers = new Map<string, number>();
  for (const { speaker, isSystem, text } of messages) {
    if (isSystem) continue;
    counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
    if (answering.test(text.slice(0, 500))) answers.set(speaker, (answers.get(speaker) ?? 0) + 1);
  }
  const names = [...counts.keys()];
  const known = new Map(names.map((name) => [name, personOf(name, people)]));
  const saidSide = (name: string): ChatSide | undefined => (Object.hasOwn(told, name) ? told[name] : known.get(name)?.side);
  const hasVendor = names.some((name) => saidSide(name) === 'vendor');
  const unknown = names.filter((name) => saidSide(name) === undefined);
  const byWords = unknown.filter((name) => (answers.get(name) ?? 0) > 0);
  const asksFirst = names.find((name) => saidSide(name) !== 'vendor');
  const guessedVendors = new Set(hasVendor ? [] : byWords.length > 0 && byWords.length < names.length ? byWords : names.length === 2 ? unknown.filter((name) => name !== asksFirst) : []);
  return names.map((name) => {
    const person = known.get(name);
    const side = saidSide(name);
    return { name, person: person?.name ?? name, unit: person?.unit ?? '', side: side ?? (guessedVendors.has(name) ? 'vendor' : 'client'), isGuessed: side === undefined, messages: counts.get(name) ?? 0 };
  });
}
