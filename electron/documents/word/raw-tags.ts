import type { TemplateProblem } from '../tags/template-problem.ts';
import type { Replacement } from './edits.ts';
import type { Vanishing } from './guard-edits.ts';
import type { TemplatePart } from './package-parts.ts';
import { problemAt, type PlacedTag } from './place-tags.ts';
import { closest } from './xml-tree.ts';

export type RawTagEdits = { readonly edits: readonly Replacement[]; readonly vanishing: readonly Vanishing[]; readonly problems: readonly TemplateProblem[] };

/**
 * Finished XML takes the place of its paragraph.
 * @param blanksAllowed whether blanks may stand beside the tag
 */
export function rawTagEdits(tags: readonly PlacedTag[], part: TemplatePart, blanksAllowed: boolean): RawTagEdits {
  const edits: Replacement[] = [];
  const vanishing: Vanishing[] = [];
  const problems: TemplateProblem[] = [];
  for (const placed of tags) {
    if (placed.tag.kind !== 'raw') continue;
    const paragraph = closest(placed.startElement, 'w:p', 'a:p');
    const alone = blanksAllowed ? placed.paragraph.text.trim() : placed.paragraph.text;
    if (paragraph?.parent === undefined || alone !== placed.written || closest(placed.endElement, 'w:p', 'a:p') !== paragraph) {
      problems.push(problemAt('raw-not-alone', part, placed.place, placed.written));
      continue;
    }
    const source = { part: part.label, place: placed.place, tag: placed.written };
    edits.push({ kind: 'replace', from: paragraph.from, to: paragraph.to, content: [{ kind: 'raw', expression: placed.tag.expression, source }], when: 'always' });
    vanishing.push({ from: paragraph.from, to: paragraph.to, container: paragraph.parent });
  }
  return { edits, vanishing, problems };
}
