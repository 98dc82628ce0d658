import { closes, closesByName } from '../tags/closing-name.ts';
import { refuseDeepLoops } from '../tags/template-limits.ts';
import type { TemplateProblem } from '../tags/template-problem.ts';
import type { Tag } from '../tags/tag.ts';
import { problemAt, type PlacedTag } from './place-tags.ts';
import type { TemplatePart } from './package-parts.ts';

export type PlacedOpen = PlacedTag & { readonly tag: Extract<Tag, { kind: 'open' }> };

/** The two tags of a loop or condition; pairs are listed in the order of their opening tags. */
export type LoopPair = { readonly open: PlacedOpen; readonly close: PlacedTag };

export type LoopPairs = { readonly pairs: readonly LoopPair[]; readonly problems: readonly TemplateProblem[] };

/** Matches opening and closing tags; every one that has no partner is reported, once. */
export function pairLoops(tags: readonly PlacedTag[], part: TemplatePart): LoopPairs {
  const pairs: LoopPair[] = [];
  const problems: TemplateProblem[] = [];
  const stack: PlacedOpen[] = [];
  const settled = new Set<PlacedTag>();
  const closesLater = (open: PlacedOpen, index: number): PlacedTag | undefined =>
    tags.find((tag, at) => at > index && tag.tag.kind === 'close' && closesByName(tag.tag.name, open.tag) && !settled.has(tag));

  for (const [index, placed] of tags.entries()) {
    if (isOpen(placed)) stack.push(placed);
    refuseDeepLoops(stack.length);
    if (placed.tag.kind !== 'close' || settled.has(placed)) continue;
    const name = placed.tag.name;
    const top = stack.at(-1);
    if (top === undefined) {
      problems.push(problemAt('unopened-loop', part, placed.place, placed.written));
      continue;
    }
    if (closes(name, top.tag)) {
      stack.pop();
      pairs.push({ open: top, close: placed });
      continue;
    }
    const partner = stack.findLastIndex((open) => closesByName(name, open.tag));
    if (partner >= 0) {
      // Whatever was opened since cannot be closed inside this loop any more.
      for (const open of stack.splice(partner).slice(1)) {
        const late = closesLater(open, index);
        if (late !== undefined) settled.add(late);
        problems.push(late === undefined ? unclosed(open, part) : problemAt('loops-crossed', part, open.place, open.written));
      }
    } else if (closesLater(top, index) === undefined) {
      stack.pop();
      problems.push(problemAt('loop-mismatch', part, placed.place, placed.written, `“${placed.written}”与开始标签“${top.written}”（${top.place}）的名称不同。`, `写成 ${placed.written.replace(name, top.tag.name)}`));
    } else {
      problems.push(problemAt('unopened-loop', part, placed.place, placed.written));
    }
  }
  for (const open of stack) problems.push(unclosed(open, part));
  pairs.sort((left, right) => left.open.from - right.open.from);
  return { pairs, problems };
}

/** Names the end that is lacking, as long as the template keeps to the usual braces. */
function unclosed(open: PlacedOpen, part: TemplatePart): TemplateProblem {
  const end = open.tag.expression.kind === 'computed' ? '{/}' : `{/${open.tag.name}}`;
  return problemAt('unclosed-loop', part, open.place, open.written, undefined, open.written.startsWith('{') ? `在要结束的地方补上 ${end}` : undefined);
}

function isOpen(placed: PlacedTag): placed is PlacedOpen {
  return placed.tag.kind === 'open';
}
