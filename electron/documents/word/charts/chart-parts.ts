import type { ZipArchive } from '../../../files/zip-member.ts';
import { defaultDelimiters, type Delimiters } from '../../tags/find-tags.ts';
import type { CompiledPart } from '../compile-part.ts';
import type { TagUse } from '../tag-uses.ts';
import { relationshipsOf, type TemplatePart } from '../package-parts.ts';
import type { ChartReference } from './chart-edits.ts';
import type { ChartTemplate } from './chart-program.ts';
import { compileChart } from './compile-chart.ts';
import { withoutCharts } from './without-charts.ts';

/** A chart part: its text tags, and its data. */
export type ChartPart = { readonly compiled: CompiledPart; readonly chart: ChartTemplate };

/**
 * The charts of a template, by the name of their part.
 * @param compile reads a part with its text tags
 */
export function compileCharts(archive: ZipArchive, parts: readonly TemplatePart[], compile: (part: TemplatePart) => CompiledPart, delimiters: Delimiters = defaultDelimiters): ReadonlyMap<string, ChartPart> {
  const charts = new Map<string, ChartPart>();
  for (const part of parts) {
    if (part.kind !== 'drawing') continue;
    const compiled = compile(part);
    const chart = compileChart(archive, part, compiled.root, compiled, compiled.slots, delimiters);
    if (chart !== undefined) charts.set(part.name, { compiled, chart });
  }
  return charts;
}

/** The charts that a part refers to, by relationship id. */
export function chartsOf(archive: ZipArchive, part: string, charts: ReadonlyMap<string, ChartPart>): ReadonlyMap<string, ChartTemplate> {
  if (charts.size === 0) return new Map();
  return new Map(relationshipsOf(archive, part).flatMap(({ id, target }) => {
    const found = charts.get(target);
    return found === undefined ? [] : [[id, found.chart] as const];
  }));
}

/**
 * The template without the charts that documents have copies of.
 * @param isMany whether whole parts are written once per record
 */
export function documentsArchive(archive: ZipArchive, compiled: readonly CompiledPart[], charts: ReadonlyMap<string, ChartPart>, isMany: boolean): ZipArchive {
  if (charts.size === 0) return archive;
  const isGone = (part: CompiledPart, { replaced }: ChartReference): boolean => replaced === 'always' || (isMany && replaced === 'repeated' && (part.part.kind === 'document' || part.touched));
  const dropped = new Map(compiled.map((part) => {
    const staying = new Set(part.charts.filter((reference) => !isGone(part, reference)).map(({ relationshipId }) => relationshipId));
    return [part.part.name, new Set(part.charts.map(({ relationshipId }) => relationshipId).filter((id) => !staying.has(id)))] as const;
  }));
  return withoutCharts(archive, dropped, [...charts.values()].flatMap(({ chart }) => chart.files.kept));
}

/** The template without links from charts to workbooks elsewhere, where documents have workbooks of their own in their stead. */
export function unlinkedCharts(archive: ZipArchive, compiled: readonly CompiledPart[], charts: ReadonlyMap<string, ChartPart>): ZipArchive {
  const bound = new Set<string>();
  const others = new Set<string>();
  for (const part of compiled) {
    const named = chartsOf(archive, part.part.name, charts);
    for (const { relationshipId, byAltText } of part.charts) (byAltText ? bound : others).add(named.get(relationshipId)?.part.name ?? '');
  }
  return withoutCharts(archive, new Map([...charts].filter(([name]) => bound.has(name) && !others.has(name)).map(([name, { chart }]) => [name, new Set([chart.files.workbookId])])), []);
}

/** The tags of all parts; those of a chart stand in the loops around its drawing. */
export function tagsWithCharts(archive: ZipArchive, compiled: readonly CompiledPart[], charts: ReadonlyMap<string, ChartPart>): readonly TagUse[] {
  if (charts.size === 0) return compiled.flatMap(({ tags }) => tags);
  const within = new Map<string, readonly string[]>();
  for (const part of compiled) {
    const named = chartsOf(archive, part.part.name, charts);
    for (const reference of part.charts) {
      const name = named.get(reference.relationshipId)?.part.name;
      if (name !== undefined && !within.has(name)) within.set(name, part.loopsAround(reference.from));
    }
  }
  return compiled.flatMap(({ part, tags }) => tags.map((use) => ({ ...use, within: [...(within.get(part.name) ?? []), ...use.within] })));
}
