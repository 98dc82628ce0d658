import { describe, expect, test } from 'vitest';
import { memberText, readZip } from '../../electron/files/zip-reader.ts';
import { descendants, elements, parseXml, textOf, type XmlNode } from '../helpers/ooxml-xml.ts';
import { kindOfTemplate, shipped, shippedNames } from './shipped-files.ts';

const documents = shippedNames.filter((name) => name.endsWith('.docx'));
const lists = ['worklog-list.docx', 'inspection-list.docx', 'handover-list.docx', 'readiness-report.docx', 'volume-contents.docx', 'volume-contents-archive.docx', 'volumes-list.docx', 'volumes-receipt.docx', 'carried-inventory.docx', 'carried-closing.docx', 'inspection.docx', 'survey.docx', 'training.docx', 'quarterly-report.docx', 'annual-report.docx'];

function part(name: string, member: string): XmlNode {
  const text = memberText(readZip(shipped(name)), member);
  if (text === undefined) throw new Error(`${name} has no ${member}`);
  return parseXml(text);
}

function numberOf(node: XmlNode | undefined, attribute: string): number {
  return Number(node?.attributes.get(attribute) ?? Number.NaN);
}

const millimetre = 1440 / 25.4;

/** Cut out of their page, so that nothing of it is bound. */
const cutOut = ['volume-spines.docx', 'volume-spines-archive.docx', 'box-labels.docx', 'disc-labels.docx'];
/** 封面、卷内目录、备考表不编页号; what is cut out has none. */
const unnumbered = [...cutOut, 'volume-cover.docx', 'volume-cover-archive.docx', 'volume-contents.docx', 'volume-contents-archive.docx', 'volume-note.docx'];

describe.each(documents)('%s', (name) => {
  const root = part(name, 'word/document.xml');
  const tables = descendants(root, 'w:tbl');

  test.skipIf(cutOut.includes(name))('keeps the binding side free: 25 mm at the left, on pages across 25 mm at the top', () => {
    for (const section of descendants(root, 'w:sectPr')) {
      const size = descendants(section, 'w:pgSz')[0];
      const margin = descendants(section, 'w:pgMar')[0];
      const across = numberOf(size, 'w:w') > numberOf(size, 'w:h');
      expect(numberOf(margin, across ? 'w:top' : 'w:left') / millimetre).toBeGreaterThanOrEqual(25);
    }
  });

  test('tables have fixed columns whose grid is true in every row', () => {
    for (const table of tables) {
      expect(descendants(table, 'w:tblLayout')[0]?.attributes.get('w:type')).toBe('fixed');
      const grid = descendants(table, 'w:gridCol').map((column) => numberOf(column, 'w:w'));
      for (const row of elements(table).filter((child) => child.name === 'w:tr')) {
        let column = 0;
        for (const cell of elements(row).filter((child) => child.name === 'w:tc')) {
          const span = Number(descendants(cell, 'w:gridSpan')[0]?.attributes.get('w:val') ?? 1);
          expect(numberOf(descendants(cell, 'w:tcW')[0], 'w:w')).toBe(grid.slice(column, column + span).reduce((sum, width) => sum + width, 0));
          column += span;
        }
        expect(column).toBe(grid.length);
      }
    }
  });

  test('no row splits over two pages', () => {
    const rows = tables.flatMap((table) => elements(table).filter((child) => child.name === 'w:tr'));
    expect(rows.filter((row) => descendants(row, 'w:cantSplit').length === 0)).toEqual([]);
  });

  test('the row above the signatures stays with them', () => {
    const signed = tables.flatMap((table) => {
      const rows = elements(table).filter((child) => child.name === 'w:tr');
      return rows.flatMap((row, index) => (JSON.stringify(textsOf(row)).includes('签字') && index > 0 ? [rows[index - 1]] : []));
    });
    for (const row of signed) expect(row === undefined ? 0 : descendants(row, 'w:keepNext').length).toBeGreaterThan(0);
  });

  test('sets Chinese in faces that Windows has, with other names for other systems', () => {
    const faces = new Set(descendants(root, 'w:rFonts').map((fonts) => fonts.attributes.get('w:eastAsia')));
    const known = new Map(descendants(part(name, 'word/fontTable.xml'), 'w:font').map((font) => [font.attributes.get('w:name'), descendants(font, 'w:altName').length]));
    expect([...faces].filter((face) => known.get(face) !== 1)).toEqual([]);
    expect(descendants(part(name, 'word/styles.xml'), 'w:lang')[0]?.attributes.get('w:eastAsia')).toBe('zh-CN');
  });

  test('counts its pages', () => {
    const members = [...readZip(shipped(name)).keys()].filter((member) => /^word\/footer\d+\.xml$/.test(member));
    const fields = members.flatMap((member) => descendants(part(name, member), 'w:instrText').flatMap((field) => field.children));
    // Reports follow GB/T 9704: — 1 — on either side; everything else says of how many.
    expect(fields).toEqual(unnumbered.includes(name) ? [] : kindOfTemplate(name) === 'report' ? ['PAGE', 'PAGE'] : ['PAGE', 'NUMPAGES']);
  });
});

test.each(lists)('the headings of %s are repeated on every page', (name) => {
  const looping = descendants(part(name, 'word/document.xml'), 'w:tbl').filter((table) => /\{#(?!选项|已作废|补录原因|有光盘)[^}]+\}\{(序号|编号|月份|季度)\}/.test(textsOf(table).join('')));
  expect(looping.length).toBeGreaterThan(0);
  for (const table of looping) expect(descendants(table, 'w:tblHeader').length).toBeGreaterThan(0);
});

function textsOf(node: XmlNode): string[] {
  return descendants(node, 'w:t').flatMap((text) => text.children.filter((child) => typeof child === 'string'));
}

test.each(shippedNames.filter((name) => name.endsWith('.xlsx')))('%s prints across A4, as wide as the page, with its heading on every page', (name) => {
  const sheet = part(name, 'xl/worksheets/sheet1.xml');
  const setup = descendants(sheet, 'pageSetup')[0]?.attributes;
  expect([setup?.get('paperSize'), setup?.get('orientation'), setup?.get('fitToWidth'), setup?.get('fitToHeight')]).toEqual(['9', 'landscape', '1', '0']);
  expect(descendants(part(name, 'xl/workbook.xml'), 'definedName').map((defined) => [defined.attributes.get('name'), textOf(defined).endsWith('$3:$3')])).toEqual([['_xlnm.Print_Titles', true]]);
  expect(descendants(sheet, 'oddFooter').map(textOf).join('')).toContain('第 &P 页　共 &N 页');
});
