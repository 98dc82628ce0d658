import { expect, test } from 'vitest';
import { answerQuestion, isAnswerApplied, noteAnswer, openQuestions } from '../../renderer/state/answer-question.ts';
import type { Question } from '../../shared/contract/profile.ts';
import { testProfile } from '../helpers/records.ts';

function ask(field: string): Question {
  return { id: 'q', field, question: '请确认', options: [], sources: [] };
}

test.each([
  ['client.address', '示例路 1 号', (profile: ReturnType<typeof testProfile>) => profile.client.address, '示例路 1 号'],
  ['service.to', '2025-08-01', (profile: ReturnType<typeof testProfile>) => profile.service.to, '2025-08-01'],
  ['service.from', '2024年8月5日', (profile: ReturnType<typeof testProfile>) => profile.service.from, '2024-08-05'],
  ['changeQuota.personDays', '25', (profile: ReturnType<typeof testProfile>) => profile.changeQuota.personDays, 25],
  ['price.total', '276,300.00 元', (profile: ReturnType<typeof testProfile>) => profile.price.total, 276_300],
  ['acceptance.deadlineIncluded', '含当天', (profile: ReturnType<typeof testProfile>) => profile.acceptance.deadlineIncluded, true],
  ['reporting.quarterRule', '按自然季度计算', (profile: ReturnType<typeof testProfile>) => profile.reporting.quarterRule, 'calendar'],
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
  ['no single field', 'sources', '北京仲裁委员会'],
  ['a field that does not exist', 'client.fame', '很大'],
])('an answer to %s is kept as a note and changes nothing else', (_, field, text) => {
  const question = ask(field);
  const profile = testProfile({ questions: [question] });

  const answered = answerQuestion(profile, question, text);

  expect(answered).toEqual({ isApplied: false, profile: { ...profile, questions: [{ ...question, answer: text }] } });
});

test('what was answered is known to be applied as long as the field still says it', () => {
  const question = ask('client.address');
  const { profile } = answerQuestion(testProfile({ questions: [question] }), question, '示例路 1 号');
  const [answered = question] = profile.questions;

  expect(isAnswerApplied(profile, answered)).toBe(true);
  expect(isAnswerApplied({ ...profile, client: { ...profile.client, address: '示例路 2 号' } }, answered)).toBe(false);
});

test('an answer that only notes never becomes a value', () => {
  const question = ask('client.address');
  const profile = testProfile({ questions: [question] });

  expect(noteAnswer(profile, question, '不适用')).toEqual({ ...profile, questions: [{ ...question, answer: '不适用' }] });
});

test('documents that the contract does not name are switched off when only its own are wanted', () => {
  const question = { ...ask('deliverables'), id: 'deliverables-open' };
  const [first, second] = testProfile().deliverables;
  if (first === undefined || second === undefined) throw new Error('two deliverables expected');
  const profile = testProfile({ questions: [question], deliverables: [first, { ...second, fromContract: false }] });

  expect(answerQuestion(profile, question, '只交合同列出的').profile.deliverables.map(({ enabled }) => enabled)).toEqual([true, false]);
});
