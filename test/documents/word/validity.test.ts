import { AlignmentType, Bookmark, CheckBox, Document, Footer, FootnoteReferenceRun, Header, ImageRun, LevelFormat, PageNumber, Paragraph, Table, TableCell, TableOfContents, TableRow, TextRun } from 'docx';
import { expect, it } from 'vitest';
import { compileTemplate, formOptions } from '../../../electron/documents/template.ts';
import { formData, formTemplate, packed } from '../../helpers/ooxml-form.ts';
import { newLintFaults } from '../../helpers/ooxml-lint.ts';
import { newOfficeErrors } from '../../helpers/ooxml-validate.ts';

const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** A document with everything that copies can damage: drawings, bookmarks, content controls, lists, notes, sections, headers with tags. */
async function richTemplate(): Promise<Uint8Array> {
  const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });
  const section = (children: (Paragraph | Table | TableOfContents)[]) => ({
    headers: { default: new Header({ children: [new Paragraph('编号：{编号}')] }) },
    footers: { default: new Footer({ children: [new Paragraph({ children: [new TextRun('第'), new TextRun({ children: [PageNumber.CURRENT] }), new TextRun('页')] })] }) },
    children,
  });
  return packed(
    new Document({
      features: { updateFields: false },
      numbering: { config: [{ reference: 'list', levels: [{ level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、', alignment: AlignmentType.START }] }] },
      footnotes: { 1: { children: [new Paragraph('固定的脚注')] } },
      sections: [
        section([
          new TableOfContents('目录'),
          new Paragraph({ children: [new Bookmark({ id: 'top', children: [new TextRun('{标题}')] }), new FootnoteReferenceRun(1)] }),
          new Paragraph('{#组}'),
          new Paragraph({ text: '{名}', numbering: { reference: 'list', level: 0 } }),
          new Paragraph({ children: [new Bookmark({ id: 'group', children: [new TextRun('{说明}')] }), new ImageRun({ type: 'png', data: dot, transformation: { width: 20, height: 20 } }), new CheckBox({ checked: true })] }),
          new Table({ rows: [new TableRow({ tableHeader: true, children: [cell('序号'), cell('内容')] }), new TableRow({ children: [cell('{#行}{$序号}'), cell('{内容}{/行}')] })] }),
          new Paragraph('{/组}'),
        ]),
        section([new Paragraph('{#末}'), new Paragraph('{.}'), new Paragraph('{/末}'), new Paragraph('end')]),
      ],
    }),
  );
}

const rich = (number: number) => ({
  编号: `NO-${number}`,
  标题: '标题\n第二行\t制表',
  组: Array.from({ length: 3 }, (_, group) => ({ 名: `组${group}`, 说明: '<&>"\u0001', 行: Array.from({ length: group }, (_unused, row) => ({ 内容: `${row}` })) })),
  末: number % 2 === 0 ? [] : ['x', 'y'],
});

it('the validator and the lint find nothing in a filled form, alone or with others, that its template does not have', async () => {
  const source = await formTemplate();
  const template = compileTemplate(source, formOptions);
  const outputs = [template.render(formData(0)), template.render({}), template.renderMany([formData(0), formData(1), {}, formData(3)])];
  expect(outputs.flatMap((output) => newLintFaults(source, output))).toEqual([]);
  expect((await Promise.all(outputs.map((output) => newOfficeErrors(source, output, 'docx')))).flat()).toEqual([]);
});

it('nor in a document with drawings, bookmarks, lists, content controls and sections', async () => {
  const source = await richTemplate();
  const template = compileTemplate(source, formOptions);
  expect(template.problems).toEqual([]);
  const outputs = [template.render(rich(0)), template.render(rich(1)), template.render({}), template.renderMany([rich(0), rich(1), {}, rich(1)])];
  expect(outputs.flatMap((output) => newLintFaults(source, output))).toEqual([]);
  expect((await Promise.all(outputs.map((output) => newOfficeErrors(source, output, 'docx')))).flat()).toEqual([]);
});
