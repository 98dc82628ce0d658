import { expect, test } from 'vitest';
import { fillTemplate } from '../../electron/api/operations/documents.ts';
import { writtenRow, writtenWorkbook } from '../documents/excel/written-workbook.ts';
import { docxOf, paragraph } from '../helpers/ooxml-docx.ts';

const data = { 日期: '待定' };

test('whoever fills a template is told what was missing and what a filter did not understand, in either kind of file', () => {
  const document = fillTemplate(docxOf(paragraph('{日期|日期}{没有}')), '通知.docx', data);
  const ledger = fillTemplate(writtenWorkbook({ sheets: [{ name: '台账', rows: [writtenRow(1, ['{日期|日期}', '{日期|日期}', '{没有}'])], tail: '' }] }), '台账.xlsx', data);
  expect([document.warnings, ledger.warnings]).toEqual([
    ['正文第1段：数据里没有“{没有}”，已留空。', '正文第1段：“{日期|日期}”日期：不是日期，照原样印出。'],
    ['“{日期|日期}”日期：不是日期，照原样印出。', '数据里没有“{没有}”，已留空。'],
  ]);
});
