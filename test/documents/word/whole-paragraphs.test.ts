import { describe, expect, it } from 'vitest';
import { compileTemplate, formOptions } from '../../../electron/documents/template.ts';
import { docxOf, page, paragraph, sectionEnd, table } from '../../helpers/ooxml-docx.ts';
import { newLintFaults, paragraphTexts } from '../../helpers/ooxml-lint.ts';
import { newOfficeErrors } from '../../helpers/ooxml-validate.ts';

/** Loops that begin with their first paragraph and end with their last one, as people write them who spend no line on a tag. */

const both = { 系统: [{ 名: '门户', 人: '王宁' }, { 名: '办公', 人: '李岩' }] };
const body = paragraph('前') + paragraph('{#系统}{名}') + paragraph('负责人 {人}{/系统}') + paragraph('后');

function printed(content: string, data: unknown, options = formOptions): readonly string[] {
  const template = docxOf(content);
  const bytes = compileTemplate(template, options).render(data);
  expect(newLintFaults(template, bytes)).toEqual([]);
  return paragraphTexts(bytes);
}

describe('a loop whose tags stand at the outer ends of its paragraphs', () => {
  it('repeats the paragraphs, and takes them away when there is nothing', () => {
    expect(printed(body, both)).toEqual(['前', '门户', '负责人 王宁', '办公', '负责人 李岩', '后']);
    expect(printed(body, { 系统: [] })).toEqual(['前', '后']);
  });

  it('goes for conditions, between tables, and in a cell, which keeps a paragraph', () => {
    expect(printed(`${paragraph('{#有}一')}${table([['{数}']])}${paragraph('二{/有}')}`, { 有: [{ 数: 1 }, { 数: 2 }] })).toEqual(['一', '1', '二', '一', '2', '二']);
    expect(printed(table([[paragraph('{^有}一') + paragraph('二{/有}'), '右']]), { 有: true })).toEqual(['', '右']);
  });

  it('repeats text where other text stands outside the tags, or a section ends', () => {
    expect(printed(paragraph('共{#系统}{名}') + paragraph('{人}{/系统}'), both)).toEqual(['共门户', '王宁办公', '李岩']);
    expect(printed(paragraph('{#系统}{名}') + paragraph('{人}{/系统}。'), both)).toEqual(['门户', '王宁办公', '李岩。']);
    const ending = sectionEnd(page).replace('</w:p>', '<w:r><w:t>{人}{/系统}</w:t></w:r></w:p>');
    expect(printed(paragraph('{#系统}{名}') + ending, { 系统: [both.系统[0]] })).toEqual(['门户', '王宁']);
  });

  it('repeats text, as the known engines do, unless the page is to be tidy', () => {
    expect(printed(body, both, { paragraphLoop: true })).toEqual(['前', '门户', '负责人 王宁办公', '负责人 李岩', '后']);
  });

  it('makes documents that the validator passes', async () => {
    const template = docxOf(body);
    expect(await newOfficeErrors(template, compileTemplate(template, formOptions).renderMany([both, { 系统: [] }, both]), 'docx')).toEqual([]);
  });
});
