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
