import fc from 'fast-check';
import { docxOf, page, run } from '../../helpers/ooxml-docx.ts';

/** A template made at random, as the content of its parts, and two records for it. */
export type FuzzCase = { readonly body: string; readonly header: string | undefined; readonly notes: string; readonly first: unknown; readonly second: unknown };

const names = ['a', 'b', 'c'] as const;
const anyName = fc.constantFrom(...names);
const values = ['{a}', '{b}', '{ c }', '{c.a}', '{.}', '{$序号}', '{$末个}', '{a|默认:无}', '{a|日期}', '{b|金额大写}', '{b|数字:2}', '{a>1}', '{a==b and not c}', '{c|连接:、}', '{a｜勾选}', '{%b}', '{%b 3×2厘米}'];
const wrong = ['{', '}', '{#a}', '{/b}', '{}', '{{a}}', '{a|没有的}', '{@x}', '｛a｝', '{a[}', '{=[[ ]]=}', '{-w:none a}{/a}'];

/** Text of one paragraph: words, values, loops within the line; with mistakes, if wanted. */
const lineOf = (isWild: boolean): fc.Arbitrary<string> =>
  fc.letrec<{ line: string; piece: string }>((tie) => ({
    line: fc.array(tie('piece'), { maxLength: 3 }).map((pieces) => pieces.join('')),
    piece: fc.oneof(
      { depthSize: 'small' },
      { weight: 8, arbitrary: fc.constantFrom('文字', ' ', 'x', '<&') },
      { weight: 8, arbitrary: fc.constantFrom(...values) },
      { weight: 3, arbitrary: fc.tuple(anyName, tie('line')).map(([name, inner]) => `{#${name}}${inner}{/${name}}`) },
      { weight: 2, arbitrary: fc.tuple(anyName, tie('line')).map(([name, inner]) => `{^${name}}${inner}{/}`) },
      { weight: isWild ? 1 : 0, arbitrary: fc.constantFrom(...wrong) },
      { weight: isWild ? 2 : 0, arbitrary: fc.tuple(anyName, tie('line')).chain(([name, inner]) => repeating(name, inner)) },
    ),
  })).line;

/** A loop that says what it repeats, which may not be around it. */
function repeating(name: string, inner: string): fc.Arbitrary<string> {
  return fc.constantFrom(`{-w:p ${name}}`, `{-w:r ${name}}`, `{-w:tr ${name}}`, `{-w:tc ${name}}`, `{-w:tbl ${name}}`, `{#${name}|按列}`, `{#${name} [loopOver: “row”]}`, `{#${name} [loopOver: "paragraph"]}`, `{^${name} [loopOver: column]}`).map((open) => `${open}${inner}{/${name}}`);
}

// `@` stands for a number that no other element of the document has.
const drawing = '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="9525" cy="9525"/><wp:docPr id="@" name="图片"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"/></a:graphic></wp:inline></w:drawing></w:r>';
const mark = fc.constantFrom(
  '', '', '', '<w:proofErr w:type="spellStart"/>', '<w:bookmarkStart w:id="@" w:name="_m@"/><w:bookmarkEnd w:id="@-"/>', '<w:r><w:lastRenderedPageBreak/></w:r>', '<w:r><w:br/></w:r>', '<w:r><w:br w:type="page"/></w:r>', '<w:r><w:tab/></w:r>', drawing,
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>', '<w:r><w:footnoteReference w:id="2"/></w:r>',
);
const format = fc.constantFrom('', '', '<w:rPr><w:b/></w:rPr>', '<w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="28"/></w:rPr>');
const around = fc.constantFrom<(runs: string) => string>((runs) => runs, (runs) => runs, (runs) => `<w:hyperlink w:anchor="n">${runs}</w:hyperlink>`, (runs) => (runs === '' ? '' : `<w:ins w:id="@" w:author="a" w:date="2024-08-05T00:00:00Z">${runs}</w:ins>`), (runs) => `<w:sdt><w:sdtPr><w:id w:val="@"/></w:sdtPr><w:sdtContent>${runs}</w:sdtContent></w:sdt>`);
const properties = fc.constantFrom('', '', '', '<w:jc w:val="center"/>', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', `<w:sectPr>${page}</w:sectPr>`, '<w:sectPr><w:type w:val="continuous"/></w:sectPr>');

/** The text in runs cut anywhere, with what Word strews between them. */
function paragraphOf(text: fc.Arbitrary<string>, wrapping = around): fc.Arbitrary<string> {
  return fc.tuple(text, fc.array(fc.tuple(fc.nat(60), mark, format), { maxLength: 3 }), properties, wrapping, mark).map(([whole, cuts, inside, wrap, last]) => {
    const places = cuts.map(([at]) => Math.min(at, whole.length)).toSorted((left, right) => left - right);
    const pieces = [...places, whole.length].map((to, index) => ({ text: whole.slice(places[index - 1] ?? 0, to), before: index === 0 ? '' : (cuts[index - 1]?.[1] ?? ''), format: cuts[index]?.[2] ?? '' }));
    const runs = pieces.map((piece) => piece.before + (piece.text === '' ? '' : run(piece.text).replace('<w:r>', `<w:r>${piece.format}`))).join('');
    return `<w:p w14:paraId="@">${inside === '' ? '' : `<w:pPr>${inside}</w:pPr>`}${wrap(runs)}${last}</w:p>`;
  });
}

/** The same, without a hyperlink or control around its runs. */
function plainParagraphOf(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return paragraphOf(text, fc.constant((runs) => runs));
}

const tableOf = (rows: readonly (readonly string[])[]): string => {
  const columns = Math.max(...rows.map((row) => row.length));
  const cells = (row: readonly string[]): string => row.map((content, index) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${index === row.length - 1 && row.length < columns ? `<w:gridSpan w:val="${columns - row.length + 1}"/>` : ''}</w:tcPr>${content}</w:tc>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="2000"/>'.repeat(columns)}</w:tblGrid>${rows.map((row) => `<w:tr w14:paraId="@">${cells(row)}</w:tr>`).join('')}</w:tbl>`;
};

const blocksOf = (line: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.letrec<{ blocks: string; block: string; cell: string; rows: string[][] }>((tie) => ({
    blocks: fc.array(tie('block'), { minLength: 1, maxLength: 4 }).map((list) => list.join('')),
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 6, arbitrary: paragraphOf(line) },
      { weight: 1, arbitrary: plainParagraphOf(fc.constant('{@x}')) },
      { weight: 1, arbitrary: fc.tuple(anyName, line).chain(([name, inner]) => plainParagraphOf(fc.constantFrom(`{-w:p ${name}}${inner}{/${name}}`, `{#${name} [loopOver: "paragraph"]}${inner}{/}`))) },
      { weight: 3, arbitrary: fc.tuple(anyName, tie('blocks')).chain(([name, inner]) => fc.tuple(plainParagraphOf(fc.constant(`{#${name}}`)), plainParagraphOf(fc.constantFrom(`{/${name}}`, '{/}', `{/${name}} `))).map(([open, close]) => open + inner + close)) },
      { weight: 1, arbitrary: fc.tuple(anyName, tie('blocks')).chain(([name, inner]) => fc.tuple(paragraphOf(fc.constantFrom(`{^${name}}`, `{^${name}}x`)), paragraphOf(fc.constant('{/}'))).map(([open, close]) => open + inner + close)) },
      { weight: 3, arbitrary: tie('rows').map(tableOf) },
      { weight: 1, arbitrary: tie('blocks').map((inner) => `<w:sdt><w:sdtPr><w:id w:val="@"/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`) },
      { weight: 1, arbitrary: tie('blocks').map((inner) => `<w:p w14:paraId="@"><w:r><w:pict><v:shape id="_x0000_s@" style="width:90pt;height:40pt"><v:textbox><w:txbxContent>${withoutSections(inner)}<w:p/></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`) },
    ),
    cell: fc.oneof({ depthSize: 'small' }, { weight: 4, arbitrary: paragraphOf(line) }, { weight: 1, arbitrary: tie('blocks').map((inner) => `${inner}<w:p/>`) }).map(withoutSections),
    rows: fc.oneof(
      { depthSize: 'small' },
      fc.array(fc.array(tie('cell'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      rowsAround(tie('cell'), ([name, first, last]) => [`{#${name}}${first}`, `${last}{/${name}}`], line, (other, open, close) => [[other, other], [open, close]]),
      rowsAround(tie('cell'), ([name]) => [`{#${name}}`, `{/${name}}`], line, (other, open, close) => [[open, other], [other], [other, close]]),
      rowsAround(tie('cell'), ([name, first]) => [`{#${name}}{${first === '' ? 'a' : 'b'}|合并相同}`, `{b|合并相同}{/${name}}`], line, (_other, open, close) => [[open, close]]),
      rowsAround(tie('cell'), ([name]) => [`{-w:tr ${name}}{a}{/${name}}`, ''], line, (other, open) => [[other, other], [open, other]]),
      rowsAround(tie('cell'), ([name]) => [`{#${name}|按列}{a}`, `{b}{/${name}}`], line, (other, open, close) => [[other, open], [other, close]]),
      rowsAround(tie('cell'), ([name]) => [`{#${name}|按列}{a}`, `{b}{/${name}}`], line, (other, open, close) => [[other, open, other], [other], [other, other, other], [other, close, other]]),
      rowsAround(tie('cell'), ([name]) => [`{-w:tc ${name}}{a}{/${name}}`, ''], line, (other, open) => [[other, open]]),
    ),
  })).blocks;

/** Rows with the two tags of a loop in cells, and another cell. */
function rowsAround(cell: fc.Arbitrary<string>, tags: (parts: readonly [string, string, string]) => readonly [string, string], line: fc.Arbitrary<string>, rows: (other: string, open: string, close: string) => string[][]): fc.Arbitrary<string[][]> {
  return fc.tuple(anyName, line, line).chain((parts) => {
    const [open, close] = tags(parts);
    return fc.tuple(cell, plainParagraphOf(fc.constant(open)), plainParagraphOf(fc.constant(close))).map(([other, first, last]) => rows(other, withoutSections(first), withoutSections(last)));
  });
}

/** Sections end only between the paragraphs of the body. */
function withoutSections(xml: string): string {
  return xml.replace(/<w:sectPr>.*?<\/w:sectPr>/g, '').replaceAll('<w:pPr></w:pPr>', '');
}

/** Every `@` a number of its own, from one on that no other part reaches, of eight digits as paragraph ids have them; `@-` the one before it again. */
function numberedApart(xml: string, from: number): string {
  let number = from;
  return xml.replace(/="([^"@]*)@(-?)"/g, (_whole, before: string, again: string) => `="${before}${again === '' ? number++ : number - 2}"`);
}

const plain = fc.oneof(fc.constantFrom<unknown>('', '文字', '2024-08-05', '第一行\n第二行\t制表', '<w:p/>', '{a}', 0, 7, -1.5, 1234567.89, true, false, null, undefined), fc.string({ unit: 'binary', maxLength: 6 }));
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, plain, fc.array(tie('value'), { maxLength: 3 }), fc.record({ a: tie('value'), b: tie('value'), c: tie('value') }, { requiredKeys: [] })),
}));
const record = fc.record({ a: value, b: value, c: value, x: fc.constantFrom('', '<w:p/>', '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>') }, { requiredKeys: ['x'] });

const numbering = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';

const [cleanLine, wildLine] = [lineOf(false), lineOf(true)];
const [cleanBlocks, wildBlocks] = [blocksOf(cleanLine), blocksOf(wildLine)];
const mostlyClean = fc.oneof({ weight: 4, arbitrary: cleanBlocks }, { weight: 1, arbitrary: wildBlocks });
const header = fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: cleanBlocks.map(withoutSections) });

/** Templates of everything that a form may hold, with tags of all kinds, some of them wrong, and records that fit them badly. */
export const fuzzCase: fc.Arbitrary<FuzzCase> = fc.tuple(mostlyClean, header, paragraphOf(cleanLine).map(withoutSections), record, record).map(([content, top, note, first, second]) => {
  const withoutNotes = top?.replaceAll(/<w:r><w:footnoteReference[^>]*><\/w:r>/g, '');
  return {
    body: numberedApart(content, 10_000_000),
    header: withoutNotes === undefined ? undefined : numberedApart(withoutNotes, 20_000_000),
    notes: numberedApart(`<w:footnote w:id="2">${note.replaceAll(/<w:footnoteReference[^>]*>/g, '<w:footnoteRef/>')}</w:footnote>`, 30_000_000),
    first,
    second,
  };
});

/** The template of a case as a .docx. */
export function sourceOf({ body, header, notes }: FuzzCase): Uint8Array {
  return docxOf(body, { numbering, footnotes: notes, ...(header !== undefined && { header }) });
}
