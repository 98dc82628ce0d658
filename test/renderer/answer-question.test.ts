import { expect, test } from 'vitest';
import { answerQuestion, openQuestions } from '../../renderer/state/answer-question.ts';
import type { Question } from '../../shared/contract/profile.ts';
import { testProfile } from '../helpers/records.ts';

function ask(field: string): Question {
  return { id: 'q', field, question: '请确认', options: [], sources: [] };
}

test.each([
  ['client.address', '示例路 1 号', (profile: ReturnType<typeof testProfile>) => profile.client.address, '示例路 1 号'],
  ['service.to', '2025-08-01', (profile: ReturnType<typeof testProfile>) => profile.service.to, '2025-08-01'],
  ['changeQuota.personDays', '25', (profile: ReturnType<typeof testProfile>) => profile.changeQuota.personDays, 25],
])('an answer becomes the value of %s', (field, text, read, value) => {
  const question = ask(field);

  const answered = answerQuestion(testProfile({ questions: [question] }), question, text);

  expect([answered.isApplied, read(answered.profile), answered.profile.questions[0]?.answer]).toEqual([true, value, text]);
  expect(openQuestions(answered.profile)).toEqual([]);
});

test.each([
  ['a list', 'deliverables', '都要交'],
  ['a code that the sentence is not', 'reporting.quarterRule', '按自然季度'],
  ['a date that is none', 'service.to', '下个月底'],
  ['a number that is none', 'changeQuota.personDays', '二十'],
  ['a field that does not exist', 'client.fame', '很大'],
])('an answer to %s is kept as a note and changes nothing else', (_, field, text) => {
  const question = ask(field);
  const profile = testProfile({ questions: [question] });

  const answered = answerQuestion(profile, question, text);

  expect(answered).toEqual({ isApplied: false, profile: { ...profile, questions: [{ ...question, answer: text }] } });
});
