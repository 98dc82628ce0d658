import type { TemplatePart } from '../package-parts.ts';
import type { TemplateDoubt } from '../../tags/template-problem.ts';
import type { PlacedTag } from '../place-tags.ts';
import { saysChart } from './chart-tag.ts';

/** `{$图表.各月巡检}` in the text: a chart's tag that stands where no chart can be. */
export function misplacedCharts(tags: readonly PlacedTag[], part: TemplatePart): readonly TemplateDoubt[] {
  if (part.kind === 'drawing') return [];
  return tags.filter(({ tag }) => tag.kind === 'value' && tag.expression.kind === 'path' && saysChart(tag.expression.written)).map(({ place, written }) => ({
    part: part.label,
    place,
    tag: written,
    message: `“${written}”是图表标签，写在文字里不会变成图表。`,
    suggestion: '写进图表的可选文字',
  }));
}
