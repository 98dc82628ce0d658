import type { LocalDate } from '../dates.ts';

/** A week of a busy group stays far below. */
export const chatLimits = { characters: 600_000, lines: 20_000 } as const;

export type ChatSide = 'client' | 'vendor';

/** One message; lines are counted from 1 in the text as it was pasted. */
export type ChatMessage = {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  /** '' for what the program itself wrote. */
  readonly speaker: string;
  readonly day: LocalDate;
  readonly isDayGuessed: boolean;
  readonly time: string | undefined;
  readonly text: string;
  readonly quote?: string;
  readonly isSystem: boolean;
};

/** Somebody who speaks: which side, and whether the contract's list of people says so or it was guessed. */
export type ChatSpeaker = { readonly name: string; readonly person: string; readonly unit: string; readonly side: ChatSide; readonly isGuessed: boolean; readonly messages: number };

/** Messages that belong to one matter, and the work record they propose. */
export type ChatExchange = {
  /** Indexes of its messages, system lines left out. */
  readonly messages: readonly number[];
  readonly body: Readonly<Record<string, string | number>>;
  /** Fields of the body that were guessed, with the reason in Chinese. */
  readonly guessed: Readonly<Record<string, string>>;
};

export type ChatReading = { readonly messages: readonly ChatMessage[]; readonly speakers: readonly ChatSpeaker[]; readonly exchanges: readonly ChatExchange[] };
