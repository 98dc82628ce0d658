import type { BoundItem } from '../../../shared/volumes/volume.ts';

/** A bound document of 日常巡检记录, with what a test says of it. */
export function boundItem(scope: string, over: Partial<BoundItem> = {}): BoundItem {
  const day = over.from ?? '2024-08-05';
  return {
    deliverable: 'inspection', scope, title: `日常巡检记录（${scope}）`, deliverableTitle: '日常巡检记录', kindTitle: '日常巡检', fileNumber: `XJ-${scope}`,
    responsible: '乙方', date: over.to ?? day, from: day, to: day, quarter: '2024-08-03 第一季度', records: 1, note: '', pages: 10, pagesAreCounted: true, ...over,
  };
}
