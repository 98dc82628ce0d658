import { describe, expect, test } from 'vitest';
import { faultLine, faultPlace } from '../../renderer/screens/templates/fault-text.ts';
import { matchingFilters, referenceSections } from '../../renderer/screens/templates/reference-rows.ts';
import { tagParts } from '../../renderer/screens/templates/tag-tree.ts';
import { inOrderOfUse } from '../../renderer/screens/templates/template-order.ts';
import { tagReference } from '../../shared/deliverables/tag-reference.ts';
import type { TemplateInfo } from '../../shared/ipc/template-channels.ts';

test('tags become a tree by part, with what is in a loop below it, once each', () => {
  expect(tagParts([
    { part: '正文', name: '编号', place: '第1段', within: [] },
    { part: '正文', name: '巡检项目', place: '表格1第2行第1格', within: [] },
    { part: '正文', name: '序号', place: '表格1第2行第1格', within: ['巡检项目'] },
    { part: '正文', name: '名称', within: ['巡检项目', '明细'] },
    { part: '正文', name: '编号', place: '第9段', within: [] },
    { part: '页眉1', name: '标题', place: '第1段', within: [] },
  ])).toEqual([
    {
      part: '正文',
      tags: [
        { name: '编号', place: '第1段', inside: [] },
        { name: '巡检项目', place: '表格1第2行第1格', inside: [{ name: '序号', place: '表格1第2行第1格', inside: [] }, { name: '明细', place: '', inside: [{ name: '名称', place: '', inside: [] }] }] },
      ],
    },
    { part: '页眉1', tags: [{ name: '标题', place: '第1段', inside: [] }] },
  ]);
});

test('a fault is told in one line with its place, tag and advice', () => {
  const fault = { part: '正文', place: '第3段', tag: '{巡检日斯}', message: '没有“巡检日斯”这一项，生成时会是空白。', suggestion: '是否想写“巡检日期”？' };
  expect(faultLine(fault)).toBe('正文第3段 {巡检日斯}：没有“巡检日斯”这一项，生成时会是空白。是否想写“巡检日期”？');
  expect([faultPlace({ ...fault, part: '页眉2' }), faultPlace({ ...fault, part: '', place: '' })]).toEqual(['页眉2 第3段', '']);
  expect(faultLine({ part: '', place: '', tag: '', message: '文件已损坏。' })).toBe('文件已损坏。');
});

test('templates that are used come first, broken ones among them before all', () => {
  const template = (title: string, more: Partial<TemplateInfo> = {}): TemplateInfo => ({ name: `${title}.docx`, title, origin: 'own', changedAt: '', size: 1, hasShipped: true, usedBy: [], problems: [], doubts: [], ...more });
  const used = [{ id: 'a', title: 'a', enabled: true }];
  const broken = [{ part: '', place: '', tag: '', message: '坏' }];
  const list = [template('丙'), template('甲', { problems: broken }), template('乙', { usedBy: used }), template('丁', { usedBy: [{ id: 'a', title: 'a', enabled: false }] }), template('己', { subject: 'handover-list' }), template('庚', { usedBy: used, problems: broken })];
  expect(inOrderOfUse(list).map(({ title }) => title)).toEqual(['庚', '己', '乙', '丙', '丁', '甲']);
});

describe('the reference', () => {
  const { sections } = tagReference('inspection');
  const found = (query: string): readonly string[] => referenceSections(sections, query).flatMap(({ rows }) => rows.map(({ shown }) => shown));

  test('is found by Chinese and English names, by content, and as it is written in a template', () => {
    expect(found('巡检日期')).toEqual(['{巡检日期}']);
    expect(found('{date}')).toEqual(['{巡检日期}']);
    expect(found('｛巡检日期｝')).toEqual(['{巡检日期}']);
    expect(found('没有这样的标签')).toEqual([]);
  });

  test('a column keeps its list, a list all its columns', () => {
    expect(found('检查方法').slice(0, 2)).toEqual(['{#巡检项目}…{/巡检项目}', '{检查方法}']);
    expect(found('异常项 ').length).toBeGreaterThan(5);
  });

  test('lists, pictures and groups are written in their own way', () => {
    const rows = referenceSections(sections, '').flatMap((section) => section.rows);
    const row = (shown: string) => rows.find((candidate) => candidate.shown === shown);
    expect(row('{#巡检项目}…{/巡检项目}')).toMatchObject({ copied: '{#巡检项目}{/巡检项目}', english: '{#items}…{/items}', depth: 0 });
    expect(row('{%图片}')).toMatchObject({ copied: '{%图片}', depth: 1 });
    expect(row('勾选.总体结论')).toMatchObject({ copied: '', form: 'group' });
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });

  test('filters are found by name, alias and purpose', () => {
    const filters = [{ name: '日期', aliases: ['date'], usage: '日期:[格式]', summary: '改日期的写法', tag: '{巡检日期|日期}', result: '2024年8月5日' }];
    expect(['date', '写法', '金额'].map((query) => matchingFilters(filters, query).length)).toEqual([1, 1, 0]);
  });
});
