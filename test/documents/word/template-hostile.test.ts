import { describe, expect, it } from 'vitest';
import { checkTemplate } from '../../../electron/documents/check-template.ts';
import { compileTemplate, formOptions } from '../../../electron/documents/template.ts';
import { memberText, readZip } from '../../../electron/files/zip-reader.ts';
import { AppError } from '../../../shared/app-error.ts';
import { hostileDocument, wordParagraph } from '../hostile-files.ts';

function refusal(bytes: Uint8Array): string {
  try {
    compileTemplate(bytes, formOptions).render({ a: 1 });
  } catch (error) {
    if (error instanceof AppError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'accepted';
}

const tooMany = 'template-broken: 模板里的标签超过 3000 个，不像是表单，已停止读取。';

describe('documents made to hang or fill the memory', () => {
  it('elements beyond any document are refused while they are counted', () => {
    expect(refusal(hostileDocument('<a/>'.repeat(3_000_000)))).toBe('unreadable-file: “word/document.xml”的内容过多（超过 1000000 个元素），已拒绝打开。');
  });

  it.each([
    ['values', wordParagraph('{a}').repeat(20_000)],
    ['values in one paragraph', wordParagraph('{a}'.repeat(200_000))],
    ['pairs', (wordParagraph('{#a}') + wordParagraph('{/a}')).repeat(20_000)],
    ['opening marks', wordParagraph('{'.repeat(200_000))],
    ['unfinished changes of the marks', wordParagraph('{=[ '.repeat(200_000))],
    ['unfinished tags', wordParagraph('{a ').repeat(20_000)],
  ])('countless %s are refused', (_what, body) => {
    expect(refusal(hostileDocument(body))).toBe(tooMany);
  });

  it('loops nested beyond any form are refused before anything recurses', () => {
    const body = wordParagraph('{#a}').repeat(1400) + wordParagraph('{/a}').repeat(1400);
    expect(refusal(hostileDocument(body))).toBe('template-broken: 模板里的循环套了 40 层以上，已停止读取。');
  });
});

describe('documents that are small as a zip and long in reading', () => {
  /**
   * Milliseconds of this process's own processor time within which every one of them is read or refused; the slowest took minutes before.
   * The clock on the wall would also count what a busy computer does for others.
   */
  const longest = 8000;

  const relationships = (list: readonly string[]): Record<string, string> => ({ 'word/_rels/document.xml.rels': `<Relationships>${list.join('')}</Relationships>` });
  const many = (count: number, text: (index: number) => string): string => Array.from({ length: count }, (_, index) => text(index)).join('');
  const part = (type: string, target: string): string => `<Relationship Id="${target}" Type="http://x/${type}" Target="${target}"/>`;
  const field = (code: string): string => `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
  const tooLong = 'template-broken: 模板太长，标签又太多，不像是表单，已停止读取。';

  it.each([
    ['tags at the end of a long page', tooLong, hostileDocument(wordParagraph('x').repeat(150_000) + wordParagraph('{a}').repeat(2900))],
    ['loops in front of countless bookmarks', tooLong, hostileDocument((wordParagraph('{#a}') + wordParagraph('{/a}')).repeat(1400) + many(100_000, (index) => `<w:bookmarkStart w:id="${index}" w:name="b${index}"/><w:bookmarkEnd w:id="${index}"/>`))],
    ['controls with tags in their titles', tooLong, hostileDocument(`<w:sdt><w:sdtPr><w:alias w:val="{a}"/></w:sdtPr><w:sdtContent>${wordParagraph('x')}</w:sdtContent></w:sdt>`.repeat(40_000))],
    ['unknown filters with long names', 'template-broken: 模板有 1400 处错误，没有生成文件。', hostileDocument(wordParagraph(`{a|${'乙丙'.repeat(490)}}`).repeat(1400))],
    ['tags full of blanks', 'template-broken: 模板有 3 处错误，没有生成文件。', hostileDocument(wordParagraph(`{a${' '.repeat(400_000)}b}{%a${' '.repeat(400_000)}b}{-w:tr ${' '.repeat(400_000)}}`))],
    ['full-width braces', 'accepted', hostileDocument(wordParagraph('｛a｝').repeat(30_000))],
    ['links with tags', tooMany, hostileDocument(wordParagraph('{a}'), relationships([many(50_000, (index) => `<Relationship Id="r${index}" Type="http://x/hyperlink" TargetMode="External" Target="{a}${index}"/>`)]))],
    ['a field without an end of its quotes', 'accepted', hostileDocument(field(`HYPERLINK "{a} ${'\\"'.repeat(100_000)}`))],
    ['lists of a thousand kinds', 'unreadable-file: “word/n.xml”里的编号列表过多，已拒绝打开。', hostileDocument(wordParagraph('{a}'), { ...relationships([part('numbering', 'n.xml')]), 'word/n.xml': `<w:numbering>${'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"/></w:abstractNum>'.repeat(25_000)}${'<w:num w:numId="1"><w:abstractNumId w:val="x"/></w:num>'.repeat(25_000)}</w:numbering>` })],
    ['more lists than a call takes arguments', 'accepted', hostileDocument(wordParagraph('{a}'), { ...relationships([part('numbering', 'n.xml')]), 'word/n.xml': `<w:numbering>${'<w:num w:numId="1"/>'.repeat(200_000)}</w:numbering>` })],
    ['countless notes', 'accepted', hostileDocument(wordParagraph('{#a}') + many(20_000, (index) => `<w:p><w:footnoteReference w:id="${index}"/></w:p>`) + wordParagraph('{/a}'), { ...relationships([part('footnotes', 'f.xml')]), 'word/f.xml': `<w:footnotes>${many(20_000, (index) => `<w:footnote w:id="${index}"><w:p w14:paraId="${index}"/></w:footnote>`)}</w:footnotes>` })],
    ['a comment full of styles', 'accepted', hostileDocument(wordParagraph('{a}'), { ...relationships([part('styles', 's.xml')]), 'word/s.xml': `<w:styles><!-- ${'<w:style '.repeat(60_000)}--></w:styles>` })],
  ])('%s', (_what, outcome, bytes) => {
    const begun = process.cpuUsage();
    expect(refusal(bytes)).toContain(outcome);
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1000).toBeLessThan(longest);
  });

  it('headers that each are no longer than allowed are counted together', () => {
    const names = Array.from({ length: 8 }, (_, index) => `h${index}.xml`);
    const headers = Object.fromEntries(names.map((name) => [`word/${name}`, `<w:hdr>${'<a/>'.repeat(900_000)}</w:hdr>`]));
    expect(refusal(hostileDocument(wordParagraph('{a}'), { ...relationships(names.map((name) => part('header', name))), ...headers }))).toBe('unreadable-file: 文件的内容过多（超过 2000000 个元素），已拒绝打开。');
  });

  it('a style name hidden in a comment does not get into the pages', () => {
    const bytes = hostileDocument(wordParagraph('{a}'), { ...relationships([part('styles', 's.xml')]), 'word/s.xml': '<w:styles><!-- <w:style w:type="character" w:styleId="x&lt<y"><w:name w:val="hyperlink"/> --></w:styles>' });
    const made = compileTemplate(bytes, formOptions).render({ a: { _type: 'link', target: 'https://oa.example/', text: 'x' } });
    expect(memberText(readZip(made), 'word/document.xml')).not.toContain('x&lt<y');
  });
});

describe('documents that reach outside', () => {
  const relationship = (type: string, target: string): string => `<Relationship Id="rId9" Type="http://x/${type}" TargetMode="External" Target="${target}"/>`;

  it.each([['image', 'http://198.51.100.7/p.png'], ['oleObject', 'file:///\\\\198.51.100.7\\share\\a.xlsx'], ['frame', 'http://198.51.100.7/'], ['subDocument', 'other.docx'], ['aFChunk', 'http://198.51.100.7/a.html']])('a linked %s is a problem', (type, target) => {
    const bytes = hostileDocument(wordParagraph('{a}'), { 'word/_rels/document.xml.rels': `<Relationships>${relationship(type, target)}</Relationships>` });
    expect(checkTemplate(bytes).problems.map(({ message }) => message)).toEqual([`引用了文件之外的内容“${target}”，交付后会打不开，也会向外联网。`]);
    expect(refusal(bytes)).toContain(target);
  });

  it('a hyperlink is none', () => {
    expect(refusal(hostileDocument(wordParagraph('{a}'), { 'word/_rels/document.xml.rels': `<Relationships>${relationship('hyperlink', 'http://198.51.100.7/')}</Relationships>` }))).toBe('accepted');
  });

  it('the template that the author started from is left out of the documents', () => {
    const bytes = hostileDocument(wordParagraph('{a}'), {
      'word/_rels/document.xml.rels': '<Relationships><Relationship Id="rId1" Type="http://x/settings" Target="settings.xml"/></Relationships>',
      'word/settings.xml': '<w:settings><w:zoom/><w:attachedTemplate r:id="rId9"/><w:compat/></w:settings>',
      'word/_rels/settings.xml.rels': `<Relationships>${relationship('attachedTemplate', 'http://198.51.100.7/evil.dotm')}</Relationships>`,
    });
    const made = readZip(compileTemplate(bytes, formOptions).render({ a: 1 }));
    expect(['word/settings.xml', 'word/_rels/settings.xml.rels'].map((name) => memberText(made, name))).toEqual(['<w:settings><w:zoom/><w:compat/></w:settings>', '<Relationships></Relationships>']);
    const many = readZip(compileTemplate(bytes, formOptions).renderMany([{ a: 1 }, { a: 2 }]));
    expect(memberText(many, 'word/_rels/settings.xml.rels')).toBe('<Relationships></Relationships>');
  });
});
