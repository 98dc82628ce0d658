import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkTemplateFile } from '../../electron/api/operations/check-template.ts';
import { paperOfTemplate } from '../../shared/deliverables/paper-subjects.ts';
import { isKindName, type KindName } from '../../shared/records/kinds.ts';
import { docxOf, paragraph } from '../helpers/ooxml-docx.ts';

const templatesFolder = fileURLToPath(new URL('../../templates', import.meta.url));
const shipped = readdirSync(templatesFolder).filter((name) => /\.(docx|xlsx)$/.test(name));

function kindOfTemplate(name: string): KindName | undefined {
  const stem = name.replace(/\.\w+$/, '').replace(/^ledger-|-list$/g, '');
  if (/^(quarterly|annual)-report$/.test(stem)) return 'report';
  return isKindName(stem) ? stem : undefined;
}

test.each(shipped)('%s uses only tags that its records have', (name) => {
  const kind = kindOfTemplate(name);
  expect(kind !== undefined || paperOfTemplate(name) !== undefined).toBe(true);
  expect(checkTemplateFile(readFileSync(path.join(templatesFolder, name)), kind).problems).toEqual([]);
});

test('a misspelt tag is found with the name that was probably meant, and fields left out are listed', () => {
  const report = checkTemplateFile(docxOf(paragraph('{巡检日斯}　{巡检人}')), 'inspection');
  expect(report.problems.map((problem) => problem.message)).toEqual([expect.stringMatching(/巡检日斯.*巡检日期/)]);
  expect(report.unused).toContain('总体结论');
  expect(report.unused).not.toContain('巡检人');
});

test("the contract's own fields are known by label and by name, and listed when left out", () => {
  const field = (name: string, label: string) => ({ name, label, type: 'text' as const, options: [], required: false });
  const template = docxOf(paragraph('{机房温度}　{humidity}'));
  const report = checkTemplateFile(template, 'inspection', [field('roomTemperature', '机房温度'), field('humidity', '湿度'), field('weather', '天气')]);
  expect(report.problems).toEqual([]);
  expect(report.unused).toContain('天气');
  expect(checkTemplateFile(template, 'inspection').problems).toHaveLength(2);
});

test('a file named otherwise than it is, is told before anything is made of it', () => {
  expect(checkTemplateFile(docxOf(paragraph('{编号｝')), undefined, [], '台账.xlsx').problems).toEqual([
    { place: '台账.xlsx', severity: 'error', message: '内容是 Word 文档，文件名却不是 .docx。（把扩展名改为 .docx）' },
    { place: '正文第1段', severity: 'error', message: '“{编号｝”的右花括号是全角的。（改为 {编号}）' },
  ]);
  expect(checkTemplateFile(docxOf(paragraph('{date}')), 'inspection', [], '巡检.DOCX')).toMatchObject({ problems: [], unused: expect.not.arrayContaining(['巡检日期']) });
});

test('a column outside its loop would print nothing', () => {
  const report = checkTemplateFile(docxOf(paragraph('{检查结果}{#巡检项目}{检查结果}{/巡检项目}{巡检项目|筛选:检查结果,"异常"|条数}{#选项.巡检类型}{框}{/}{框}{巡检日期}')), 'inspection');
  expect(report.problems).toEqual([
    { place: '正文第1段', severity: 'warning', message: '“检查结果”是“巡检项目”里的一栏，写在循环外面会是空白。（写在 {#巡检项目}…{/巡检项目} 中间）' },
    { place: '正文第1段', severity: 'warning', message: expect.stringMatching(/^“框”是“选项\..*”里的一栏/) },
  ]);
});
