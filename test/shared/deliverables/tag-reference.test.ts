import { expect, test } from 'vitest';
import { knownTags, paperTags } from '../../../shared/deliverables/known-tags.ts';
import { tagReference, type ReferenceTag, type TagReference } from '../../../shared/deliverables/tag-reference.ts';
import { paperNames } from '../../../shared/deliverables/paper-subjects.ts';
import { templateSubject, templateSubjects } from '../../../shared/deliverables/template-subject.ts';
import { kindNames, kindOf } from '../../../shared/records/kinds.ts';
import { makeRecord, testProfile } from '../../helpers/records.ts';

function allNames(tags: readonly ReferenceTag[]): string[] {
  return tags.flatMap((tag) => [...(tag.form === 'group' ? [] : [tag.name]), ...(tag.english === undefined ? [] : [tag.english]), ...allNames(tag.inside)]);
}

function sectionOf(reference: TagReference, name: string): readonly ReferenceTag[] {
  return reference.sections.find((section) => section.name === name)?.tags ?? [];
}

test.each(kindNames)('%s: the checker knows every tag of the reference, and every field is in it', (kind) => {
  const known = new Set(knownTags(kind));
  const reference = tagReference(kind);
  expect(reference.sections.flatMap(({ tags }) => allNames(tags)).filter((name) => !known.has(name))).toEqual([]);
  expect(sectionOf(reference, 'fields').map(({ name }) => name)).toEqual(Object.values(kindOf(kind).fields).map(({ label }) => label));
});

test.each(paperNames)('%s has a reference of its own', (paper) => {
  const known = new Set(paperTags(paper));
  const reference = tagReference(paper);
  expect(reference.sections.flatMap(({ tags }) => allNames(tags)).filter((name) => !known.has(name))).toEqual([]);
  expect(allNames(sectionOf(reference, 'fields'))).toContain('合同名称');
});

test('the hand-over list tells of its disc', () => {
  expect(allNames(sectionOf(tagReference('handover-list'), 'fields'))).toContain('光盘信息.校验值');
});

test('examples come from the latest record of the contract, and the own fields of the contract are listed', () => {
  const profile = testProfile({ extraFields: { inspection: [{ name: 'roomTemperature', label: '机房温度', type: 'number', options: [], required: false }] } });
  const record = makeRecord('inspection', { date: '2024-09-02', inspector: '林远航' });
  const reference = tagReference('inspection', { profile, records: [record] });
  const fields = new Map(sectionOf(reference, 'fields').map((tag) => [tag.name, tag]));
  expect(fields.get('巡检日期')).toEqual({ name: '巡检日期', english: 'date', form: 'value', content: '日期', example: '2024年9月2日', inside: [] });
  expect(fields.get('巡检人')?.example).toBe('林远航');
  expect(sectionOf(reference, 'extra')).toEqual([{ name: '机房温度', english: 'roomTemperature', form: 'value', content: '数字', inside: [] }]);
});

test('pictures, conditions, groups and charts are told apart', () => {
  const photos = sectionOf(tagReference('inspection'), 'photos');
  expect(photos.map(({ name, form }) => [name, form])).toEqual([['有照片', 'condition'], ['照片', 'list'], ['照片对', 'list'], ['照片数', 'value']]);
  expect(photos[1]?.inside.map(({ name, form }) => [name, form])).toEqual([['序号', 'value'], ['图片', 'picture'], ['说明', 'value']]);
  const computed = sectionOf(tagReference('report'), 'computed');
  expect(computed.find(({ name }) => name === '图表')).toMatchObject({ form: 'group', inside: expect.arrayContaining([{ name: '图表.各月巡检', form: 'chart', content: '', inside: [] }]) });
});

test('what a template is for is told by the contract, then by its name', () => {
  const profile = testProfile({ deliverables: [{ id: 'own', title: '走访表', kind: 'visit', layout: 'form', grouping: 'record', template: '甲方走访表.docx', fromContract: true }] });
  expect(['甲方走访表.docx', 'inspection-list.docx', 'ledger-backup-run.xlsx', 'annual-report.docx', 'handover-list.docx', '别的.docx'].map((name) => templateSubject(profile, name)))
    .toEqual(['visit', 'inspection', 'backup-run', 'report', 'handover-list', undefined]);
  expect(templateSubjects).toContain('handover-list');
});
