import { linkValue, type LinkValue } from '../../tags/link-value.ts';
import type { Scope } from '../../tags/scope.ts';
import { valueText } from '../../tags/value-text.ts';
import { addRelationship } from '../additions.ts';
import { putBytes, putText } from '../byte-output.ts';
import { escapeText } from '../escape-text.ts';
import { attributeText } from '../pictures/picture-xml.ts';
import type { LinkOperation, TextOperation } from '../program.ts';
import { reportDoubts, reportMissing, reportProblem, type Rendering } from '../rendering.ts';
import { linkText } from './link-pieces.ts';
import { readLinkTarget, type LinkTarget } from './link-target.ts';
import { hyperlinkRelationship } from './tagged-relationships.ts';

/** Writes a piece of a link of the template, if its target is one; otherwise only the text inside remains. */
export function writeLink(step: LinkOperation, scope: Scope, rendering: Rendering): void {
  const { text, isMissing, odd } = linkText(step.pieces, scope, rendering.doubts);
  if (step.reports) {
    if (rendering.doubts.length > 0) reportDoubts(rendering, step.source);
    if (isMissing) reportMissing(rendering, step.source);
  }
  rendering.doubts.length = 0;
  if (text === '' && odd === undefined) return;
  const target: LinkTarget = odd === undefined ? readLinkTarget(text) : { kind: 'refused', reason: '会把链接引到别的网站' };
  if (target.kind === 'refused') {
    if (step.reports) reportProblem(rendering, { ...step.source, message: `“${step.source.tag}”的内容“${shortened(odd ?? text)}”${target.reason}，只印了文字。` });
    return;
  }
  putBytes(rendering.output, step.before);
  if (step.writes === 'target') putText(rendering.output, target.kind === 'address' && step.anchor !== undefined ? `${reference(target, rendering)} w:anchor="${step.anchor}"` : reference(target, rendering));
  else if (step.writes === 'relationship') putText(rendering.output, relationship(target.kind === 'address' ? target.address : `#${target.name}`, rendering));
  else if (step.writes === 'field') putText(rendering.output, attributeText(target.kind === 'address' ? `"${target.address}"` : `\\l "${target.name}"`));
  putBytes(rendering.output, step.behind);
}

/** Writes a value that is a link, or a list with links, into the run in which its tag stands. false when it is neither. */
export function writeLinkValue(step: TextOperation, value: object, rendering: Rendering): boolean {
  const list = Array.isArray(value) ? value : [value];
  const links = list.map(linkValue);
  if (links.every((link) => link === undefined)) return false;
  for (const [index, link] of links.entries()) {
    if (index > 0) putText(rendering.output, '、');
    if (link === undefined) putText(rendering.output, escapeText(valueText(list[index]) ?? '', step.style, rendering.lineBreaks));
    else writeOne(step, link, rendering);
  }
  return true;
}

function writeOne(step: TextOperation, { text, target: written, tip }: LinkValue, rendering: Rendering): void {
  const target = readLinkTarget(written);
  const isLinked = target.kind !== 'refused' && step.link !== undefined && step.style.kind === 'word';
  if (!isLinked) {
    const reason = target.kind === 'refused' ? `的内容“${shortened(written)}”${target.reason}` : '所在的位置不能放链接';
    reportProblem(rendering, { ...step.source, message: `“${step.source.tag}”${reason}，只印了文字。` });
    putText(rendering.output, escapeText(text, step.style, rendering.lineBreaks));
    return;
  }
  const properties = step.link ?? '';
  const own = step.style.kind === 'word' ? (step.style.runProperties ?? '') : '';
  const shownTip = tip === undefined ? '' : ` w:tooltip="${attributeText(tip.slice(0, longestTip))}"`;
  putText(rendering.output, `</w:t></w:r><w:hyperlink${reference(target, rendering)}${shownTip} w:history="1"><w:r>${properties}<w:t xml:space="preserve">`);
  putText(rendering.output, escapeText(text, { kind: 'word', runProperties: properties }, rendering.lineBreaks));
  putText(rendering.output, `</w:t></w:r></w:hyperlink><w:r>${own}<w:t xml:space="preserve">`);
}

/** As long as Word takes it. In UTF-16 units. */
const longestTip = 255;

/** The attribute of a w:hyperlink that says where it leads. It names its namespace itself: not every part knows it. */
function reference(target: Exclude<LinkTarget, { kind: 'refused' }>, rendering: Rendering): string {
  if (target.kind === 'bookmark') return ` w:anchor="${attributeText(target.name)}"`;
  return ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${relationship(target.address, rendering)}"`;
}

function relationship(address: string, rendering: Rendering): string {
  return addRelationship(rendering.additions, rendering.part, hyperlinkRelationship, address, true);
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
