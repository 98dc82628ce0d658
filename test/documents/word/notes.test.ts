import { describe, expect, it } from 'vitest';
import { compileTemplate, formOptions } from '../../../electron/documents/template.ts';
import { memberText, readZip } from '../../../electron/files/zip-reader.ts';
import { writeZip } from '../../../electron/files/zip-writer.ts';
import { docxOf, page, paragraph, run, table, type DocxParts } from '../../helpers/ooxml-docx.ts';
import { newLintFaults } from '../../helpers/ooxml-lint.ts';
import { newOfficeErrors } from '../../helpers/ooxml-validate.ts';
import { descendants, parseXml, textOf } from '../../helpers/ooxml-xml.ts';

const footnote = (id: number, text: string, more = ''): string => `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r>${run(text)}</w:p>${more}</w:footnote>`;
const separators = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>';
const noted = (text: string, id: number, kind = 'footnote'): string => `<w:p>${run(text)}<w:r><w:${kind}Reference w:id="${id}"/></w:r></w:p>`;
const commented = (text: string, id: number): string => `<w:p><w:commentRangeStart w:id="${id}"/>${run(text)}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r></w:p>`;
const comment = (id: number, text: string): string => `<w:comment w:id="${id}" w:author="甲方" w:date="2024-01-01T00:00:00Z">${paragraph(text)}</w:comment>`;
const loop = (name: string, ...blocks: readonly string[]): string => paragraph(`{#${name}}`) + blocks.join('') + paragraph(`{/${name}}`);

/** What is referred to, in the order of the text, each by its id; then what there is, by id. */
function notesOf(bytes: Uint8Array, kind: 'footnote' | 'endnote' | 'comment'): { readonly referred: readonly string[]; readonly notes: readonly string[] } {
  const part = (name: string) => parseXml(memberText(readZip(bytes), `word/${name}`) ?? '<none/>');
  const referred = descendants(part('document.xml'), `w:${kind}Reference`).map((reference) => reference.attributes.get('w:id') ?? '');
  const notes = descendants(part(`${kind}s1.xml`), `w:${kind}`).filter((note) => note.attributes.get('w:type') === undefined).map((note) => `${note.attributes.get('w:id')} ${descendants(note, 'w:t').map(textOf).join('')}`);
  return { referred, notes };
}

function checked(body: string, parts: DocxParts, render: (template: ReturnType<typeof compileTemplate>) => Uint8Array): Uint8Array {
  const template = docxOf(body, parts);
  const bytes = render(compileTemplate(template, formOptions));
  expect(newLintFaults(template, bytes)).toEqual([]);
  return bytes;
}

describe('footnotes in loops', () => {
  const footnotes = separators + footnote(1, '总说明 {t}') + footnote(2, '{n} 的说明：{#w}{.}；{/w}') + footnote(5, '固定');

  it('every copy of the reference has a note of its own, filled in for that copy', () => {
    const data = { t: 'T', g: [{ n: '甲', w: [1, 2] }, { n: '乙', w: [] }, { n: '丙', w: [3] }] };
    const bytes = checked(noted('x', 1) + loop('g', noted('{n}', 2), noted('f', 5)), { footnotes }, (template) => template.render(data));
    expect(notesOf(bytes, 'footnote')).toEqual({
      referred: ['1', '2', '5', '6', '7', '8', '9'],
      notes: ['1 总说明 T', '2 甲 的说明：1；2；', '5 固定', '6 乙 的说明：', '7 固定', '8 丙 的说明：3；', '9 固定'],
    });
  });

  it('in rows, in text, in nested loops', () => {
    const rows = checked(table([[noted('{#g}{n}', 2), '{/g}']]), { footnotes }, (template) => template.render({ g: [{ n: '甲' }, { n: '乙' }] }));
    expect(notesOf(rows, 'footnote')).toEqual({ referred: ['2', '6'], notes: ['1 总说明 ', '5 固定', '2 甲 的说明：', '6 乙 的说明：'] });
    const inText = `<w:p>${run('{#o}{#g}{n}')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('{/g}{/o}')}</w:p>`;
    const text = checked(inText, { footnotes }, (template) => template.render({ o: [{ g: [{ n: 1 }, { n: 2 }] }, { g: [{ n: 3 }] }] }));
    expect(notesOf(text, 'footnote').notes).toEqual(['1 总说明 ', '5 固定', '2 1 的说明：', '6 2 的说明：', '7 3 的说明：']);
  });

  it('a loop without items leaves no note', () => {
    const bytes = checked(loop('g', noted('{n}', 2)), { footnotes }, (template) => template.render({ g: [] }));
    expect(notesOf(bytes, 'footnote')).toEqual({ referred: [], notes: ['1 总说明 ', '5 固定'] });
  });

  it('a note that the template refers to twice is copied for the second', () => {
    const bytes = checked(loop('g', noted('{n}', 2), noted('z', 2)), { footnotes }, (template) => template.render({ g: [{ n: '甲' }] }));
    expect(notesOf(bytes, 'footnote')).toEqual({ referred: ['2', '6'], notes: ['1 总说明 ', '5 固定', '2 甲 的说明：', '6 甲 的说明：'] });
  });

  it('endnotes likewise', () => {
    const endnotes = `<w:endnote w:id="2">${paragraph('{n}')}</w:endnote>`;
    const bytes = checked(loop('g', noted('{n}', 2, 'endnote')), { endnotes }, (template) => template.render({ g: [{ n: '甲' }, { n: '乙' }] }));
    expect(notesOf(bytes, 'endnote')).toEqual({ referred: ['2', '3'], notes: ['2 甲', '3 乙'] });
  });

  it('a cell that merges with the one above takes its note along', () => {
    const data = { g: [{ n: '甲', w: [1] }, { n: '甲', w: [2] }] };
    const bytes = checked(table([[noted('{#g}{n|合并相同}', 2), '{/g}']]), { footnotes }, (template) => template.render(data));
    expect(notesOf(bytes, 'footnote')).toEqual({ referred: ['2'], notes: ['1 总说明 ', '5 固定', '2 甲 的说明：1；'] });
  });

  it('a note without tags is copied as well, and missing values are told with their place', () => {
    const template = compileTemplate(docxOf(loop('g', noted('x', 2)), { footnotes: `${footnote(2, '{z}')}${footnote(3, 'y')}` }), formOptions);
    expect([template.renderReported({ g: [1, 2] }).missing, template.tags.map(({ part, name, within }) => [part, name, within])]).toEqual([
      [{ part: '脚注', place: '第1段', tag: '{z}' }, { part: '脚注', place: '第1段', tag: '{z}' }],
      [['正文', 'g', []], ['脚注', 'z', ['g']]],
    ]);
  });
});

describe('comments', () => {
  it('stay with the first copy of a loop and are filled in for it', () => {
    const bytes = checked(commented('{t}', 3) + loop('g', commented('{n}', 4)), { comments: comment(3, '看 {t}') + comment(4, '看 {n}') }, (template) => template.render({ t: 'T', g: [{ n: '甲' }, { n: '乙' }] }));
    expect(notesOf(bytes, 'comment')).toEqual({ referred: ['3', '4'], notes: ['3 看 T', '4 看 甲'] });
  });
});

describe('notes and comments in a document of many records', () => {
  const records = [{ n: '甲', g: [{ w: 1 }, { w: 2 }] }, { n: '乙', g: [] }, { n: '丙', g: [{ w: 3 }] }];

  it('every record has its own', () => {
    const parts = { footnotes: separators + footnote(1, '{n}') + footnote(2, '{n}{w}') + footnote(9, '无人引用'), comments: comment(0, '看 {n}') };
    const bytes = checked(noted('x', 1) + loop('g', noted('{w}', 2)) + commented('c', 0), parts, (template) => template.renderMany(records));
    expect(notesOf(bytes, 'footnote')).toEqual({ referred: ['1', '2', '10', '11', '12', '13'], notes: ['9 无人引用', '1 甲', '2 甲1', '10 甲2', '11 乙', '12 丙', '13 丙3'] });
    expect(notesOf(bytes, 'comment')).toEqual({ referred: ['0', '1', '2'], notes: ['0 看 甲', '1 看 乙', '2 看 丙'] });
  });

  it('footnotes are numbered from 1 in every record that is one section, unless the template says otherwise', () => {
    const footnotePr = (section: string | undefined): readonly (string | undefined)[] => {
      const bytes = checked(noted('x', 1), { footnotes: footnote(1, '固定'), ...(section !== undefined && { section }) }, (template) => template.renderMany(records, { startOn: 'odd-page' }));
      return [...(memberText(readZip(bytes), 'word/document.xml') ?? '').matchAll(/<w:sectPr>(.*?)<w:pgSz/g)].map((match) => match[1]);
    };
    const restart = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>';
    const odd = '<w:type w:val="oddPage"/>';
    expect(footnotePr(undefined)).toEqual([restart, restart + odd, restart + odd]);
    expect(footnotePr(`<w:sectPr><w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr>${page}</w:sectPr>`)).toEqual(['', odd, odd].map((type) => restart.replace('<w:numR', '<w:numFmt w:val="chicago"/><w:numR') + type));
    const own = '<w:footnotePr><w:numRestart w:val="continuous"/></w:footnotePr>';
    expect(footnotePr(`<w:sectPr>${own}${page}</w:sectPr>`)).toEqual([own, own + odd, own + odd]);
  });

  it('endnotes stand at the end of their record, numbered from 1', () => {
    const settings = (inside: string): string => `<?xml version="1.0"?><w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inside}<w:compat/></w:settings>`;
    const volume = (inside: string): readonly (string | undefined)[] => {
      const template = docxOf(noted('x', 1, 'endnote'), { endnotes: `<w:endnote w:id="1">${paragraph('{n}')}</w:endnote>`, others: [{ name: 'word/settings.xml', text: settings(inside) }] });
      const archive = readZip(template);
      const related = (memberText(archive, 'word/_rels/document.xml.rels') ?? '').replace('</Relationships>', '<Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/></Relationships>');
      const source = writeZip([...archive.values()].map((member) => (member.name === 'word/_rels/document.xml.rels' ? { name: member.name, bytes: Buffer.from(related) } : member)));
      const bytes = readZip(compileTemplate(source, formOptions).renderMany(records));
      return [/<w:settings[^>]*>(.*)<w:compat/.exec(memberText(bytes, 'word/settings.xml') ?? '')?.[1], /<w:sectPr>(.*?)<w:pgSz/.exec(memberText(bytes, 'word/document.xml') ?? '')?.[1]];
    };
    const restart = '<w:endnotePr><w:numRestart w:val="eachSect"/></w:endnotePr>';
    expect(volume('<w:footnotePr><w:footnote w:id="-1"/></w:footnotePr><w:endnotePr><w:endnote w:id="-1"/></w:endnotePr>')).toEqual(['<w:footnotePr><w:footnote w:id="-1"/></w:footnotePr><w:endnotePr><w:pos w:val="sectEnd"/><w:endnote w:id="-1"/></w:endnotePr>', restart]);
    expect(volume('<w:footnotePr><w:footnote w:id="-1"/></w:footnotePr>')[0]).toBe('<w:footnotePr><w:footnote w:id="-1"/></w:footnotePr><w:endnotePr><w:pos w:val="sectEnd"/></w:endnotePr>');
    expect(volume('<w:endnotePr><w:pos w:val="docEnd"/></w:endnotePr>')[0]).toBe('<w:endnotePr><w:pos w:val="docEnd"/></w:endnotePr>');
    expect(volume('')[0]).toBe('');
  });

  it('also those without tags', () => {
    const bytes = checked(noted('x', 1), { footnotes: footnote(1, '固定') }, (template) => template.renderMany(records));
    expect(notesOf(bytes, 'footnote')).toEqual({ referred: ['1', '2', '3'], notes: ['1 固定', '2 固定', '3 固定'] });
  });

  it('says the same as each record alone', () => {
    const body = noted('x', 1) + loop('g', noted('{w}', 2));
    const template = compileTemplate(docxOf(body, { footnotes: footnote(1, '{n}') + footnote(2, '{n}{w}') }), formOptions);
    const texts = (bytes: Uint8Array): readonly string[] => {
      const { referred, notes } = notesOf(bytes, 'footnote');
      return referred.map((id) => (notes.find((note) => note.startsWith(`${id} `)) ?? 'missing').replace(/^\d+ /, ''));
    };
    expect(texts(template.renderMany(records))).toEqual(records.flatMap((record) => texts(template.render(record))));
  });
});

it('the validator finds nothing in copied notes', async () => {
  const template = docxOf(noted('x', 1) + loop('g', noted('{w}', 2)) + commented('c', 0) + noted('y', 1, 'endnote'), {
    footnotes: separators + footnote(1, '{n}') + footnote(2, '{n}{w}'), endnotes: `<w:endnote w:id="1">${paragraph('{n}')}</w:endnote>`, comments: comment(0, '看 {n}'),
  });
  const compiled = compileTemplate(template, formOptions);
  const outputs = [compiled.render({ n: 'N', g: [{ w: 1 }, { w: 2 }] }), compiled.renderMany([{ n: 'N', g: [{ w: 1 }, { w: 2 }] }, { n: 'M', g: [{ w: 4 }] }])];
  expect((await Promise.all(outputs.map((output) => newOfficeErrors(template, output, 'docx')))).flat()).toEqual([]);
});
