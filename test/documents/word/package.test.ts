import { describe, expect, it } from 'vitest';
import { compileTemplate, formOptions } from '../../../electron/documents/template.ts';
import { inflateMember, memberText, readZip } from '../../../electron/files/zip-reader.ts';
import { writeZip } from '../../../electron/files/zip-writer.ts';
import { docxOf, paragraph } from '../../helpers/ooxml-docx.ts';
import { paragraphTexts } from '../../helpers/ooxml-lint.ts';
import { formData, formTemplate } from '../../helpers/ooxml-form.ts';

const officeType = 'application/vnd.openxmlformats-officedocument';
/** The document with one member replaced, or removed. */
function withMember(document: Uint8Array, name: string, content: Uint8Array | string | undefined): Uint8Array {
  const kept = [...readZip(document).values()].filter((member) => member.name !== name);
  return writeZip(content === undefined ? kept : [...kept, { name, bytes: typeof content === 'string' ? Buffer.from(content, 'utf8') : content }]);
}
const refusal = (bytes: Uint8Array) => (): unknown => compileTemplate(bytes);

describe('parts are found by what they are, not by their names', () => {
  it('a main part of another name', () => {
    expect(paragraphTexts(compileTemplate(docxOf(paragraph('{a}'), { mainName: 'document2.xml' })).render({ a: 1 }), 'word/document2.xml')).toEqual(['1']);
  });

  it('absolute targets', () => {
    const document = docxOf(paragraph('{a}'));
    const relationships = (memberText(readZip(document), '_rels/.rels') ?? '').replace('Target="word/', 'Target="/word/');
    expect(paragraphTexts(compileTemplate(withMember(document, '_rels/.rels', relationships)).render({ a: 1 }))).toEqual(['1']);
  });

  it('headers, footers, notes and document properties are filled too', () => {
    const document = docxOf(paragraph('{a}'), { header: paragraph('h{a}'), footer: paragraph('f{a}'), footnotes: `<w:footnote w:id="2">${paragraph('n{a}')}</w:footnote>` });
    const core = '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{a}\u00a0&amp; {b}</dc:title></cp:coreProperties>';
    const relationships = (memberText(readZip(document), '_rels/.rels') ?? '').replace('</Relationships>', '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>');
    const bytes = compileTemplate(withMember(withMember(document, 'docProps/core.xml', core), '_rels/.rels', relationships), formOptions).render({ a: '1\n2' });
    expect(['word/header1.xml', 'word/footer1.xml', 'word/footnotes1.xml'].map((part) => paragraphTexts(bytes, part))).toEqual([['h1\n2'], ['f1\n2'], ['n1\n2']]);
    expect(memberText(readZip(bytes), 'docProps/core.xml')).toContain('<dc:title>1 2\u00a0&amp; </dc:title>');
  });

  it('so is what the content controls of a cover page show', () => {
    const document = docxOf(paragraph('x'), { others: [{ name: 'customXml/item1.xml', text: '<CoverPageProperties xmlns="http://schemas.microsoft.com/office/2006/coverPageProps"><PublishDate>{日期}</PublishDate><Abstract/></CoverPageProperties>' }, { name: 'customXml/item2.xml', text: '<other><Abstract>{b}</Abstract></other>' }] });
    const names = ['item1', 'item2'].map((name, index) => `<Relationship Id="rId8${index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/${name}.xml"/>`).join('');
    const relationships = (memberText(readZip(document), 'word/_rels/document.xml.rels') ?? '').replace('</Relationships>', `${names}</Relationships>`);
    const archive = readZip(compileTemplate(withMember(document, 'word/_rels/document.xml.rels', relationships), formOptions).render({ 日期: '2024年8月5日' }));
    expect([memberText(archive, 'customXml/item1.xml'), memberText(archive, 'customXml/item2.xml')]).toEqual([expect.stringContaining('<PublishDate>2024年8月5日</PublishDate>'), '<other><Abstract>{b}</Abstract></other>']);
  });
});

describe('what the output is made of', () => {
  it('members without tags are copied, compressed as they were; [Content_Types].xml comes first', async () => {
    const source = await formTemplate();
    const before = readZip(source);
    const after = readZip(compileTemplate(source, formOptions).render(formData(1)));
    const changed = [...before.keys()].filter((name) => !Buffer.from(after.get(name)?.raw ?? []).equals(before.get(name)?.raw ?? Buffer.alloc(1)));
    expect([changed, [...after.keys()][0], after.size]).toEqual([['word/document.xml'], '[Content_Types].xml', before.size]);
  });

  it('the same data gives the same bytes, in any order, after any other document', async () => {
    const source = await formTemplate();
    const fresh = (number: number): Buffer => Buffer.from(compileTemplate(source, formOptions).render(formData(number)));
    const template = compileTemplate(source, formOptions);
    const order = [3, 1, 2, 3, 0, 2];
    expect(order.map((number) => fresh(number).equals(template.render(formData(number))))).toEqual(order.map(() => true));
  });

  it('a .dotx becomes a document', () => {
    const bytes = compileTemplate(docxOf(paragraph('{a}'), { mainType: `${officeType}.wordprocessingml.template.main+xml` })).render({ a: 1 });
    expect(memberText(readZip(bytes), '[Content_Types].xml')).toContain('wordprocessingml.document.main+xml');
  });

  it('a UTF-16 part becomes UTF-8 and says so', () => {
    const document = docxOf(paragraph('甲{a}'));
    const xml = (memberText(readZip(document), 'word/document.xml') ?? '').replace('UTF-8', 'UTF-16');
    const bytes = compileTemplate(withMember(document, 'word/document.xml', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]))).render({ a: '乙' });
    const starts = [...readZip(bytes).values()].filter((member) => member.name === 'word/document.xml').map((member) => inflateMember(member).toString('latin1', 0, 38));
    expect([starts, paragraphTexts(bytes)]).toEqual([['<?xml version="1.0" encoding="UTF-8" s'], ['甲乙']]);
  });
});

describe('what is refused, and how', () => {
  it('documents with macros, workbooks, presentations', () => {
    expect(refusal(docxOf('', { mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }))).toThrow('带有宏');
    expect(refusal(docxOf('', { mainType: `${officeType}.spreadsheetml.sheet.main+xml` }))).toThrow('Excel 工作簿');
    expect(refusal(docxOf('', { mainType: `${officeType}.presentationml.presentation.main+xml` }))).toThrow('演示文稿');
    expect(refusal(docxOf('', { mainType: 'text/plain' }))).toThrow('不是 Word 文档');
  });

  it('documents in the strict form, with the way out', () => {
    const relationships = (memberText(readZip(docxOf('')), '_rels/.rels') ?? '').replace('http://schemas.openxmlformats.org/officeDocument/2006/relationships/', 'http://purl.oclc.org/ooxml/officeDocument/relationships/');
    const strict = withMember(withMember(docxOf(paragraph('{a}')), '_rels/.rels', relationships), 'word/document.xml', (memberText(readZip(docxOf(paragraph('{a}'))), 'word/document.xml') ?? '').replace('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'));
    expect(refusal(strict)).toThrow('这份文件是“Strict Open XML”格式，WPS 和许多程序打不开。请在 Word、Excel 里另存为普通的 .docx 或 .xlsx 后再用。');
  });

  it('documents of Word before 2007 and documents with a password, which look the same from outside', () => {
    expect(refusal(Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'))).toThrow('这是旧版 Office 文件（.doc/.xls），或者设置了打开密码。请在 Word 或 WPS 中去掉密码、另存为 .docx/.xlsx 后再用。');
  });

  it('other zips', () => {
    expect(refusal(writeZip([{ name: 'a.txt', bytes: Buffer.from('x') }]))).toThrow('不是 Word 文档');
    expect(refusal(withMember(docxOf(''), 'word/document.xml', undefined))).toThrow('不是 Word 文档');
    expect(refusal(withMember(docxOf(''), '[Content_Types].xml', undefined))).toThrow('[Content_Types].xml');
  });

  it('parts that are no XML, declare entities or nest without end', () => {
    const main = (xml: string): Uint8Array => withMember(docxOf(''), 'word/document.xml', xml);
    expect(refusal(main('<w:document><w:body></w:document>'))).toThrow('不是完整的 XML');
    expect(refusal(main('<w:document a="<"></w:document>'))).toThrow('不是完整的 XML');
    expect(refusal(main('<!DOCTYPE x [<!ENTITY a "b">]><w:document/>'))).toThrow('DOCTYPE');
    expect(refusal(main('<w:p>'.repeat(5000) + '</w:p>'.repeat(5000)))).toThrow('嵌套过深');
    expect(refusal(main(Buffer.from([0x3c, 0xff]).toString('latin1')))).toThrow('不是完整的 XML');
  });
});
