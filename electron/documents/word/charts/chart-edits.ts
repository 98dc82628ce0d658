import { expressionFaults } from '../../tags/expression-faults.ts';
import { expressionUse, type ExpressionUse } from '../../tags/expression-use.ts';
import { defaultDelimiters, type Delimiters } from '../../tags/find-tags.ts';
import type { TemplateProblem } from '../../tags/template-problem.ts';
import { altTextTag } from '../alt-text.ts';
import type { Replacement } from '../edits.ts';
import type { TemplatePart } from '../package-parts.ts';
import { placeName } from '../place-name.ts';
import { problemAt } from '../place-tags.ts';
import { attributeOf, closest, descendantsOf, type XmlElement } from '../xml-tree.ts';
import { chartDrawing, chartEdit } from './chart-drawings.ts';
import type { ChartTemplate } from './chart-program.ts';
import { chartTag, saysChart } from './chart-tag.ts';

/** A chart's tag, as a list of tags shows it, and where its drawing stands in the source. */
export type ChartTagUse = ExpressionUse & { readonly part: string; readonly place: string; readonly tag: string; readonly kind: 'chart'; readonly from: number };

/** Where a part refers to a chart, and when documents have copies in its stead. */
export type ChartReference = { readonly relationshipId: string; readonly from: number; readonly replaced: 'always' | 'repeated' | 'never'; readonly byAltText: boolean };

export type ChartEdits = { readonly edits: readonly Replacement[]; readonly tags: readonly ChartTagUse[]; readonly problems: readonly TemplateProblem[]; readonly references: readonly ChartReference[] };

/**
 * Drawings with a chart: bound to data by a tag in their alternative text (可选文字), or by a chart title that is nothing but a tag;
 * in copies, every one gets a chart of its own.
 * @param charts by relationship id of the part
 * @param isRepeated whether a place of the source stands in a loop
 */
export function chartEdits(xml: string, root: XmlElement, part: TemplatePart, charts: ReadonlyMap<string, ChartTemplate>, isRepeated: (at: number) => boolean, delimiters: Delimiters = defaultDelimiters): ChartEdits {
  const edits: Replacement[] = [];
  const tags: ChartTagUse[] = [];
  const problems: TemplateProblem[] = [];
  const understood = new Map<XmlElement, ChartReference>();
  for (const properties of descendantsOf(root, 'wp:docPr')) {
    const tag = altTextTag(xml, properties, delimiters);
    const found = charts.size === 0 ? undefined : chartDrawing(xml, properties, charts);
    if (found === undefined) {
      if (tag !== undefined && saysChart(tag.inside)) problems.push(problemAt('chart-place', part, placeName(root, closest(properties, 'w:drawing') ?? properties), tag.written));
      continue;
    }
    const place = placeName(root, found.drawing);
    const source = { part: part.label, place, tag: tag?.written ?? '' };
    const edit = chartEdit(xml, found, tag, source);
    edits.push(edit);
    const replaced = edit.when === 'always' || isRepeated(found.drawing.from) ? 'always' : 'repeated';
    understood.set(found.drawing, { relationshipId: found.relationshipId, from: found.drawing.from, replaced, byAltText: tag !== undefined });
    if (tag === undefined) continue;
    const expression = chartTag(tag.inside);
    tags.push({ ...source, kind: 'chart', ...expressionUse(expression), from: found.drawing.from });
    problems.push(...expressionFaults({ kind: 'value', expression }).map((fault) => problemAt('bad-expression', part, place, tag.written, `“${tag.written}”${fault.message}。`, fault.suggestion)));
  }
  const references = charts.size === 0 ? [] : descendantsOf(root, 'c:chart').map((reference) => {
    const drawing = closest(reference, 'w:drawing');
    const known = drawing === undefined ? undefined : understood.get(drawing);
    return known ?? { relationshipId: attributeOf(xml, reference, 'r:id') ?? '', from: reference.from, replaced: 'never' as const, byAltText: false };
  });
  return { edits, tags, problems, references };
}
