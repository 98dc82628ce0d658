import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileTemplate, formOptions, type TemplateOptions } from '../../../electron/documents/template.ts';
import { memberText, readZip } from '../../../electron/files/zip-reader.ts';
import { AppError } from '../../../shared/app-error.ts';
import { linkedDocx } from '../../helpers/ooxml-links.ts';
import { newLintFaults } from '../../helpers/ooxml-lint.ts';

/** `CONTROL_RUNS=20000 vitest run test/documents/word/controls-fuzz.test.ts` looks harder. */
const runs = Number(process.env['CONTROL_RUNS'] ?? 120);
/** Without tidy, loops may split fields, as the known engine lets them. */
const ways: readonly TemplateOptions[] = [formOptions, { tidy: true }];

/** Nearly always what people mean, now and then what they must not. */
const mostly = <Value>(clean: fc.Arbitrary<Value>, wild: fc.Arbitrary<Value>): fc.Arbitrary<Value> => fc.oneof({ weight: 60, arbitrary: clean }, { weight: 1, arbitrary: wild });
const tag = mostly(fc.constantFrom('a', 'b', 'c.d', 'u', '.', '$number', 'a == "x"', 'b|勾选:"x"', 'u|链接', 'u|链接:a', 'a|日期'), fc.constantFrom('a|没有', '%p', '#a', '/a', '@a', '"x":1', ''));
const text = fc.oneof({ weight: 20, arbitrary: tag.map((inside) => `{${inside}}`) }, { weight: 10, arbitrary: fc.constantFrom('字', '') }, { weight: 1, arbitrary: fc.constantFrom('{#r}', '{/r}', '{/}') });
const title = mostly(tag.map((inside) => `前{${inside}}`), fc.constantFrom('标题', '{', '{a}{b}'));
const escaped = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const run = fc.tuple(text, fc.constantFrom('', '<w:rPr><w:b/></w:rPr>', '<w:rPr/>')).map(([content, format]) => `<w:r>${format}<w:t>${escaped(content)}</w:t></w:r>`);
const kind = fc.constantFrom(
  '', '<w:text/>', '<w:richText/>', '<w14:checkbox/>', '<w14:checkbox><w14:checked w14:val="1"/><w14:checkedState w14:val="00FE" w14:font="Wingdings"/></w14:checkbox>', '<w:date/>',
  '<w:date w:fullDate="2020-01-01T00:00:00Z"><w:dateFormat w:val="yyyy/M/d"/></w:date>', '<w:comboBox><w:listItem w:displayText="x" w:value="1"/></w:comboBox>', '<w:dropDownList w:lastValue="x"/>', '<w:picture/>', '<w:group/>',
);
const properties = fc.tuple(title, kind, fc.constantFrom('', '<w:showingPlcHdr/>', '<w:rPr><w:i/></w:rPr>'), fc.boolean()).map(([name, what, more, asTag]) => `<w:sdtPr>${asTag ? '<w:tag' : '<w:alias'} w:val="${escaped(name)}"/>${more}${what}</w:sdtPr>`);

const textRun = (content: string): string => `<w:r><w:t>${content}</w:t></w:r>`;
const mark = (type: string, data = ''): string => `<w:r><w:fldChar w:fldCharType="${type}">${data}</w:fldChar></w:r>`;
const instruction = (code: string): string => `<w:r><w:instrText xml:space="preserve">${escaped(code)}</w:instrText></w:r>`;
const { inline } = fc.letrec<{ inline: string; pieces: string }>((tie) => ({
  pieces: fc.array(tie('inline'), { maxLength: 3 }).map((list) => list.join('')),
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    run,
    fc.constant('<w:bookmarkStart w:id="@" w:name="b@"/>'),
    fc.tuple(fc.constantFrom('r', 's'), tie('pieces')).map(([loop, content]) => `${textRun(`{#${loop}}`)}${content}${textRun(`{/${loop}}`)}`),
    fc.tuple(properties, fc.oneof({ weight: 8, arbitrary: fc.array(mostly(run, tie('inline')), { maxLength: 2 }).map((list) => list.join('')) }, { weight: 1, arbitrary: tie('pieces') })).map(([head, content]) => `<w:sdt>${head}${content === '' ? '<w:sdtContent/>' : `<w:sdtContent>${content}</w:sdtContent>`}</w:sdt>`),
    fc.tuple(fc.constantFrom(' r:id="rId1"', ' r:id="rId2"', ' w:anchor="x" r:id="rId3"', ' r:id="rId4"'), fc.array(run, { maxLength: 2 })).map(([where, content]) => `<w:hyperlink${where}>${content.join('')}</w:hyperlink>`),
    fc.tuple(text, fc.array(run, { maxLength: 1 })).map(([code, content]) => `${mark('begin')}${instruction(` HYPERLINK "${code}" `)}${mark('separate')}${content.join('')}${mark('end')}`),
    fc.tuple(text, run).map(([code, content]) => `<w:fldSimple w:instr="${escaped(` HYPERLINK ${code} \\o "x" `)}">${content}</w:fldSimple>`),
    fc.tuple(title, fc.constantFrom('<w:checkBox><w:default w:val="0"/></w:checkBox>', '<w:ddList><w:listEntry w:val="x"/></w:ddList>', '<w:textInput/>'), run).map(([help, field, content]) => `${mark('begin', `<w:ffData><w:name w:val="F"/><w:helpText w:type="text" w:val="${escaped(help)}"/>${field}</w:ffData>`)}${instruction(' FORM ')}${mark('separate')}${content}${mark('end')}`),
  ),
}));
const paragraph = fc.array(inline, { maxLength: 4 }).map((list) => `<w:p>${list.join('')}</w:p>`);
const cell = (content: string): string => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
const block = fc.oneof(
  paragraph,
  fc.tuple(fc.constantFrom('r', 's'), fc.array(paragraph, { maxLength: 2 })).map(([loop, list]) => `<w:p>${textRun(`{#${loop}}`)}</w:p>${list.join('')}<w:p>${textRun(`{/${loop}}`)}</w:p>`),
  fc.tuple(properties, mostly(paragraph, fc.constant('<w:p/><w:p/>'))).map(([head, content]) => `<w:sdt>${head}<w:sdtContent>${content}</w:sdtContent></w:sdt>`),
  fc.tuple(paragraph, properties, paragraph).map(([one, head, two]) => `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1"/><w:gridCol w:w="1"/></w:tblGrid><w:tr>${cell(one)}<w:sdt>${head}<w:sdtContent>${cell(two)}</w:sdtContent></w:sdt></w:tr></w:tbl>`),
);
const value = fc.oneof(fc.constantFrom<unknown>('x', '是', '☐', '', null, 0, 1, true, [], '2024年8月5日', 'https://a.example', 'javascript:x', '附件/1.jpg', '#b', { _type: 'link', target: 'https://b.example' }, { _type: 'link', target: '' }), fc.string());
const fields = fc.record({ a: value, b: value, c: fc.record({ d: value }, { requiredKeys: [] }), u: value, p: value, s: value }, { requiredKeys: [] });
const data = fc.tuple(fields, fc.array(fields, { maxLength: 3 })).map(([own, r]) => ({ ...own, r }));

function orRefused<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

/** Titles and targets with a tag left in them. */
function leftovers(bytes: Uint8Array): readonly string[] {
  const archive = readZip(bytes);
  const [document = '', relationships = ''] = ['word/document.xml', 'word/_rels/document.xml.rels'].map((name) => memberText(archive, name) ?? '');
  return [...document.matchAll(/<w:(?:alias|tag|helpText)[^>]*w:val="[^"]*\{[a-z][^"]*\}[^"]*"/g), ...relationships.matchAll(/Target="[^"]*(?:\{[abu]\}|%7Bu%7D)[^"]*"/g)].map(([whole]) => whole);
}

function faultsOf(source: Uint8Array, options: TemplateOptions, first: unknown, second: unknown): readonly string[] {
  const template = orRefused(() => compileTemplate(source, options));
  const bytes = orRefused(() => template?.render(first));
  if (template === undefined || bytes === undefined) return [];
  const same = [template.render(first), template.renderMany([first])];
  const many = orRefused(() => template.renderMany([first, second, first]));
  return [...newLintFaults(source, bytes), ...(many === undefined ? [] : newLintFaults(source, many)), ...leftovers(bytes), ...same.filter((other) => Buffer.compare(other, bytes) !== 0).map(() => 'other bytes')];
}

it('controls and links in any arrangement: a document that is whole, or a refusal', { timeout: 60_000 + runs * 100 }, () => {
  const arranged = fc.property(fc.array(block, { maxLength: 4 }), fc.constantFrom(...ways), data, data, (blocks, options, first, second) => {
    let number = 0;
    const body = blocks.join('').replace(/@/g, () => String(100 + Math.floor(number++ / 2)));
    const source = linkedDocx(body, { links: { rId1: '{a}', rId2: 'https://x.example/{u}?{b}', rId3: '%7Bu%7D', rId4: 'https://x.example' }, header: `<w:p><w:sdt><w:sdtPr><w:alias w:val="{a}"/><w14:checkbox/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p>` });
    expect(faultsOf(source, options, first, second)).toEqual([]);
  });
  expect(fc.defaultReportMessage(fc.check(arranged, { numRuns: runs })) ?? '').toBe('');
});
