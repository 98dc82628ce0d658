import { profileSchema, type ContractProfile, type Question } from '../../shared/contract/profile.ts';
import { parsePath, valueAt, withValueAt } from './at-path.ts';

/** A profile with one question answered. */
export type AnsweredProfile = {
  readonly profile: ContractProfile;
  /** Whether the answer became the value of its field; otherwise it is only kept as a note. */
  readonly isApplied: boolean;
};

/** The answer as the field takes it; undefined where a text cannot be its value. */
function asValue(current: unknown, answer: string): unknown {
  if (typeof current === 'string') return answer;
  if (typeof current === 'number') return Number.isFinite(Number(answer)) ? Number(answer) : undefined;
  return undefined;
}

/**
 * Keeps the answer with its question and, where the question asks for the value of one field and the answer is a valid one,
 * writes it there. Lists and choices by code cannot be answered with a sentence: they are edited in the settings.
 */
export function answerQuestion(profile: ContractProfile, question: Question, answer: string): AnsweredProfile {
  const kept: ContractProfile = { ...profile, questions: profile.questions.map((other) => (other.id === question.id ? { ...other, answer } : other)) };
  const path = parsePath(question.field);
  const value = asValue(valueAt(profile, path), answer);
  if (value === undefined) return { profile: kept, isApplied: false };
  const parsed = profileSchema.safeParse(withValueAt(kept, path, value));
  return parsed.success ? { profile: parsed.data, isApplied: true } : { profile: kept, isApplied: false };
}

export function openQuestions(profile: ContractProfile): readonly Question[] {
  return profile.questions.filter((question) => question.answer === undefined);
}
