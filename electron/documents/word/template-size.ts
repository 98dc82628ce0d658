import { AppError } from '../../../shared/app-error.ts';
import type { ZipArchive } from '../../files/zip-member.ts';
import { memberText } from '../../files/zip-reader.ts';
import type { Delimiters } from '../tags/find-tags.ts';
import { mostElements, mostElementsInAll, mostReading, mostTags } from '../tags/template-limits.ts';
import type { TemplatePart } from './package-parts.ts';

/**
 * Refuses templates that are small as a zip and would keep the memory or the processor busy once they are read: counted in the text,
 * before a tree is made of any part.
 * @throws AppError unreadable-file, template-broken
 */
export function refuseOversized(archive: ZipArchive, parts: readonly TemplatePart[], { start }: Delimiters): void {
  let inAll = 0;
  for (const { name } of parts) {
    const xml = memberText(archive, name) ?? '';
    const elements = countOf(xml, '<') - countOf(xml, '</');
    if (elements > mostElements) throw new AppError('unreadable-file', `“${name}”的内容过多（超过 ${mostElements} 个元素），已拒绝打开。`, { part: name });
    inAll += elements;
    if (inAll > mostElementsInAll) throw new AppError('unreadable-file', `文件的内容过多（超过 ${mostElementsInAll} 个元素），已拒绝打开。`, { part: name });
    // More tags than a template may have are refused as such when they are read.
    if (elements * Math.min(mostTags, marksIn(xml, start)) > mostReading) throw new AppError('template-broken', '模板太长，标签又太多，不像是表单，已停止读取。', { part: name, elements });
  }
}

function countOf(text: string, wanted: string): number {
  let count = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) count++;
  return count;
}

/** Start marks, without the braces of identifiers such as `{28A0092B-…}`, of which drawings are full. */
function marksIn(xml: string, start: string): number {
  let count = 0;
  for (let at = xml.indexOf(start); at >= 0; at = xml.indexOf(start, at + start.length)) {
    if (start !== '{' || xml.charAt(at + 9) !== '-') count++;
  }
  return count;
}
