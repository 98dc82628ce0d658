import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileTemplate, formOptions } from '../../../electron/documents/template.ts';
import { memberText, readZip } from '../../../electron/files/zip-reader.ts';
import { docxOf, paragraph, run } from '../../helpers/ooxml-docx.ts';
import { newLintFaults } from '../../helpers/ooxml-lint.ts';
import { newOfficeErrors } from '../../helpers/ooxml-validate.ts';
import { descendants, parseXml, textOf } from '../../helpers/ooxml-xml.ts';
import { numberedTexts } from '../../helpers/word-lists.ts';
import { tableGrids, tableRows } from '../../helpers/word-tables.ts';

const levels = [0, 1].map((level) => `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>${level === 1 ? '<w:pStyle w:val="Sub"/>' : ''}<w:lvlText w:val="%${level + 1}."/></w:lvl>`).join('');
const numbering = [0, 1, 2].map((id) => `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels.replace('"Sub"', `"Sub${id}"`)}</w:abstractNum>`).join('') + [0, 1, 2].map((id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`).join('');
const styles = [0, 1, 2].map((id) => `<w:style w:type="paragraph" w:styleId="Sub${id}"><w:name w:val="Sub${id}"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="${id + 1}"/></w:numPr><w:ind w:left="99"/></w:pPr></w:style>`).join('');

const names = ['a', 'b', 'c'];
const item = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 1 })).map(([list, level]) => `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run('i{.}')}</w:p>`);
const styled = fc.integer({ min: 0, max: 2 }).map((id) => `<w:p><w:pPr><w:pStyle w:val="Sub${id}"/></w:pPr>${run('s{.}')}</w:p>`);
const noted = fc.constant(`<w:p>${run('f')}<w:r><w:footnoteReference w:id="?"/></w:r></w:p>`);
const name = fc.constantFrom(...names);
const mark = fc.constantFrom('', '', '', '|连续编号');

/** A table of three columns, of which the second may be repeated; rows with cells that merge, rows that span, rows with conditions. */
const cell = (text: string, more = ''): string => `<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/>${more}</w:tcPr>${paragraph(text)}</w:tc>`;
const row = fc.oneof(
  fc.tuple(name, name).map(([list, columns]) => `<w:tr>${cell(`{#${list}}{.|合并相同}`)}${cell(`{#${columns}|按列}{.}{/${columns}}`)}${cell(`{a|合并相同}{/${list}}`)}</w:tr>`),
  name.map((columns) => `<w:tr>${cell('h')}${cell(`{-w:tc ${columns}}{.}{/${columns}}`)}${cell('k')}</w:tr>`),
  fc.constant(`<w:tr>${cell('over', '<w:gridSpan w:val="2"/>')}${cell('z')}</w:tr>`),
  name.map((condition) => `<w:tr>${cell('m', '<w:vMerge w:val="restart"/>')}${cell('x')}${cell(`{-w:tr ${condition}}y{/${condition}}`)}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('x')}${cell('y')}</w:tr>`),
);
const table = fc.array(row, { minLength: 1, maxLength: 3 }).map((rows) => `<w:tbl><w:tblPr><w:tblW w:w="3000" w:type="dxa"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="1000"/>'.repeat(3)}</w:tblGrid>${rows.join('')}</w:tbl>${paragraph('')}`);
const { body } = fc.letrec<{ body: string; block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    item, styled, noted, table,
    fc.tuple(name, mark, fc.constantFrom('#', '#', '^'), tie('body')).map(([list, more, sign, inner]) => `${paragraph(`{${sign}${list}${more}}`)}${inner}${paragraph('{/}')}`),
  ),
  body: fc.array(tie('block'), { minLength: 1, maxLength: 4 }).map((blocks) => blocks.join('')),
}));
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, fc.constantFrom('x', 'y', '', 1, true, false), fc.array(tie('value'), { maxLength: 3 }), fc.record({ a: tie('value'), b: tie('value') }, { requiredKeys: [] })),
})).value;
const record = fc.record({ a: value, b: value, c: value });

/** The text of every note, in the order of the references. */
function noteTexts(bytes: Uint8Array): readonly (string | undefined)[] {
  const part = (file: string) => parseXml(memberText(readZip(bytes), file) ?? '');
  const notes = new Map(descendants(part('word/footnotes1.xml'), 'w:footnote').map((note) => [note.attributes.get('w:id'), textOf(note)]));
  const referred = descendants(part('word/document.xml'), 'w:footnoteReference').map((reference) => reference.attributes.get('w:id'));
  expect(new Set(referred).size).toBe(referred.length);
  return referred.map((id) => notes.get(id));
}

/** Columns of the grid and of the longest row, table by table. */
function columns(bytes: Uint8Array): readonly (readonly [number, number])[] {
  const root = parseXml(memberText(readZip(bytes), 'word/document.xml') ?? '');
  return descendants(root, 'w:tbl').map((found) => {
    const widths = descendants(found, 'w:tr').map((line) => descendants(line, 'w:tc').reduce((sum, one) => sum + Number(descendants(one, 'w:gridSpan')[0]?.attributes.get('w:val') ?? 1), 0));
    return [descendants(found, 'w:gridCol').length, Math.max(...widths)] as const;
  });
}

/** Every reference gets a note of its own. */
function template(blocks: string): Uint8Array {
  let id = 1;
  const numbered = blocks.replaceAll('w:id="?"', () => `w:id="${++id}"`);
  const footnotes = Array.from({ length: id }, (_, index) => `<w:footnote w:id="${index + 1}">${paragraph(`{.}{a}n${index}`)}</w:footnote>`).join('');
  return docxOf(numbered + paragraph('end'), { numbering, styles, footnotes });
}

it('a volume says the same as each record alone: numbers, notes, merged cells, columns', () => {
  fc.assert(
    fc.property(body, record, record, (blocks, first, second) => {
      const source = template(blocks);
      const compiled = compileTemplate(source, formOptions);
      expect(compiled.problems).toEqual([]);
      const alone = [compiled.render(first), compiled.render(second)];
      const volume = compiled.renderMany([first, second]);
      for (const bytes of [...alone, volume]) {
        expect(newLintFaults(source, bytes)).toEqual([]);
        for (const [grid, longest] of columns(bytes)) expect(grid).toBe(longest);
      }
      expect(numberedTexts(volume)).toEqual(alone.flatMap(numberedTexts));
      expect(noteTexts(volume)).toEqual(alone.flatMap(noteTexts));
      expect(tableRows(volume)).toEqual(alone.flatMap(tableRows));
      expect(tableGrids(volume)).toEqual(alone.flatMap(tableGrids));
    }),
    { numRuns: 60 },
  );
}, 60_000);

it('the validator finds nothing in such volumes', async () => {
  const cases = fc.sample(fc.tuple(body, record, record), { numRuns: 4, seed: 11 });
  const errors = await Promise.all(cases.map(([blocks, first, second]) => newOfficeErrors(template(blocks), compileTemplate(template(blocks), formOptions).renderMany([first, second]), 'docx')));
  expect(errors.flat()).toEqual([]);
}, 60_000);
