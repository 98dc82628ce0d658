import { describe, expect, it } from 'vitest';
import { compileTemplate, formOptions } from '../../../../electron/documents/template.ts';
import { memberText, readZip } from '../../../../electron/files/zip-reader.ts';
import { writeZip } from '../../../../electron/files/zip-writer.ts';
import { docxOf, paragraph, table, type DocxParts } from '../../../helpers/ooxml-docx.ts';
import { newLintFaults, paragraphTexts } from '../../../helpers/ooxml-lint.ts';
import { newOfficeErrors } from '../../../helpers/ooxml-validate.ts';
import { jpegOf, pngOf } from '../../../helpers/pictures.ts';

const wide = pngOf(60, 30);
const tall = pngOf(30, 60, 200);
const main = 'word/document.xml';
const centimetre = 360_000;

function filled(body: string, data: unknown, parts: DocxParts = {}) {
  const source = docxOf(body, parts);
  return { source, ...compileTemplate(source, formOptions).renderReported(data) };
}

function part(bytes: Uint8Array, name: string): string {
  return memberText(readZip(bytes), name) ?? '';
}

/** Width and height of every drawing of a part, in centimetres. */
function extents(bytes: Uint8Array, name = main): readonly string[] {
  return [...part(bytes, name).matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"\/>/g)].map(([, width, height]) => `${(Number(width) / centimetre).toFixed(2)}×${(Number(height) / centimetre).toFixed(2)}`);
}

function media(bytes: Uint8Array): readonly string[] {
  return [...readZip(bytes).values()].filter((member) => member.name.startsWith('word/media/')).map((member) => `${member.name} ${member.method} ${member.size}`);
}

function targets(bytes: Uint8Array, name: string): readonly string[] {
  return [...part(bytes, name).matchAll(/<Relationship Id="(added\d+)" Type="[^"]+\/(\w+)" Target="([^"]+)"\/>/g)].map(([, id, type, target]) => `${id} ${type} ${target}`);
}

/** A drawing as Word writes it around a picture, with the tag in its alternative text. */
function placeholder(tag: string, kind: 'inline' | 'anchor' = 'inline', width = 2 * centimetre, height = 2 * centimetre): string {
  const position = kind === 'inline' ? '' : '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>';
  const attributes = kind === 'inline' ? 'distT="0" distB="0" distL="0" distR="0"' : 'distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"';
  return `<w:p><w:r><w:drawing><wp:${kind} ${attributes}>${position}<wp:extent cx="${width}" cy="${height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>${kind === 'anchor' ? '<wp:wrapNone/>' : ''}<wp:docPr id="7" name="图片 7" descr="${tag}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="7" name="x.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdOld"><a:extLst><a:ext uri="{28A0092B-C50C-407E-A947-70E740481C1C}"/></a:extLst></a:blip><a:srcRect l="1000"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="9525"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:${kind}></w:drawing></w:r></w:p>`;
}

describe('a picture by tag', () => {
  it('stands in the run of its tag, fitted into the box, stored as it is', async () => {
    const { source, bytes, missing, problems } = filled(paragraph('前{%照片 4×4}后'), { 照片: { bytes: wide, description: '机柜"A" & B' } });
    expect(part(bytes, main)).toContain('前</w:t><w:drawing>');
    expect(part(bytes, main)).toContain('</w:drawing><w:t xml:space="preserve">后</w:t>');
    expect(part(bytes, main)).toContain('descr="机柜&quot;A&quot; &amp; B"');
    expect({ extents: extents(bytes), media: media(bytes), targets: targets(bytes, 'word/_rels/document.xml.rels'), missing, problems }).toEqual({
      extents: ['4.00×2.00'], media: [`word/media/added1.png 0 ${wide.length}`], targets: ['added1 image /word/media/added1.png'], missing: [], problems: [],
    });
    expect(await newOfficeErrors(source, bytes, 'docx')).toEqual([]);
  });

  it('without a box is no wider than its cell or the text on its page', () => {
    const broad = jpegOf({ width: 4000, height: 1000 });
    expect(extents(filled(paragraph('{%a}') + table([['{%a}']]), { a: broad }).bytes)).toEqual(['15.29×3.82', '3.15×0.79']);
  });

  it('is the same file once, however often and in whatever part it is shown', () => {
    const copy = Uint8Array.from(wide);
    const { bytes } = filled(paragraph('{%a 1}{%b 1}{%c 1}'), { a: wide, b: copy, c: tall }, { header: paragraph('{%a 1}') });
    expect(media(bytes)).toEqual([`word/media/added1.png 0 ${wide.length}`, `word/media/added2.png 0 ${tall.length}`]);
    expect(targets(bytes, 'word/_rels/header1.xml.rels')).toEqual(['added1 image /word/media/added1.png']);
    const ids = [main, 'word/header1.xml'].flatMap((name) => [...part(bytes, name).matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id));
    expect(new Set(ids).size).toBe(4);
  });

  it('comes once per item of a loop, and all of a list at once', async () => {
    const body = table([['{#照片}{%图片 3×2}', '{说明}{/照片}']]) + paragraph('{%全部 2}');
    const { source, bytes } = filled(body, { 照片: [{ 图片: wide, 说明: '甲' }, { 图片: tall, 说明: '乙' }], 全部: [wide, { bytes: tall }, `data:image/png;base64,${Buffer.from(wide).toString('base64')}`] });
    expect(extents(bytes)).toEqual(['3.00×1.50', '1.00×2.00', '2.00×1.00', '2.00×4.00', '2.00×1.00']);
    expect(media(bytes)).toHaveLength(2);
    expect([await newOfficeErrors(source, bytes, 'docx'), newLintFaults(source, bytes)]).toEqual([[], []]);
  });

  it('the value form of easy-template-x is understood, with its size in pixels', () => {
    expect(extents(filled(paragraph('{%a}'), { a: { _type: 'image', source: wide, format: 'image/png', width: 96, height: 96 } }).bytes)).toEqual(['2.54×1.27']);
  });

  it('a missing one leaves a visible gap and is reported; one that is meant to be absent leaves nothing', () => {
    const { bytes, missing, problems } = filled(paragraph('甲{%a}乙{%b}丙{%c}丁{%d}'), { b: null, c: Buffer.from('GIF89a'), d: 12 });
    expect(paragraphTexts(bytes)).toEqual(['甲〔缺照片〕乙丙〔缺照片〕丁〔缺照片〕']);
    expect(missing).toEqual([{ part: '正文', place: '第1段', tag: '{%a}' }]);
    expect(problems).toEqual([
      { part: '正文', place: '第1段', tag: '{%c}', message: '“{%c}”的照片不是完好的 JPEG 或 PNG 文件，纸上印了“〔缺照片〕”。' },
      { part: '正文', place: '第1段', tag: '{%d}', message: '“{%d}”这一项的内容不是照片，纸上印了“〔缺照片〕”。' },
    ]);
    expect(media(bytes)).toEqual([]);
  });

  it('where no picture can stand, the template is refused', () => {
    const box = '<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>{%a}</m:t></m:r></m:oMath></w:p>';
    expect(compileTemplate(docxOf(box), formOptions).problems.map(({ code }) => code)).toEqual(['picture-place']);
  });

  it('a photo taken with the camera on its side is turned upright', async () => {
    const { source, bytes } = filled(paragraph('{%a 4×4}'), { a: jpegOf({ width: 400, height: 300, orientation: 6 }) });
    // Drawn lying, 4 cm wide, and turned a quarter to the right.
    expect(part(bytes, main)).toContain('<a:xfrm rot="5400000"><a:off x="0" y="0"/><a:ext cx="1440000" cy="1080000"/></a:xfrm>');
    expect(part(bytes, main)).toContain('<wp:effectExtent l="0" t="180000" r="0" b="180000"/>');
    expect(await newOfficeErrors(source, bytes, 'docx')).toEqual([]);
  });
});

describe('lines of fixed height', () => {
  const style = (rule: string): NonNullable<DocxParts['others']> => [{ name: 'word/styles.xml', text: `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:spacing w:line="560" w:lineRule="${rule}"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="b"/><w:basedOn w:val="a"/></w:style></w:styles>` }];
  const withStyles = (body: string, rule = 'exact'): Uint8Array => {
    const source = docxOf(body, { others: style(rule) });
    const relationships = part(source, 'word/_rels/document.xml.rels').replace('</Relationships>', '<Relationship Id="rIdStyles" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>');
    const kept = [...readZip(source).values()].filter((member) => member.name !== 'word/_rels/document.xml.rels');
    return writeZip([...kept, { name: 'word/_rels/document.xml.rels', bytes: Buffer.from(relationships) }]);
  };
  const properties = (source: Uint8Array): readonly string[] => [...part(compileTemplate(source, formOptions).render({ a: wide }), main).matchAll(/<w:p>(<w:pPr>.*?<\/w:pPr>)?/g)].map(([, found]) => found ?? '');

  it('would cut the picture off, so its paragraph gets growing ones', () => {
    const growing = '<w:spacing w:line="240" w:lineRule="auto"/>';
    const body = '<w:p><w:pPr><w:keepNext/><w:spacing w:before="20" w:line="300" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr><w:r><w:t>{%a}{%a}</w:t></w:r></w:p>';
    expect(properties(docxOf(body))).toEqual(['<w:pPr><w:keepNext/><w:spacing w:line="240" w:lineRule="auto" w:before="20"/><w:jc w:val="center"/></w:pPr>']);
    const styled = '<w:p><w:pPr><w:pStyle w:val="b"/><w:jc w:val="center"/></w:pPr><w:r><w:t>{%a}</w:t></w:r></w:p>';
    expect(properties(withStyles(paragraph('{%a}') + styled + paragraph('{b}')))).toEqual([`<w:pPr>${growing}</w:pPr>`, `<w:pPr><w:pStyle w:val="b"/>${growing}<w:jc w:val="center"/></w:pPr>`, '']);
  });

  it('lines that grow anyway stay as they are', () => {
    expect(properties(withStyles(paragraph('{%a}'), 'atLeast'))).toEqual(['']);
  });
});

describe('a placeholder picture', () => {
  const relationship = (source: Uint8Array): Uint8Array => {
    const name = 'word/_rels/document.xml.rels';
    const text = part(source, name).replace('</Relationships>', '<Relationship Id="rIdOld" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/old.png"/></Relationships>');
    return writeZip([...[...readZip(source).values()].filter((member) => member.name !== name), { name, bytes: Buffer.from(text) }, { name: 'word/media/old.png', bytes: pngOf(10, 10), level: 0 }]);
  };
  const render = (source: Uint8Array, data: unknown) => compileTemplate(source, formOptions).renderReported(data);

  it('gives way to the picture of the record, which fits into its frame and keeps its border', async () => {
    const source = relationship(docxOf(placeholder('{%照片}') + placeholder('现场：{照片}', 'anchor', 4 * centimetre, centimetre).replaceAll('id="7"', 'id="8"')));
    const { bytes, missing } = render(source, { 照片: { bytes: wide, description: '现场' } });
    const text = part(bytes, main);
    expect({ extents: extents(bytes), missing, borders: text.split('<a:ln w="9525"/>').length - 1, crops: text.includes('a:srcRect'), old: text.includes('rIdOld'), alt: [...text.matchAll(/descr="([^"]*)"/g)].map(([, alt]) => alt) }).toEqual({
      extents: ['2.00×1.00', '2.00×1.00'], missing: [], borders: 2, crops: false, old: false, alt: ['现场', '现场'],
    });
    expect(await newOfficeErrors(source, bytes, 'docx')).toEqual([]);
  });

  it('may be chosen by filters, whose mistakes are told', () => {
    const source = relationship(docxOf(placeholder('{%照片|末个}') + paragraph('{%照片|前:1}{%说明|前:1}')));
    const { bytes, problems } = render(source, { 照片: [tall, wide], 说明: '无' });
    expect([extents(bytes).length, problems.map(({ message }) => message)]).toEqual([2, expect.arrayContaining(['“{%说明|前:1}”前：不是列表，照原样印出。'])]);
    expect(compileTemplate(relationship(docxOf(placeholder('{%照片|筛造}') + paragraph('{%照片|前}'))), formOptions).problems.map(({ place, message, suggestion }) => [place, message, suggestion])).toEqual([
      ['第2段', '“{%照片|前}”过滤器“前”少了参数。', '写法：前:条数'], ['第1段', '“{%照片|筛造}”没有“筛造”这个过滤器。', '是否想写“筛选”？'],
    ]);
  });

  it('is listed among the tags, with the loops around it', () => {
    expect(compileTemplate(relationship(docxOf(paragraph('{#组}') + placeholder('{%照片}') + paragraph('{/组}'))), formOptions).tags.map(({ kind, name, within, place }) => ({ kind, name, within, place }))).toEqual([
      { kind: 'loop', name: '组', within: [], place: '第1段' }, { kind: 'picture', name: '照片', within: ['组'], place: '第2段' },
    ]);
  });

  it('stays when the picture is missing, and is reported; goes when none is meant; repeats in a loop with ids of its own', async () => {
    const source = relationship(docxOf(placeholder('{%照片}')));
    const missing = render(source, {});
    expect([extents(missing.bytes), missing.missing.map(({ tag }) => tag)]).toEqual([['2.00×2.00'], ['{%照片}']]);
    expect(extents(render(source, { 照片: null }).bytes)).toEqual([]);
    const looped = relationship(docxOf(paragraph('{#组}') + placeholder('{%照片}') + paragraph('{/组}')));
    const { bytes } = render(looped, { 组: [{ 照片: wide }, { 照片: tall }, { 照片: [wide, tall] }] });
    expect(extents(bytes)).toEqual(['2.00×1.00', '1.00×2.00', '2.00×1.00', '1.00×2.00']);
    expect(new Set([...part(bytes, main).matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id)).size).toBe(4);
    expect(await newOfficeErrors(looped, bytes, 'docx')).toEqual([]);
  });
});

describe('many records in one document', () => {
  it('have their own pictures, each stored once; headers with different pictures are different headers', async () => {
    const source = docxOf(paragraph('{%照片 3}'), { header: paragraph('{%标}{名}') });
    const template = compileTemplate(source, formOptions);
    const records = [{ 照片: wide, 标: null, 名: '甲' }, { 照片: tall, 标: wide, 名: '甲' }, { 照片: wide, 标: tall, 名: '甲' }];
    const bytes = template.renderMany(records);
    expect(media(bytes)).toHaveLength(2);
    expect(extents(bytes)).toEqual(['3.00×1.50', '3.00×6.00', '3.00×1.50']);
    expect(['word/_rels/header1.xml.rels', 'word/_rels/header1-2.xml.rels', 'word/_rels/header1-3.xml.rels'].map((name) => targets(bytes, name).length)).toEqual([0, 1, 1]);
    expect([await newOfficeErrors(source, bytes, 'docx'), newLintFaults(source, bytes)]).toEqual([[], []]);
    expect(Buffer.compare(template.renderMany(records), bytes)).toBe(0);
  });
});

describe('the package', () => {
  it('a document of this engine serves as a template again', async () => {
    const first = filled(paragraph('{%a 2}{b}'), { a: wide, b: '{%c 2}' }).bytes;
    const second = compileTemplate(first, formOptions).render({ c: tall });
    expect(media(second).map((line) => line.split(' ')[0])).toEqual(['word/media/added1.png', 'word/media/added2.png']);
    expect(targets(second, 'word/_rels/document.xml.rels')).toEqual(['added1 image /word/media/added1.png', 'added2 image /word/media/added2.png']);
    expect(await newOfficeErrors(first, second, 'docx')).toEqual([]);
  });

  it('[Content_Types].xml stays first, and the same input gives the same bytes in whatever order', () => {
    const template = compileTemplate(docxOf(paragraph('{%a}{b}')), formOptions);
    const [one, two] = [{ a: wide, b: 1 }, { a: tall, b: 2 }];
    const [first, second] = [template.render(one), template.render(two)];
    expect([...readZip(first).keys()][0]).toBe('[Content_Types].xml');
    expect([Buffer.compare(template.render(two), second), Buffer.compare(template.render(one), first)]).toEqual([0, 0]);
  });
});
