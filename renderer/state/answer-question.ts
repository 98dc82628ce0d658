import { profileSchema, type ContractProfile, type Question } from '../../shared/contract/profile.ts';
import { isLocalDate } from '../../shared/dates.ts';
import { codedAnswers, numberUnits, onlyNamedDeliverables, writtenDay } from '../words/questions.ts';
import { parsePath, valueAt, withValueAt } from './at-path.ts';

/** A profile with one question answered. */
export type AnsweredProfile = {
  readonly profile: ContractProfile;
  /** Whether the answer became the value of its field; otherwise it is only kept as a note. */
  readonly isApplied: boolean;
};

/** `276,300.00 元` → 276300; undefined for anything that is no number. */
function asNumber(answer: string): number | undefined {
  const text = answer.trim().replace(numberUnits, '').trim().replace(/^[¥￥]/, '');
  return /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : undefined;
}

/** `2024年5月17日`, `2024/5/17` → `2024-05-17`; anything else stays as it is. */
function asDay(answer: string): string {
  const [, year = '', month = '', day = ''] = writtenDay.exec(answer.trim()) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : answer;
}

/** The answer as the field takes it; undefined where a text cannot be its value. */
function asValue(field: string, current: unknown, answer: string): unknown {
  const coded = codedAnswers[field];
  if (coded !== undefined) return coded[answer];
  if (typeof current === 'string') return isLocalDate(current) ? asDay(answer) : answer;
  return typeof current === 'number' ? asNumber(answer) : undefined;
}

/** The profile with the answer written where it belongs; undefined where the answer is only a note. */
function withAnswerApplied(profile: ContractProfile, question: Question, answer: string): ContractProfile | undefined {
  if (question.id === 'deliverables-open' && answer === onlyNamedDeliverables) {
    return { ...profile, deliverables: profile.deliverables.map((deliverable) => (deliverable.fromContract ? deliverable : { ...deliverable, enabled: false })) };
  }
  const path = parsePath(question.field);
  const value = asValue(question.field, valueAt(profile, path), answer);
  if (value === undefined) return undefined;
  const parsed = profileSchema.safeParse(withValueAt(profile, path, value));
  return parsed.success ? parsed.data : undefined;
}

/** Keeps the answer with its question and changes nothing else: 与合同一致, 不适用. */
export function noteAnswer(profile: ContractProfile, question: Question, answer: string): ContractProfile {
  return { ...profile, questions: profile.questions.map((other) => (other.id === question.id ? { ...other, answer } : other)) };
}

/**
 * Keeps the answer with its question and, where the question asks for the value of one field and the answer is a valid one,
 * writes it there. Lists cannot be answered with a sentence: they are edited in the settings.
 */
export function answerQuestion(profile: ContractProfile, question: Question, answer: string): AnsweredProfile {
  const kept = noteAnswer(profile, question, answer);
  const applied = withAnswerApplied(kept, question, answer);
  return { profile: applied ?? kept, isApplied: applied !== undefined };
}

/** Whether the profile has what the question was answered with. */
export function isAnswerApplied(profile: ContractProfile, question: Question): boolean {
  const { answer } = question;
  if (answer === undefined) return false;
  const current = valueAt(profile, parsePath(question.field));
  return current !== undefined && asValue(question.field, current, answer) === current;
}

export function openQuestions(profile: ContractProfile): readonly Question[] {
  return profile.questions.filter((question) => question.answer === undefined);
}
