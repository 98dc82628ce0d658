import type { LocalDate } from '../../../../shared/dates.ts';
import type { QuestionBody } from '../../../../shared/ipc/report-life-channels.ts';
import { reviewQuestionWords } from '../../../words/report-life.ts';

/** A question as its dialog holds it; empty texts are not there yet. */
export type QuestionDraft = { readonly [Field in keyof Required<QuestionBody>]: string };

/** What the dialog begins with: an answer is begun with today's date. */
export function draftOf(question: QuestionBody | undefined, withAnswer: boolean, today: LocalDate): QuestionDraft {
  return {
    askedOn: question?.askedOn ?? today, askedBy: question?.askedBy ?? '', question: question?.question ?? '',
    answeredOn: question?.answeredOn ?? (withAnswer ? today : ''), answeredBy: question?.answeredBy ?? '', answer: question?.answer ?? '',
  };
}

/** What is wrong with it, in words. */
export function draftProblem(draft: QuestionDraft, withAnswer: boolean, submittedOn: LocalDate): string | undefined {
  if (draft.askedOn === '' || draft.askedBy.trim() === '' || draft.question.trim() === '') return reviewQuestionWords.required;
  if (draft.askedOn < submittedOn) return reviewQuestionWords.early(submittedOn);
  if (!withAnswer) return undefined;
  if (draft.answeredOn === '' || draft.answer.trim() === '') return reviewQuestionWords.answerRequired;
  return draft.answeredOn < draft.askedOn ? reviewQuestionWords.answerEarly(draft.askedOn) : undefined;
}

/** As it is handed in: without an answer where none is written. */
export function bodyOfDraft(draft: QuestionDraft, withAnswer: boolean): QuestionBody {
  const asked = { askedOn: draft.askedOn, askedBy: draft.askedBy.trim(), question: draft.question.trim() };
  if (!withAnswer) return asked;
  const answeredBy = draft.answeredBy.trim();
  return { ...asked, answeredOn: draft.answeredOn, answer: draft.answer.trim(), ...(answeredBy === '' ? {} : { answeredBy }) };
}
