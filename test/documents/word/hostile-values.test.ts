import { describe, expect, it } from 'vitest';
import { compileTemplate, formOptions } from '../../../electron/documents/template.ts';
import { memberText, readZip } from '../../../electron/files/zip-reader.ts';
import { hostileDocument, wordParagraph } from '../hostile-files.ts';

const relationships = 'word/_rels/document.xml.rels';

function relationshipsWith(value: unknown, parts: Readonly<Record<string, string>> = {}): string {
  const template = compileTemplate(hostileDocument(wordParagraph('{a}'), parts), formOptions);
  return memberText(readZip(template.render({ a: value })), relationships) ?? '';
}

describe('addresses from data', () => {
  it.each(['https://oa.example/?a=$&', 'https://oa.example/$$5', "https://oa.example/$'x", 'https://oa.example/$1$<n>'])('%s stands in the relationships as it is', (target) => {
    const written = target.replaceAll('&', '&amp;').replaceAll('<', '%3C').replaceAll('>', '%3E');
    expect(/ Target="([^"]*)" TargetMode="External"\/><\/Relationships>$/.exec(relationshipsWith({ _type: 'link', target, text: 'x' }))?.[1]).toBe(written);
  });

  it.each([
    ['an empty root', '<Relationships/>'],
    ['a comment behind the root', '<Relationships></Relationships><!-- </Relationships> -->'],
    ['a comment that looks like a root', '<!-- <Relationships/> --><Relationships><!-- </Relationships> --></Relationships>'],
  ])('relationships with %s take them, too', (_what, xml) => {
    expect(relationshipsWith({ _type: 'link', target: 'https://oa.example/', text: 'x' }, { [relationships]: xml })).toMatch(/(?:<Relationships>|-->)<Relationship Id="\w+" Type="[^"]+" Target="https:\/\/oa\.example\/" TargetMode="External"\/><\/Relationships>/);
  });
});
