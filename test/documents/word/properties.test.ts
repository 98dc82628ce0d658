import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AppError } from '../../../shared/app-error.ts';
import { compileTemplate, formOptions } from '../../../electron/documents/template.ts';
import { inflateMember, readZip } from '../../../electron/files/zip-reader.ts';
import { writeZip } from '../../../electron/files/zip-writer.ts';
import { docxOf, paragraph, run, table } from '../../helpers/ooxml-docx.ts';
import { newLintFaults, paragraphTexts } from '../../helpers/ooxml-lint.ts';

/** What XML can carry: the value as a reader of the page gets it. */
// eslint-disable-next-line no-control-regex
const readable = (value: string): string => value.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/\r\n?/g, '\n');
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('&', '<', '>', '"', "'", '\n', '\r', '\t', '\u0000', '\ud800', '😀', '甲', ' ', '{', '}', ']]>', '&amp;') }));

it('any text arrives on the page as it is', () => {
  const template = compileTemplate(docxOf(paragraph('{a}') + table([['{#l}{.}{/l}']])), formOptions);
  fc.assert(
    fc.property(anyText, (text) => {
      expect(paragraphTexts(template.render({ a: text, l: [text, text] }))).toEqual([readable(text), readable(text) + readable(text)]);
    }),
    { numRuns: 300 },
  );
});

it('runs split anywhere, with marks between them, change nothing', () => {
  const written = '甲{#列表}{名称}：{值.数}；{/列表}{^列表}无{/}乙{尾}';
  const data = { 列表: [{ 名称: 'x', 值: { 数: 1 } }, { 名称: 'y', 值: { 数: 2 } }], 尾: 'end' };
  const whole = paragraphTexts(compileTemplate(docxOf(paragraph(written)), formOptions).render(data));
  const between = fc.constantFrom('', '<w:proofErr w:type="spellStart"/>', '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>', '<w:r><w:rPr><w:b/></w:rPr></w:r>', '<w:r><w:lastRenderedPageBreak/></w:r>');
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(written.length)), between, (cuts, mark) => {
      const places = [0, ...cuts.toSorted((left, right) => left - right), written.length];
      const runs = places.slice(1).map((to, index) => run(written.slice(places[index], to)));
      const template = docxOf(`<w:p>${runs.join(mark)}</w:p>`);
      const bytes = compileTemplate(template, formOptions).render(data);
      expect([paragraphTexts(bytes), newLintFaults(template, bytes)]).toEqual([whole, []]);
    }),
    { numRuns: 300 },
  );
});

/** Bodies of paragraphs, tables and loops, with tags strewn in, some of them wrong. */
const word = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('x', ' ', '{a}', '{b}', '{.}', '{#a}{b}{/a}', '{^b}x{/}', '{-w:tr b}{.}{/b}', '{-w:p a}{.}{/a}', '{-w:tc a}{.}{/a}', '{$序号}') },
  { weight: 1, arbitrary: fc.constantFrom('{#a}', '{/a}', '{#b}', '{/b}', '{@x}', '{', '}') },
);
const texts = fc.oneof({ weight: 8, arbitrary: fc.array(word, { maxLength: 3 }).map((words) => words.join('')) }, { weight: 1, arbitrary: fc.constant('{@x}') });
const pageBreak = '<w:r><w:br w:type="page"/></w:r>';
/** A paragraph with a tag, and what else may stand in such a paragraph. */
const tagParagraph = (tag: string): fc.Arbitrary<string> =>
  fc.constantFrom(paragraph(tag), paragraph(`${tag} `), `<w:p>${run(tag)}${pageBreak}</w:p>`, `<w:p><w:pPr><w:keepNext/><w:sectPr/></w:pPr>${run(tag)}</w:p>`, `<w:p><w:bookmarkStart w:id="3" w:name="half"/>${run(tag)}</w:p>`, paragraph(`${tag}x`));
const sectionMark = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>';
const { body } = fc.letrec<{ body: string; block: string; rows: string[][]; plainRows: string[][] }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    texts.map((text) => paragraph(text)),
    texts.map((text) => `<w:p><w:pPr><w:sectPr/></w:pPr>${run(text)}<w:r><w:br w:type="page"/></w:r></w:p>`),
    fc.constant(sectionMark),
    texts.map((text) => `<w:p><w:bookmarkStart w:id="1" w:name="n"/><w:hyperlink w:anchor="n">${run(text)}</w:hyperlink></w:p>`),
    tie('body').map((inner) => `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`),
    tie('rows').map((rows) => table(rows) + paragraph('')),
    tie('rows').map((rows) => table(rows)),
    fc.tuple(tagParagraph('{#a}'), tie('body'), tagParagraph('{/a}')).map((parts) => parts.join('')),
    fc.tuple(tagParagraph('{^b}'), tie('body'), tagParagraph('{/}')).map((parts) => parts.join('')),
  ),
  rows: fc.oneof({ depthSize: 'small' }, tie('plainRows'), tie('plainRows').map((rows) => [...rows, ['{#b}{a}', '{.}{/b}']]), tie('plainRows').map((rows) => [['{#a}x', ''], ...rows, ['', '{/a}']])),
  plainRows: fc.array(fc.array(fc.oneof({ depthSize: 'small' }, texts.map((text) => paragraph(text)), tie('body').map((inner) => inner + paragraph(''))), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  body: fc.array(tie('block'), { minLength: 1, maxLength: 4 }).map((blocks) => blocks.join('')),
}));
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, fc.constantFrom('', 'text', 0, 7, true, false, null, '<w:p/>'), fc.array(tie('value'), { maxLength: 3 }), fc.record({ a: tie('value'), b: tie('value'), x: fc.constant('<w:p/>') }, { requiredKeys: [] })),
})).value;
const record = fc.record({ a: value, b: value, x: fc.constantFrom('', '<w:p/>') }, { requiredKeys: ['x'] });

it('whatever stands in a template, it is either refused or gives a sound document', () => {
  fc.assert(
    fc.property(body, record, record, (blocks, first, second) => {
      const source = docxOf(blocks);
      const template = compileTemplate(source, formOptions);
      fc.pre(template.problems.length === 0);
      expect(newLintFaults(source, template.render(first))).toEqual([]);
      expect(newLintFaults(source, template.renderMany([first, second, first]))).toEqual([]);
    }),
    { numRuns: 200, maxSkipsPerRun: 50 },
  );
});

it('a damaged file is refused with an error of ours or still gives a document, never anything else', () => {
  const source = Buffer.from(docxOf(paragraph('{#a}{b}{/a}') + table([['{#a}{b}', 'x{/a}']]), { header: paragraph('{h}') }));
  const outcome = (bytes: Uint8Array): string => {
    try {
      compileTemplate(bytes, formOptions).render({ a: [{ b: 1 }], h: 2 });
      return 'rendered';
    } catch (error) {
      return error instanceof AppError ? error.code : String(error);
    }
  };
  const change = fc.array(fc.tuple(fc.nat(source.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(change, (changes) => {
      const bytes = Buffer.from(source);
      for (const [at, byte] of changes) bytes[at] = byte;
      expect(['rendered', 'unreadable-file', 'template-broken', 'render-failed']).toContain(outcome(bytes));
    }),
    { numRuns: 300 },
  );
  // The same to the text of a part, behind the checksums.
  const archive = readZip(source);
  const main = [...archive.values()].filter((member) => member.name === 'word/document.xml').map(inflateMember)[0] ?? Buffer.alloc(0);
  const positions = fc.array(fc.tuple(fc.nat(main.length - 1), fc.constantFrom('<', '>', '/', '"', '{', '}', '#', ' ', '&', 'w')), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(positions, (changes) => {
      const text = Buffer.from(main);
      for (const [at, character] of changes) text[at] = character.charCodeAt(0);
      const bytes = writeZip([...archive.values()].map((member) => (member.name === 'word/document.xml' ? { name: member.name, bytes: text } : member)));
      expect(['rendered', 'unreadable-file', 'template-broken', 'render-failed']).toContain(outcome(bytes));
    }),
    { numRuns: 500 },
  );
});
