import { printRows, type BenchRow } from './bench-row.ts';
import { benchScrolling, benchSearching } from './ui-list.ts';
import { benchOpening, benchSwitches } from './ui-open.ts';
import { benchTasks } from './ui-tasks.ts';
import { benchGrid, benchTyping } from './ui-typing.ts';
import { withBenchWindow } from './ui-window.ts';

/** The window in Chromium on a contract of 20 000 records, the host beside it on the same computer. */
export function benchUi(): Promise<BenchRow[]> {
  return withBenchWindow(async (window) => {
    const rows: BenchRow[] = [];
    for (const bench of [benchOpening, benchSwitches, benchTyping, benchGrid, benchScrolling, benchSearching, benchTasks]) {
      const measured = await bench(window);
      // It takes minutes: whoever waits sees how far it is.
      process.stderr.write(`${printRows(measured)}\n`);
      rows.push(...measured);
    }
    return rows;
  });
}
