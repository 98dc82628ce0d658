import type { Question } from '../../../../shared/contract/profile.ts';

/** The question before or after one; the ends stay where they are. */
export function neighbour(questions: readonly Question[], id: string, step: 1 | -1): string {
  const index = questions.findIndex((question) => question.id === id);
  return questions[Math.min(Math.max(index + step, 0), questions.length - 1)]?.id ?? id;
}

/**
 * Where to go after a question was answered or put off: the next open one below it, then from the top; those put off come last.
 * Undefined when no other question is open.
 */
export function nextOpen(questions: readonly Question[], id: string, later: ReadonlySet<string>): string | undefined {
  const index = questions.findIndex((question) => question.id === id);
  const following = [...questions.slice(index + 1), ...questions.slice(0, index)].filter((question) => question.answer === undefined);
  return (following.find((question) => !later.has(question.id)) ?? following[0])?.id;
}
