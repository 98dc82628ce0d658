import { describe, expect, it } from 'vitest';
import { compileTemplate, formOptions } from '../../../electron/documents/template.ts';
import { memberText, readZip } from '../../../electron/files/zip-reader.ts';
import { AppError } from '../../../shared/app-error.ts';
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

function outcome(text: string, data: unknown): string {
  try {
    const { missing, problems } = compileTemplate(hostileDocument(wordParagraph(text)), formOptions).renderReported(data);
    return `${missing.length} missing, ${problems.length} problems`;
  } catch (error) {
    if (error instanceof AppError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

function nested(depth: number): unknown {
  let value: unknown = 'x';
  for (let index = 0; index < depth; index++) value = [value];
  return value;
}

describe('data made to hang or fill the memory', () => {
  const list = (count: number): readonly unknown[] => Array.from({ length: count }, (_, index) => ({ b: 1, n: String(index), x: `2024年${(index % 12) + 1}月${(index % 28) + 1}日` }));
  const tooMuch = 'render-failed: 循环里反复处理很长的列表或文字，已停止生成。请把处理列表的过滤器写在循环外面，或减少数据。';

  it.each([
    ['lists in lists without end for a picture', '{%a}', { a: nested(100_000) }, '0 missing, 1 problems'],
    ['lists in lists without end for texts and filters', '{a|连接}{a|去重}{a|排序}{a|分组:x}{a|勾选:x}', { a: nested(100_000) }, '3 missing, 0 problems'],
    ['an address of a picture with 20 million characters', '{%a}', { a: `data:image/png;base64,${'A'.repeat(20_000_000)}!` }, '0 missing, 1 problems'],
    ['a list sorted anew for each of its rows', '{#l}{l|排序:x|首个:n}{/}', { l: list(5000) }, tooMuch],
    ['a list grouped anew for each of its rows', '{#l}{#l|分组:n|前:1}{n}{/}{/}', { l: list(5000) }, tooMuch],
    ['a share of the total for each of two thousand rows', '{#l}{n|除:(l|合计:n)|百分比}{/}', { l: list(2000) }, '0 missing, 0 problems'],
    ['more missing values than anybody reads', `{#l}${'{q}'.repeat(100)}{/}`, { l: list(500) }, '10000 missing, 0 problems'],
    ['more doubtful values than anybody reads', `{#l}${'{x|补零:3}'.repeat(100)}{/}`, { l: list(500) }, '0 missing, 10000 problems'],
    ['nothing, written without end', `{#l}{#l}${'{q}'.repeat(2900)}{/}{/}`, { l: list(300) }, 'render-failed: 要写的内容太多，已停止生成。请检查循环和数据。'],
  ])('%s', (_what, text, data, expected) => {
    expect(outcome(text, data)).toBe(expected);
  }, 60_000);
});
