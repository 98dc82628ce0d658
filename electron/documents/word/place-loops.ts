import { listNameOf } from '../tags/expression.ts';
import type { TagSyntax } from '../tags/find-tags.ts';
import type { TemplateProblem } from '../tags/template-problem.ts';
import { columnExtents } from './column-extents.ts';
import type { PlacedLoop } from './loop-edits.ts';
import { loopExtent } from './loop-extent.ts';
import type { TemplatePart } from './package-parts.ts';
import type { LoopPair } from './pair-loops.ts';
import { problemAt } from './place-tags.ts';

export type LoopOptions = { readonly paragraphLoop: boolean; readonly tidy: boolean; readonly syntax?: TagSyntax };

/** overColumns: the loops of a pair that repeats cells of several rows. */
export type PlacedLoops = { readonly loops: readonly PlacedLoop[]; readonly overColumns: ReadonlyMap<LoopPair, readonly PlacedLoop[]>; readonly problems: readonly TemplateProblem[] };

/** What every pair of loop tags repeats; pairs that cannot repeat anything, or cross each other, are problems. */
export function placeLoops(xml: string, pairs: readonly LoopPair[], part: TemplatePart, options: LoopOptions): PlacedLoops {
  const loops: PlacedLoop[] = [];
  const problems: TemplateProblem[] = [];
  const overColumns = new Map<LoopPair, readonly PlacedLoop[]>();
  for (const pair of pairs) {
    const found = columnExtents(xml, pair) ?? loopExtent(xml, pair, options);
    const written = `${pair.open.written}…${pair.close.written}`;
    if (typeof found === 'string') {
      problems.push(problemAt(found, part, pair.open.place, written));
      continue;
    }
    const extents = 'kind' in found ? [found] : found;
    const placed = extents.map((extent): PlacedLoop | undefined => {
      const isWithin = (outer: PlacedLoop): boolean => outer.extent.bodyFrom <= extent.from && extent.to <= outer.extent.bodyTo;
      const encloses = (outer: PlacedLoop): boolean => outer.pair.open.from < pair.open.from && pair.close.from < outer.pair.close.from;
      // A loop over columns has its cells in several rows; what stands in others between its tags is not in the loop.
      const isElsewhere = (outer: PlacedLoop): boolean => overColumns.has(outer.pair) && !isWithin(outer);
      const around = loops.filter((outer) => (encloses(outer) && !isElsewhere(outer)) || (options.syntax?.allowUnbalancedLoops === true && isWithin(outer)));
      const crossed = loops.some((other) => (around.includes(other) ? !isWithin(other) : other.extent.from < extent.to && extent.from < other.extent.to));
      return crossed ? undefined : { pair, extent, depth: around.length };
    });
    const sound = placed.filter((loop) => loop !== undefined);
    if (sound.length < placed.length) problems.push(problemAt('loops-crossed', part, pair.open.place, written));
    else loops.push(...sound);
    if (!('kind' in found)) overColumns.set(pair, sound);
  }
  return { loops, overColumns, problems };
}

/** Names of the loops around a place of the source, outermost first. */
export function loopsAround(pairs: readonly LoopPair[], overColumns: PlacedLoops['overColumns'], at: number): readonly string[] {
  const isIn = (pair: LoopPair): boolean => pair.open.from < at && at < pair.close.from && (overColumns.get(pair)?.some(({ extent }) => extent.from <= at && at < extent.to) ?? true);
  return pairs.filter((pair) => !pair.open.tag.inverted && isIn(pair)).flatMap((pair) => listNameOf(pair.open.tag.expression) ?? []);
}
