import { expect, test } from 'vitest';
import { blockRuns, marksOf, textPieces } from '../../renderer/parts/contract-text-marks.ts';
import { neighbour, nextOpen } from '../../renderer/screens/settings/questions/question-walk.ts';
import { indexDocument, type ContractDocument } from '../../shared/contract/contract-document.ts';
import type { Question } from '../../shared/contract/profile.ts';

function question(id: string, answer?: string): Question {
  return { id, field: 'title', question: '？', options: [], sources: [], ...(answer === undefined ? {} : { answer }) };
}

test('after an answer comes the next open question, those put off last, then from the top', () => {
  const questions = [question('a'), question('b', '是'), question('c'), question('d')];

  expect(nextOpen(questions, 'a', new Set())).toBe('c');
  expect(nextOpen(questions, 'a', new Set(['c']))).toBe('d');
  expect(nextOpen(questions, 'd', new Set())).toBe('a');
  expect(nextOpen(questions, 'a', new Set(['c', 'd']))).toBe('c');
  expect(nextOpen([question('a'), question('b', '是')], 'a', new Set())).toBeUndefined();
});

test('the arrow keys stop at both ends', () => {
  const questions = [question('a'), question('b')];

  expect([neighbour(questions, 'a', -1), neighbour(questions, 'a', 1), neighbour(questions, 'b', 1)]).toEqual(['a', 'b', 'b']);
});

const contract: ContractDocument = {
  fileName: '合同.txt',
  blocks: [
    { line: 1, text: '第一条 服务期', heading: 1 },
    { line: 2, text: '服务自2024年8月3日起至2025年8月2日止。验收于2025年10月2日前完成。' },
    { line: 3, cells: ['序号', '项目名称'] },
    { line: 4, cells: ['1', '功能模块服务'] },
    { line: 5, text: '签字：' },
    { line: 6, text: '林远航' },
  ],
};

const index = indexDocument(contract);

test('quoted sentences are marked where they stand, the current one over the others', () => {
  const quoted = marksOf(index, ['服务自2024年8月3日起至2025年8月2日止。', '验收于2025年10月2日前完成。']);
  const current = marksOf(index, ['2025年 10月2日']);
  const [, block] = contract.blocks;
  if (block === undefined) throw new Error('two blocks expected');

  expect(textPieces(block, quoted.get(1), current.get(1))).toEqual([
    { text: '服务自2024年8月3日起至2025年8月2日止。', mark: 'quoted' },
    { text: '验收于', mark: 'quoted' },
    { text: '2025年10月2日', mark: 'current' },
    { text: '前完成。', mark: 'quoted' },
  ]);
});

test('a row of a table and a name under its label are found as they are quoted', () => {
  expect([...marksOf(index, ['1 功能模块服务', '经办人 林远航']).keys()]).toEqual([3, 5]);
  expect(marksOf(index, ['不在合同里的句子']).size).toBe(0);
});

test('rows of one table are drawn together', () => {
  expect(blockRuns(contract).map(({ from, to, isTable }) => [from, to, isTable])).toEqual([[0, 1, false], [1, 2, false], [2, 4, true], [4, 5, false], [5, 6, false]]);
});
