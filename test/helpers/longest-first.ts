import { createHash } from 'node:crypto';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of more than a quarter of a minute on two cores. One that is missing here costs time at the end of a run and nothing else. */
const long = [
  'cli/main-job', 'templates/filled', 'templates/shipped', 'api/binding-pages', 'api/binding', 'handover/office/pdf-converter', 'api/faults/killed-hand-over', 'api/faults/full-disk',
  'sample/readiness', 'store/kill', 'documents/excel/recalculation',
].map((name) => `/test/${name}.test.ts`);

/**
 * The order of the test files: any, by the seed of the run, but the long ones before the others. A long one that came last would run
 * alone, with nothing for the other cores to do.
 */
export class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { seed } = this.ctx.config.sequence;
    const place = ({ moduleId }: TestSpecification): string => createHash('sha256').update(`${seed} ${moduleId}`).digest('hex');
    const isLong = ({ moduleId }: TestSpecification): boolean => long.some((name) => moduleId.endsWith(name));
    return Promise.resolve(files.toSorted((a, b) => Number(isLong(b)) - Number(isLong(a)) || place(a).localeCompare(place(b))));
  }
}
