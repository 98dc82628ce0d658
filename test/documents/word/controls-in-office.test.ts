import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compileTemplate, formOptions } from '../../../electron/documents/template.ts';
import { paragraph, run, table } from '../../helpers/ooxml-docx.ts';
import { linkedDocx } from '../../helpers/ooxml-links.ts';
import { newLintFaults } from '../../helpers/ooxml-lint.ts';
import { newOfficeErrors } from '../../helpers/ooxml-validate.ts';
import { hasPages, pagesOf } from '../../helpers/pdf-pages.ts';

const control = (properties: string, content: string): string => `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const titled = (tag: string, id: number): string => `<w:alias w:val="{${tag}}"/><w:tag w:val="{${tag}}"/><w:id w:val="${id}"/>`;
const state = (name: string, code: string, font: string): string => `<w14:${name}State w14:val="${code}" w14:font="${font}"/>`;
const box = (tag: string, id: number, font: string): string => control(`${titled(tag, id)}<w14:checkbox><w14:checked w14:val="0"/>${state('checked', '2611', font)}${state('unchecked', '2610', font)}</w14:checkbox>`, run('☐'));
const prompt = run('点这里');
const items = '<w:listItem w:displayText="免费" w:value="1"/><w:listItem w:displayText="收费" w:value="2"/>';
const mark = (type: string, data = ''): string => `<w:r><w:fldChar w:fldCharType="${type}"${data === '' ? '/>' : `><w:ffData><w:name w:val="F"/><w:enabled/><w:calcOnExit w:val="0"/>${data}</w:ffData></w:fldChar>`}</w:r>`;
const field = (code: string, result: string, data = ''): string => `${mark('begin', data)}<w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>${mark('separate')}${result}${mark('end')}`;
const help = (tag: string): string => `<w:helpText w:type="text" w:val="{${tag}}"/>`;
const link = (id: string, text: string): string => `<w:hyperlink r:id="${id}" w:history="1">${run(text)}</w:hyperlink>`;

/** One of everything that a title or a link can hold a tag for, in the page and in the copies of a loop. */
const everything = [
  `<w:p>${run('回访')}${box('已回访', 11, 'Segoe UI Symbol')}${run('是否收费：{#选项}')}${box('框', 12, 'MS Gothic')}${run('{名称} {/选项}')}</w:p>`,
  table([['{#行}{名}', `<w:p>${box('正常', 13, 'Segoe UI Symbol')}${link('rId7', '照片')}</w:p>`, `<w:p>${control(`${titled('方式', 14)}<w:showingPlcHdr/><w:dropDownList w:lastValue="2">${items}</w:dropDownList>`, prompt)}${run('{/行}')}</w:p>`]]),
  `<w:p>${control(`${titled('方式', 15)}<w:comboBox>${items}</w:comboBox>`, prompt)}${control(`${titled('日期', 16)}<w:date><w:dateFormat w:val="yyyy/M/d"/><w:lid w:val="zh-CN"/><w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>`, prompt)}</w:p>`,
  control(`<w:rPr><w:b/></w:rPr>${titled('说明', 17)}<w:lock w:val="contentLocked"/><w:text/>`, paragraph('旧')),
  `<w:p>${field('FORMCHECKBOX', '', `${help('已回访')}<w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox>`)}${field('FORMDROPDOWN', '', `${help('方式')}<w:ddList><w:listEntry w:val="免费"/></w:ddList>`)}${field('FORMTEXT', run('旧'), `${help('说明')}<w:textInput/>`)}</w:p>`,
  `<w:p>${field('HYPERLINK "{网址}" \\o "提示"', run('详情'))}<w:fldSimple w:instr=" HYPERLINK &quot;{网址}&quot; ">${run('简单')}</w:fldSimple>${run('{网址|链接:"点开"}')}</w:p>`,
].join('');
const linked = { links: { rId7: '附件/{名}.jpg' }, header: `<w:p>${link('rIdH', '系统')}${box('已回访', 21, 'Segoe UI Symbol')}</w:p>`, headerLinks: { rIdH: '%7B%E7%BD%91%E5%9D%80%7D' }, linkStyle: 'a8' };
const template = linkedDocx(everything, linked);
const record = (number: number) => ({
  已回访: number % 2 === 0 ? '是' : '否', 选项: [{ 框: '☑', 名称: '免费' }, { 框: '☐', 名称: '收费' }], 方式: ['收费', '减免', null][number % 3],
  行: [{ 名: `甲${number}`, 正常: '√' }, { 名: '乙 #2', 正常: '×' }, { 名: '丙', 正常: null }], 日期: '2024年8月5日', 说明: '一\n<二>', 网址: number === 2 ? 'file:///x' : `https://oa.example.cn/${number}?a=1&b=2`,
});

it('the validator and the lint find nothing new, in one document or in many records of one', async () => {
  const compiled = compileTemplate(template, formOptions);
  expect(compiled.problems).toEqual([]);
  const outputs = [compiled.render(record(0)), compiled.render({}), compiled.renderMany([record(0), record(1), record(2), {}, record(0)])];
  expect(outputs.flatMap((output) => newLintFaults(template, output))).toEqual([]);
  expect((await Promise.all(outputs.map((output) => newOfficeErrors(template, output, 'docx')))).flat()).toEqual([]);
}, 60_000);

let folder: string;
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'controls-'));
});
afterAll(async () => {
  await fs.rm(folder, { recursive: true, force: true });
});

// LibreOffice draws boxes of older form fields as buttons, which are no text, and knows no lines in controls for plain text.
it.runIf(hasPages)('LibreOffice prints the ticks, entries, days and texts', async () => {
  const file = path.join(folder, 'filled.docx');
  await fs.writeFile(file, compileTemplate(template, formOptions).render(record(0)));
  const [document] = await pagesOf([file], folder);
  const lines = (document?.pages[0] ?? '').split('\n').map((line) => line.replace(/\s+/g, '')).filter((line) => line !== '');
  expect(lines).toEqual(['系统☑', '回访☑是否收费：☑免费☐收费', '甲0☑照片收费', '乙#2☐照片收费', '丙☐照片收费', '收费2024/8/5', '一<二>', '收费一', '<二>', '详情简单点开']);
}, 60_000);
