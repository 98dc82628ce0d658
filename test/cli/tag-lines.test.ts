import { expect, test } from 'vitest';
import { tagLines } from '../../electron/cli/tag-lines.ts';

test('tags are told part by part, those of a loop behind it, each once', () => {
  const tag = (part: string, name: string, ...within: readonly string[]) => ({ part, name, within });
  expect(tagLines([tag('正文', '编号'), tag('正文', '系统'), tag('正文', '名称', '系统'), tag('正文', '检查项', '系统'), tag('正文', '名称', '系统', '检查项'), tag('页眉', '编号')])).toEqual([
    '标签（5 个）：', '  正文：编号、系统（名称、检查项（名称））', '  页眉：编号',
  ]);
  expect(tagLines([])).toEqual(['标签（0 个）：没有']);
});
