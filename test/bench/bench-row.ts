/** One line of the table that `npm run bench` prints. */
export type BenchRow = {
  readonly name: string;
  readonly median: number;
  /** Fastest to 95th percentile, in the unit of the median. */
  readonly spread: string;
  readonly unit: string;
  /** Ratio, floor, sizes: whatever makes the figure readable. */
  readonly note: string;
};

/** Times of one thing measured many times, in milliseconds. */
export type Timing = { readonly median: number; readonly spread: string };

/**
 * Median and spread of `rounds` calls after `warmUp` calls that do not count.
 * @returns milliseconds per call
 */
export function timed(rounds: number, warmUp: number, action: () => void): Timing {
  for (let round = 0; round < warmUp; round++) action();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    action();
    times.push(performance.now() - start);
  }
  return timingOf(times);
}

/** Something to be measured: what to call and how often. */
export type Contender = { readonly rounds: number; readonly action: () => void };

/**
 * Several things measured in turn, in small batches, so that whatever else the machine does falls on all of them alike.
 * @returns one timing per contender, in their order
 */
export function timedInTurn(contenders: readonly Contender[], warmUpShare = 0.3): readonly Timing[] {
  // Small ones: a machine's mood changes within tenths of a second.
  const batches = 40;
  const times = contenders.map((): number[] => []);
  for (const { rounds, action } of contenders) timed(1, Math.ceil(rounds * warmUpShare), action);
  for (let batch = 0; batch < batches; batch++) {
    for (const [index, { rounds, action }] of contenders.entries()) {
      for (let round = 0; round < rounds / batches; round++) {
        const start = performance.now();
        action();
        times[index]?.push(performance.now() - start);
      }
    }
  }
  return times.map(timingOf);
}

/** Median and spread of times in milliseconds. */
export function timingOf(times: readonly number[]): Timing {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { median: at(0.5), spread: `${digits(at(0))}–${digits(at(0.95))}` };
}

/** Three significant digits. */
export function digits(value: number): string {
  return Number(value.toPrecision(3)).toString();
}

/** A table for the terminal. */
export function printRows(rows: readonly BenchRow[]): string {
  const cells = rows.map((row) => [row.name, digits(row.median), row.spread, row.unit, row.note]);
  const heads = ['what', 'median', 'spread', 'unit', 'note'];
  const width = (column: number): number => Math.max(...[heads, ...cells].map((line) => (line[column] ?? '').length));
  const line = (texts: readonly string[]): string => texts.map((text, column) => text.padEnd(width(column))).join('  ').trimEnd();
  return [line(heads), ...cells.map(line)].join('\n');
}
