import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLinkTarget } from '../../../electron/documents/word/links/link-target.ts';
import { compileTemplate, formOptions, type RenderReport } from '../../../electron/documents/template.ts';
import { memberText, readZip } from '../../../electron/files/zip-reader.ts';
import { docxOf, paragraph, run } from '../../helpers/ooxml-docx.ts';
import { newLintFaults } from '../../helpers/ooxml-lint.ts';
import { descendants, parseXml } from '../../helpers/ooxml-xml.ts';
import { linkedDocx, type Linked } from '../../helpers/ooxml-links.ts';

type Filled = RenderReport & { readonly xml: string; readonly targets: readonly string[] };

/** What the rendered part says, and where its relationships lead: `id → target`. */
function read(report: RenderReport, template: Uint8Array, part: string): Filled {
  expect(newLintFaults(template, report.bytes)).toEqual([]);
  const archive = readZip(report.bytes);
  const text = memberText(archive, `word/${part}.xml`) ?? '';
  const xml = text.replace(/^.*?<w:(?:body|hdr)[^>]*>/s, '').replace(/<w:sectPr>.*$|<\/w:hdr>$/s, '').replaceAll(' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"', '');
  return { ...report, xml, targets: targetsOf(report.bytes, part) };
}
function targetsOf(bytes: Uint8Array, part = 'document'): readonly string[] {
  const relationships = memberText(readZip(bytes), `word/_rels/${part}.xml.rels`);
  if (relationships === undefined) return [];
  return descendants(parseXml(relationships), 'Relationship').filter(({ attributes }) => attributes.get('Type')?.endsWith('/hyperlink')).map(({ attributes }) => `${attributes.get('Id')} → ${attributes.get('Target')}${attributes.get('TargetMode') === 'External' ? '' : ' (internal)'}`);
}
function filled(body: string, data: unknown, linked: Linked = {}): Filled {
  const template = linkedDocx(body, linked);
  return read(compileTemplate(template, formOptions).renderReported(data), template, 'document');
}
const link = (id: string, text: string): string => `<w:hyperlink r:id="${id}" w:history="1">${run(text)}</w:hyperlink>`;

describe('links whose target holds a tag', () => {
  const body = (id: string, text = '查看'): string => `<w:p>${run('见')}${link(id, text)}</w:p>`;

  it.each([
    ['{网址}', 'https://oa.example.cn/a?b=1&c=2', 'https://oa.example.cn/a?b=1&c=2'],
    ['%7B%E7%BD%91%E5%9D%80%7D', 'http://oa.example.cn/照片 1', 'http://oa.example.cn/照片%201'],
    ['{%E7%BD%91%E5%9D%80}', 'tel:010-55500101', 'tel:010-55500101'],
    ['%7b%e7%bd%91%e5%9d%80%7d', '附件\\照片1.jpg', '附件/照片1.jpg'],
    ['http://{网址}', 'https://oa.example.cn/', 'https://oa.example.cn/'],
    ['http://%7B网址%7D/', 'mailto:wang@example.cn', 'mailto:wang@example.cn'],
    ['http://{网址}/', 'oa.example.cn', 'http://oa.example.cn/'],
    ['https://oa.example.cn/{网址}?x=1', 'A&B #2/照片', 'https://oa.example.cn/A%26B%20%232/照片?x=1'],
    ['../附件/{网址}.jpg', 'XJ-1', '../附件/XJ-1.jpg'],
    ['mailto:{网址}', 'wang@example.cn', 'mailto:wang@example.cn'],
    ['{网址|默认:&quot;www.example.cn&quot;}', '', 'http://www.example.cn'],
  ])('%s with %s', (target, value, result) => {
    const { xml, targets, problems, missing } = filled(body('rId7'), { 网址: value }, { links: { rId7: target } });
    expect([xml, targets, problems, missing]).toEqual([`<w:p>${run('见')}${link('added1', '查看')}</w:p>`, [`added1 → ${result}`], [], []]);
  });

  it.each([
    ['https://{u}.example.cn/x', 'a.b', 'https://a.b.example.cn/x'], ['https://oa{u}.example.cn/', '1', 'https://oa1.example.cn/'], ['https://oa.example.cn{u}', '/a/b c', 'https://oa.example.cn/a/b%20c'],
    ['https://oa.example.cn:{u}/x', '8080', 'https://oa.example.cn:8080/x'], ['https://{u}:8080/x', 'oa.example.cn', 'https://oa.example.cn:8080/x'],
    ['https://{u}.example.cn/x', 'evil.example/', undefined], ['https://{u}.example.cn/x', 'a@b', undefined], ['https://oa.example.cn{u}', '.evil.example', undefined], ['https://oa.example.cn{u}', '@evil.example', undefined],
    ['https://oa{u}.example.cn/', '/x', undefined], ['https://oa.example.cn:{u}/x', '80@evil.example', undefined], ['https://a:{u}@oa.example.cn/', '1@evil.example/', undefined],
  ])('%s with %s stays with the computer that the template names', (target, value, result) => {
    const { targets, problems } = filled(body('rId7'), { u: value }, { links: { rId7: target } });
    expect([targets, problems.map(({ message }) => message)]).toEqual(result === undefined ? [[], [`“{u}”的内容“${value}”会把链接引到别的网站，只印了文字。`]] : [[`added1 → ${result}`], []]);
  });

  it('a bookmark becomes an anchor; an anchor of the template stays with an address', () => {
    expect(filled(body('rId7'), { 网址: '#附件一' }, { links: { rId7: '{网址}' } })).toMatchObject({ xml: `<w:p>${run('见')}<w:hyperlink w:anchor="附件一" w:history="1">${run('查看')}</w:hyperlink></w:p>`, targets: [] });
    const anchored = (id: string): string => `<w:p><w:hyperlink${id} w:history="1" w:tooltip="提示">${run('x')}</w:hyperlink></w:p>`;
    const source = anchored(' w:anchor="p1" r:id="rId7"');
    expect(filled(source, { 网址: 'a/b.docx' }, { links: { rId7: '{网址}' } }).xml).toBe(anchored(' r:id="added1" w:anchor="p1"'));
    expect(filled(source, { 网址: '#p2' }, { links: { rId7: '{网址}' } }).xml).toBe(anchored(' w:anchor="p2"'));
  });

  it('no address: the text without a link; missing is reported, null is not', () => {
    const plain = `<w:p>${run('见')}${run('查看')}</w:p>`;
    expect(filled(body('rId7'), {}, { links: { rId7: '{网址}' } })).toMatchObject({ xml: plain, targets: [], missing: [{ part: '正文', place: '第1段链接', tag: '{网址}' }], problems: [] });
    expect(filled(body('rId7'), { 网址: null }, { links: { rId7: 'http://{网址}/' } })).toMatchObject({ xml: plain, targets: [], missing: [], problems: [] });
    expect(filled(body('rId7'), { 网址: 'javascript:alert(1)' }, { links: { rId7: '{网址}' } })).toMatchObject({
      xml: plain, targets: [], missing: [], problems: [{ place: '第1段链接', message: '“{网址}”的内容“javascript:alert(1)”不允许“javascript:”这样的链接，只印了文字。' }],
    });
  });

  it('in loops: a relationship per target, those of the template stay as they are', () => {
    const loop = `${paragraph('{#r}')}<w:p>${link('rId7', '{名}')}${link('rId8', '固定')}</w:p>${paragraph('{/r}')}`;
    const data = { r: [{ 名: '甲', u: 'https://a.example' }, { 名: '乙', u: 'https://b.example' }, { 名: '丙', u: 'https://a.example' }, { 名: '丁', u: 'file:///C:/x' }] };
    const { xml, targets, problems } = filled(loop, data, { links: { rId7: '{u}', rId8: 'https://fixed.example' } });
    const item = (id: string, name: string): string => `<w:p>${link(id, name)}${link('rId8', '固定')}</w:p>`;
    expect(xml).toBe(`${item('added1', '甲')}${item('added2', '乙')}${item('added1', '丙')}<w:p>${run('丁')}${link('rId8', '固定')}</w:p>`);
    expect(targets).toEqual(['rId8 → https://fixed.example', 'added1 → https://a.example', 'added2 → https://b.example']);
    expect(problems.map(({ message }) => message)).toEqual(['“{u}”的内容“file:///C:/x”不允许“file:”这样的链接，只印了文字。']);
  });

  it('in headers, also of many records in one document', () => {
    const header = `<w:p>${link('rIdH', '系统')}</w:p>`;
    const template = linkedDocx(paragraph('{n}'), { header, headerLinks: { rIdH: '{u}' } });
    const compiled = compileTemplate(template, formOptions);
    const one = read(compiled.renderReported({ n: 1, u: 'https://a.example' }), template, 'header1');
    expect([one.xml, one.targets]).toEqual([`<w:p>${link('added1', '系统')}</w:p>`, ['added1 → https://a.example']]);
    const many = compiled.renderMany([{ n: 1, u: 'https://a.example' }, { n: 2, u: 'https://b.example' }, { n: 3, u: 'https://a.example' }]);
    expect(newLintFaults(template, many)).toEqual([]);
    expect([targetsOf(many, 'header1'), targetsOf(many, 'header1-2'), readZip(many).has('word/header1-3.xml')]).toEqual([['added1 → https://a.example'], ['added1 → https://b.example'], false]);
  });

  it('on drawings, twice in each', () => {
    const drawing = (click: string): string => `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="p">${click}</wp:docPr><a:graphic><a:graphicData><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="p">${click}</pic:cNvPr></pic:nvPicPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    const click = (id: string): string => `<a:hlinkClick xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:id="${id}"/>`;
    const linked = { links: { rId7: '{u}' } };
    expect(filled(drawing(click('rId7')), { u: '#p' }, linked)).toMatchObject({ xml: drawing(click('added1')), targets: ['added1 → #p'] });
    expect(filled(drawing(click('rId7')), {}, linked)).toMatchObject({ xml: drawing(''), missing: [{ tag: '{u}' }] });
  });

  it('the same bytes every time, in any order', () => {
    const compiled = compileTemplate(linkedDocx(body('rId7'), { links: { rId7: '{u}' } }), formOptions);
    const [first, second] = [compiled.render({ u: 'https://a.example' }), compiled.render({ u: 'https://b.example' })];
    expect([compiled.render({ u: 'https://b.example' }), compiled.render({ u: 'https://a.example' })]).toEqual([second, first]);
  });

  it('braces of other programs in addresses are no tags', () => {
    const addresses = ['https://x.example/doc.aspx?sourcedoc=%7B3F2504E0%2D4F89%2D11D3%2D9A0C%2D0305E82C3301%7D', 'https://x.example/?q={&quot;a&quot;:1}', 'https://x.example/{', 'https://x.example/%7B%FF%7D', 'https://x.example/{}'];
    const links = Object.fromEntries(addresses.map((address, index) => [`rId${index}`, address]));
    const source = addresses.map((_, index) => `<w:p>${link(`rId${index}`, 'x')}</w:p>`).join('');
    const { xml, targets } = filled(paragraph('{n}') + source, { n: '1' }, { links });
    expect([xml, targets]).toEqual([paragraph('1') + source, addresses.map((address, index) => `rId${index} → ${address.replaceAll('&quot;', '"')}`)]);
  });

  it('with other delimiters', () => {
    const template = linkedDocx(body('rId7') + body('rId8'), { links: { rId7: '[[u]]', rId8: '%5b%5Bu%5D%5d' } });
    const report = compileTemplate(template, { ...formOptions, delimiters: { start: '[[', end: ']]' } }).renderReported({ u: 'https://a.example' });
    expect(read(report, template, 'document')).toMatchObject({ xml: body('added1') + body('added1'), targets: ['added1 → https://a.example'] });
  });

  it('are listed; what cannot work is a problem', () => {
    const check = (target: string, source = body('rId7')) => compileTemplate(linkedDocx(source, { links: { rId7: target } }), formOptions);
    expect(check('https://x.example/{a}/{b}').tags.map(({ kind, place, tag, name }) => [kind, place, tag, name])).toEqual([['link', '第1段链接', '{a}{b}', 'a'], ['link', '第1段链接', '{a}{b}', 'b']]);
    expect(check('{#a}').problems.map(({ code, place }) => [code, place])).toEqual([['link-place', '第1段链接']]);
    expect(check('{a|金额大些}').problems.map(({ code, tag }) => [code, tag])).toEqual([['bad-expression', '{a|金额大些}']]);
    const placeholder = `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="p" descr="{%a}"><a:hlinkClick r:id="rId7"/></wp:docPr><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="x"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    expect(check('{a}', placeholder).problems.map(({ code, tag }) => [code, tag])).toEqual([['link-place', '{a}']]);
    const half = `<w:p>${run('{#r}')}<w:hyperlink r:id="rId7">${run('x{/r}y')}</w:hyperlink></w:p>`;
    expect(check('{a}', half).problems.length).toBeGreaterThan(0);
  });
});

describe('HYPERLINK fields', () => {
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const field = (...code: readonly string[]): string => `<w:p>${run('见')}${mark('begin')}${code.map((text) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`).join('')}${mark('separate')}${run('查看')}${mark('end')}</w:p>`;
  const simple = (code: string): string => `<w:p><w:fldSimple w:instr="${code}">${run('查看')}</w:fldSimple></w:p>`;

  it.each([
    [[' HYPERLINK "{u}" '], 'https://a.example/"x"', 'HYPERLINK &quot;https://a.example/%22x%22&quot; '],
    [[' HYPERLINK "{', 'u}" \\o "提示" \\n'], 'a\\b.jpg', 'HYPERLINK &quot;a/b.jpg&quot; \\o &quot;提示&quot; \\n '],
    [[' HYPERLINK {u}'], '#p1', 'HYPERLINK \\l &quot;p1&quot; '],
    [[' HYPERLINK \\l "{u}" '], 'p1', 'HYPERLINK \\l &quot;p1&quot; '],
    [[' HYPERLINK "https://a.example/{u}" '], 'A B', 'HYPERLINK &quot;https://a.example/A%20B&quot; '],
  ])('%j with %s', (code, value, result) => {
    const { xml, problems } = filled(field(...code), { u: value });
    expect([xml, problems]).toEqual([field(` ${result}`), []]);
  });

  it('no address: the text without a field', () => {
    expect(filled(field(' HYPERLINK "{u}" '), {})).toMatchObject({ xml: `<w:p>${run('见')}<w:r></w:r>${run('查看')}<w:r></w:r></w:p>`, missing: [{ tag: '{u}', place: '第1段链接' }] });
    expect(filled(simple(' HYPERLINK &quot;{u}&quot; '), { u: 'data:text/html,x' })).toMatchObject({ xml: `<w:p>${run('查看')}</w:p>`, problems: [{ tag: '{u}' }] });
  });

  it('simple fields, in loops', () => {
    const body = paragraph('{#r}') + simple(' HYPERLINK &quot;{.}&quot; ') + paragraph('{/r}');
    expect(filled(body, { r: ['https://a.example', '#b'] }).xml).toBe(simple(' HYPERLINK &quot;https://a.example&quot; ') + simple(' HYPERLINK \\l &quot;b&quot; '));
  });

  it('other fields and other links stay as they are', () => {
    const body = field(' MERGEFIELD {u} ') + field(' HYPERLINK "https://a.example" ') + simple(' PAGE ');
    expect(filled(body + paragraph('{u}'), { u: 1 }).xml).toBe(body + paragraph('1'));
  });
});

describe('values that are links', () => {
  const shown = (id: string, text: string, format = '<w:color w:val="0563C1"/><w:u w:val="single"/>', more = ''): string => `<w:hyperlink r:id="${id}"${more} w:history="1"><w:r><w:rPr>${format}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:hyperlink>`;

  it('by a filter: the address, or a text', () => {
    const { xml, targets } = filled(paragraph('见{网址|链接}。') + paragraph('{网址|链接:"查看<照片>"}') + paragraph('{网址|链接:名称}'), { 网址: 'https://a.example/1', 名称: '甲' });
    expect([xml, targets]).toEqual([`<w:p>${run('见')}${shown('added1', 'https://a.example/1')}${run('。')}</w:p><w:p>${run('')}${shown('added1', '查看&lt;照片&gt;')}${run('')}</w:p><w:p>${run('')}${shown('added1', '甲')}${run('')}</w:p>`, ['added1 → https://a.example/1']]);
  });

  it('by the data, with a tip; lists of them', () => {
    const value = { _type: 'link', text: '照片', target: '附件/1.jpg', tooltip: '放大"看"' };
    const { xml, targets } = filled(paragraph('{x}') + paragraph('{y|链接}'), { x: value, y: ['a/1.jpg', 'a/2.jpg'] });
    expect(xml).toBe(`<w:p>${run('')}${shown('added1', '照片', undefined, ' w:tooltip="放大&quot;看&quot;"')}${run('')}</w:p><w:p>${run('')}${shown('added2', 'a/1.jpg')}${run('、')}${shown('added3', 'a/2.jpg')}${run('')}</w:p>`);
    expect(targets).toEqual(['added1 → 附件/1.jpg', 'added2 → a/1.jpg', 'added3 → a/2.jpg']);
  });

  it('in the format of the run, in the style for links where there is one', () => {
    const bold = (text: string, inside = ''): string => `<w:r><w:rPr><w:rStyle w:val="a"/><w:b/><w:sz w:val="21"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>${inside}`;
    const body = `<w:p>${bold('{网址|链接}')}</w:p>`;
    const value = { 网址: 'https://a.example' };
    expect(filled(body, value).xml).toBe(`<w:p>${bold('')}${shown('added1', 'https://a.example', '<w:rStyle w:val="a"/><w:b/><w:color w:val="0563C1"/><w:sz w:val="21"/><w:u w:val="single"/>')}${bold('')}</w:p>`);
    expect(filled(body, value, { linkStyle: 'a8' }).xml).toBe(`<w:p>${bold('')}${shown('added1', 'https://a.example', '<w:rStyle w:val="a8"/><w:b/><w:sz w:val="21"/>')}${bold('')}</w:p>`);
    const red = '<w:p><w:r><w:rPr><w:color w:val="FF0000"/><w:u w:val="none"/></w:rPr><w:t xml:space="preserve">{网址|链接}</w:t></w:r></w:p>';
    expect(filled(red, value).xml).toContain(shown('added1', 'https://a.example', '<w:color w:val="FF0000"/><w:u w:val="none"/>'));
  });

  it('where no link can stand, and what is none: the text, and a problem', () => {
    const inLink = `<w:p><w:hyperlink w:anchor="x">${run('{u|链接}')}</w:hyperlink></w:p>`;
    expect(filled(inLink, { u: 'https://a.example' })).toMatchObject({ xml: inLink.replace('{u|链接}', 'https://a.example'), problems: [{ message: '“{u|链接}”所在的位置不能放链接，只印了文字。' }] });
    expect(filled(paragraph('{u|链接}'), { u: '\\\\server\\share' })).toMatchObject({ xml: paragraph('\\\\server\\share'), problems: [{ message: '“{u|链接}”的内容“\\\\server\\share”不允许指向电脑或网络上的位置，只印了文字。' }] });
    expect(filled(paragraph('{u|链接}'), { u: '' })).toMatchObject({ xml: paragraph(''), problems: [], missing: [] });
    const field = `<w:p><w:fldSimple w:instr=" TITLE ">${run('{u|链接}')}</w:fldSimple></w:p>`;
    expect(filled(field, { u: 'https://a.example' })).toMatchObject({ xml: field.replace('{u|链接}', 'https://a.example'), problems: [{ tag: '{u|链接}' }] });
    const plain = `<w:p><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${run('{u|链接}')}</w:sdtContent></w:sdt></w:p>`;
    expect(filled(plain, { u: 'https://a.example' })).toMatchObject({ xml: plain.replace('{u|链接}', 'https://a.example'), problems: [{ tag: '{u|链接}' }] });
  });

  it('in rich text controls, text boxes and notes', () => {
    const rich = (content: string): string => `<w:p><w:sdt><w:sdtPr><w:richText/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt></w:p>`;
    expect(filled(rich(run('{u|链接}')), { u: 'https://a.example' }).xml).toBe(rich(`${run('')}${shown('added1', 'https://a.example')}${run('')}`));
    const footnotes = `<w:footnote w:id="1"><w:p>${run('{u|链接}')}</w:p></w:footnote>`;
    const noted = docxOf(`<w:p>${run('{#r}')}<w:r><w:footnoteReference w:id="1"/></w:r>${run('{/r}')}</w:p>`, { footnotes });
    const { bytes, problems } = compileTemplate(noted, formOptions).renderReported({ r: [{ u: 'https://a.example' }, { u: 'https://b.example' }] });
    expect([targetsOf(bytes, 'footnotes1'), targetsOf(bytes), problems]).toEqual([['added1 → https://a.example', 'added2 → https://b.example'], [], []]);
  });

  it('of many records in one document', () => {
    const template = docxOf(paragraph('{u|链接}'));
    const many = compileTemplate(template, formOptions).renderMany([{ u: 'https://a.example' }, { u: 'https://b.example' }, { u: 'https://a.example' }]);
    expect([newLintFaults(template, many), targetsOf(many)]).toEqual([[], ['added1 → https://a.example', 'added2 → https://b.example']]);
  });
});

describe('where links may lead', () => {
  it.each([
    ['https://oa.example.cn:8080/a?b=c#d', 'https://oa.example.cn:8080/a?b=c#d'], [' http://a.example ', 'http://a.example'], ['WWW.example.cn', 'http://WWW.example.cn'], ['ftp://a.example/x', 'ftp://a.example/x'],
    ['mailto:a@example.cn', 'mailto:a@example.cn'], ['a@example.cn', 'mailto:a@example.cn'], ['tel:010-55500101', 'tel:010-55500101'], ['附件/照片 1.jpg', '附件/照片%201.jpg'], ['..\\附件\\1.jpg', '../附件/1.jpg'], ['./a.pdf', './a.pdf'], ['100%.pdf', '100%25.pdf'], ['a%20b.pdf', 'a%20b.pdf'],
  ])('%s', (written, result) => {
    expect(readLinkTarget(written)).toEqual({ kind: 'address', address: result });
  });

  it.each([
    '', 'javascript:alert(1)', 'JavaScript:alert(1)', 'java\nscript:alert(1)', ' javascript:x', 'data:text/html,x', 'vbscript:x', 'file:///C:/x', 'C:\\Windows\\x.exe', 'c:/x', '\\\\server\\share', '//server/x', '/etc/passwd', 'javascript%3Aalert(1)', '%2f%2fserver/x',
    'a/../../b.jpg', '../../../../../../x.jpg', '..', 'http:', 'http://', 'https:example.cn', 'http:///x', 'mailto:', '暂无', '#', '#a b', 'a\u202etxt.exe', 'https：//a.example', 'ms-word:ofe|u|x', 'a\ud800.jpg', `https://a.example/${'x'.repeat(2000)}`,
  ])('never %j', (written) => {
    expect(readLinkTarget(written)).toMatchObject({ kind: 'refused' });
  });

  it('whatever the text: a bookmark, or an address that is one, without markup, of an allowed kind', () => {
    const alphabet = fc.constantFrom('h', 't', 'p', 's', ':', '/', '\\', '.', '#', '?', '@', '%', '2', 'f', 'F', 'j', 'a', 'v', ' ', '"', '<', '>', '{', '附', '\n', '\u202e', '\ud800', 'mailto:', 'http://', 'file:', 'javascript:', '..', 'www.');
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.array(alphabet, { maxLength: 14 }).map((parts) => parts.join('')));
    fc.assert(fc.property(texts, (text) => {
      const target = readLinkTarget(text);
      if (target.kind !== 'address') return;
      const { address } = target;
      expect(address).not.toMatch(/[\s"<>\\^`{|}]|%(?![0-9a-fA-F]{2})/);
      expect(address.isWellFormed()).toBe(true);
      const { protocol, host, pathname } = new URL(address, 'https://disc.example/1/2/3/4/5/6/document.docx');
      expect(['http:', 'https:', 'ftp:', 'mailto:', 'tel:']).toContain(protocol);
      const isBeside = protocol === 'https:' && host === 'disc.example' && pathname.startsWith('/1/');
      expect(isBeside || /^[a-z]+:/i.test(address)).toBe(true);
    }), { numRuns: 2000 });
  });

  it('whatever the data: a document that is whole', () => {
    const template = linkedDocx(`<w:p>${link('rId7', '{u}')}</w:p>${paragraph('{u|链接}')}<w:p><w:fldSimple w:instr=" HYPERLINK &quot;{u}&quot; ">${run('x')}</w:fldSimple></w:p>`, { links: { rId7: 'https://a.example/{u}' } });
    const compiled = compileTemplate(template, formOptions);
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.webPath()), (u) => {
      expect(newLintFaults(template, compiled.render({ u }))).toEqual([]);
    }), { numRuns: 50 });
  });
});
