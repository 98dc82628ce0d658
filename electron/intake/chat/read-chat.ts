import type { ContractProfile } from '../../../shared/contract/profile.ts';
import type { ChatReading, ChatSide } from '../../../shared/chat/chat-reading.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import { groupMessages } from './group-messages.ts';
import { proposeRecord } from './propose-record.ts';
import { readMessages } from './read-messages.ts';
import { speakersOf } from './speakers.ts';

export type ChatQuestion = {
  readonly text: string;
  /** The day on which it was copied: 昨天 is the day before it. */
  readonly day: LocalDate;
  /** Sides as the person set them, by chat name. */
  readonly sides?: Readonly<Record<string, ChatSide>> | undefined;
  /** Message indexes at which a matter begins, as the person set them; otherwise found. */
  readonly begins?: readonly number[] | undefined;
};

/** Cuts the messages before each of these indexes. */
function cutAt(indexes: readonly number[], begins: readonly number[]): number[][] {
  const starts = new Set(begins);
  const groups: number[][] = [];
  for (const index of indexes) {
    const open = groups.at(-1);
    if (open === undefined || starts.has(index)) groups.push([index]);
    else open.push(index);
  }
  return groups;
}

/**
 * Reads a chat as people copy it from 微信, 企业微信, 钉钉 or QQ, and proposes a work record for every matter in it.
 * Time is proportional to the text. Nothing is stored.
 * @throws AppError invalid-input when the text is too long
 */
export function readChat(question: ChatQuestion, profile: ContractProfile): ChatReading {
  const messages = readMessages(question.text, question.day, new Set(profile.people.map(({ name }) => name)));
  const speakers = speakersOf(messages, profile.people, question.sides ?? {});
  const byName = new Map(speakers.map((speaker) => [speaker.name, speaker]));
  const spoken = messages.flatMap((message) => (message.isSystem ? [] : [message.index]));
  const groups = question.begins === undefined ? groupMessages(messages, (name) => byName.get(name)?.side ?? 'client') : cutAt(spoken, question.begins);
  return { messages, speakers, exchanges: groups.map((group) => proposeRecord(group.flatMap((index) => messages[index] ?? []), byName, profile)) };
}
