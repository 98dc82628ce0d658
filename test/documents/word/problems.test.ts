import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/app-error.ts';
import { listedProblem } from '../../../electron/documents/tags/template-problem.ts';
import { compileTemplate, formOptions } from '../../../electron/documents/template.ts';
import { docxOf, paragraph, run, table, type DocxParts } from '../../helpers/ooxml-docx.ts';

const problemsOf = (body: string, parts: DocxParts = {}) => compileTemplate(docxOf(body, parts), formOptions).problems;
/** Code, place and tag of every problem. */
const found = (body: string, parts?: DocxParts): readonly string[] => problemsOf(body, parts).map(({ code, part, place, tag }) => `${code} ${part}${place} ${tag}`);

describe('mistakes in a template', () => {
  it('has none when all is well', () => {
    expect(found(paragraph('{a}{#b}{c}{/b}{^b}{/}') + table([['{#r}{x}', '{y}{/r}']]))).toEqual([]);
  });

  it('are all found at once, part by part, each with its place', () => {
    const body = paragraph('ok') + paragraph('{a') + table([['x', 'b}'], ['{#c}', 'y']]) + paragraph('{{d}}') + paragraph('{}');
    expect(found(body, { header: paragraph('{/h}'), footer: paragraph('{f') })).toEqual([
      'unclosed-tag 正文第2段 {a',
      'unopened-tag 正文表格1第1行第2格 b}',
      'doubled-braces 正文第3段 {{d}}',
      'empty-tag 正文第4段 {}',
      'unclosed-loop 正文表格1第2行第1格 {#c}',
      'unopened-loop 页眉第1段 {/h}',
      'unclosed-tag 页脚第1段 {f',
    ]);
  });

  it('name the place in nested tables and text boxes', () => {
    const inner = table([['x'], ['{a']]) + paragraph('');
    const box = `<w:p><w:r><w:pict><v:shape id="s"><v:textbox><w:txbxContent>${paragraph('')}${paragraph('{b')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
    expect(found(table([['x', inner]]) + box)).toEqual(['unclosed-tag 正文表格1第1行第2格内表格1第2行第1格 {a', 'unclosed-tag 正文文本框第2段 {b']);
  });

  it('a tag split over two paragraphs is one mistake', () => {
    expect(found(paragraph('x {na') + paragraph('me} y'))).toEqual(['tag-over-paragraphs 正文第1段 {na¶me}']);
  });

  it('a misspelt end of a loop says which beginning it belongs to', () => {
    expect(problemsOf(paragraph('{#检查项}') + paragraph('{/检査项}'))).toEqual([
      {
        code: 'loop-mismatch', part: '正文', place: '第2段', tag: '{/检査项}',
        message: '“{/检査项}”与开始标签“{#检查项}”（第1段）的名称不同。', suggestion: '写成 {/检查项}',
      },
    ]);
  });

  it('crossed loops are told from unclosed ones', () => {
    expect(found(paragraph('{#a}{#b}{/a}{/b}'))).toEqual(['loops-crossed 正文第1段 {#b}']);
    expect(found(paragraph('{#a}{#b}{/a}'))).toEqual(['unclosed-loop 正文第1段 {#b}']);
    expect(found(table([['{#a}x', '{/a}{#b}y', '{/b}']]))).toEqual(['loops-crossed 正文表格1第1行第2格 {#b}…{/b}']);
  });

  it.each([
    ['from outside a table into it', paragraph('{#a}') + table([['{/a}']])],
    ['from one table to the next', table([['{#a}', 'x']]) + paragraph('') + table([['y', '{/a}']])],
    ['out of a text box', `<w:p>${run('{#a}')}<w:r><w:pict><v:shape id="s"><v:textbox><w:txbxContent>${paragraph('{/a}')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`],
    ['into the middle of a hyperlink', `<w:p>${run('{#a}')}<w:hyperlink w:anchor="x">${run('before {/a} after')}</w:hyperlink></w:p>`],
  ])('a loop %s cannot be repeated', (_, body) => {
    expect(found(body).map((problem) => problem.split(' ')[0])).toEqual(['loop-containers']);
  });

  it('a container that is not there', () => {
    expect(found(paragraph('{-w:tr a}x{/a}'))).toEqual(['unknown-container 正文第1段 {-w:tr a}…{/a}']);
  });

  it('finished XML beside other text', () => {
    expect(found(paragraph('备注：{@x}'))).toEqual(['raw-not-alone 正文第1段 {@x}']);
  });

  it('wrong change of delimiters', () => {
    expect(found(paragraph('{=[[=}')).slice(0, 1)).toEqual(['bad-delimiters 正文第1段 {=[[=}']);
  });
});

it('a template with mistakes never renders', () => {
  const template = compileTemplate(docxOf(paragraph('{a') + paragraph('b}x{c')), formOptions);
  const refused = (action: () => unknown): unknown => {
    try {
      return action();
    } catch (error) {
      return error instanceof AppError ? [error.code, error.message, error.details['problems']] : error;
    }
  };
  const refusal = ['template-broken', '模板有 2 处错误，没有生成文件。正文第1段：“{a¶b}”一个标签被回车分成了两段。（把标签写在同一段里）（另有 1 处）', template.problems.map(listedProblem)];
  expect([refused(() => template.render({})), refused(() => template.renderMany([{}, {}])), refused(() => template.renderReported({}))]).toEqual([refusal, refusal, refusal]);
});

it('lists its tags with their loops', () => {
  const template = compileTemplate(docxOf(paragraph('{#a}{b.c}{#d}{.}{/d}{/a}{^a}{e}{/}'), { header: paragraph('{h}') }), formOptions);
  const use = (part: string, kind: string, tag: string, name: string | undefined, within: readonly string[]) => ({ part, place: '第1段', kind, tag, name, names: name === undefined ? [] : [{ name, within: [] }], within });
  expect(template.tags).toEqual([
    use('正文', 'loop', '{#a}', 'a', []),
    use('正文', 'value', '{b.c}', 'b.c', ['a']),
    use('正文', 'loop', '{#d}', 'd', ['a']),
    use('正文', 'value', '{.}', undefined, ['a', 'd']),
    use('正文', 'inverted', '{^a}', 'a', []),
    use('正文', 'value', '{e}', 'e', []),
    use('页眉', 'value', '{h}', 'h', []),
  ]);
});
