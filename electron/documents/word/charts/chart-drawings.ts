import type { Expression } from '../../tags/expression.ts';
import type { Replacement } from '../edits.ts';
import type { AltTextTag } from '../alt-text.ts';
import { fixedText, type ChartOperation, type TagSource } from '../program.ts';
import { attributeSpan, closest, descendantsOf, type XmlElement } from '../xml-tree.ts';
import { chartTag } from './chart-tag.ts';
import type { ChartTemplate } from './chart-program.ts';

/** A drawing that shows a chart, and where the chart is referred to. */
export type ChartDrawing = { readonly drawing: XmlElement; readonly properties: XmlElement; readonly relationshipId: string; readonly chart: ChartTemplate };

/**
 * The chart that the drawing of these properties shows; undefined for other drawings.
 * @param charts by relationship id of the part
 */
export function chartDrawing(xml: string, properties: XmlElement, charts: ReadonlyMap<string, ChartTemplate>): ChartDrawing | undefined {
  const drawing = closest(properties, 'w:drawing');
  const [reference, another] = drawing === undefined ? [] : descendantsOf(drawing, 'c:chart');
  const span = reference === undefined ? undefined : attributeSpan(xml, reference, 'r:id');
  const chart = span === undefined ? undefined : charts.get(span.value);
  if (drawing === undefined || span === undefined || chart === undefined || another !== undefined || properties.parent?.parent !== drawing) return undefined;
  return { drawing, properties, relationshipId: span.value, chart };
}

/**
 * The drawing with a chart of its own in it.
 * @param tag the tag in the alternative text; undefined for a chart that is only copied, or bound by its title
 */
export function chartEdit(xml: string, found: ChartDrawing, tag: AltTextTag | undefined, source: TagSource): Replacement {
  const { drawing, properties, chart } = found;
  const [reference] = descendantsOf(drawing, 'c:chart');
  const edits = [
    { span: attributeSpan(xml, properties, 'id'), step: 'id' as const },
    { span: tag === undefined ? undefined : attributeSpan(xml, properties, tag.attribute), step: 'description' as const },
    { span: reference === undefined ? undefined : attributeSpan(xml, reference, 'r:id'), step: 'relationship' as const },
  ];
  const steps: ChartOperation['steps'][number][] = [];
  let at = drawing.from;
  for (const { span, step } of edits.toSorted((left, right) => (left.span?.from ?? 0) - (right.span?.from ?? 0))) {
    if (span === undefined) continue;
    steps.push(fixedText(xml.slice(at, span.valueFrom)), step);
    at = span.valueTo;
  }
  steps.push(fixedText(xml.slice(at, drawing.to)));
  const expression: Expression | undefined = tag === undefined ? undefined : chartTag(tag.inside);
  const isBound = expression !== undefined || chart.titleTag !== undefined;
  const operation: ChartOperation = { kind: 'chart', chart, expression, source, steps, isInRun: closest(drawing, 'w:r') !== undefined };
  return { kind: 'replace', from: drawing.from, to: drawing.to, content: [operation], when: isBound ? 'always' : 'repeated' };
}
