import { printRows, type BenchRow } from './bench-row.ts';
import { benchCarried } from './carried.ts';
import { benchDemo } from './demo.ts';
import { benchEngine } from './engine.ts';
import { benchExcelEngine } from './engine-excel.ts';
import { benchHandover } from './handover.ts';
import { benchOverview } from './overview.ts';
import { benchReadiness } from './readiness.ts';
import { benchReports } from './reports.ts';
import { benchStore } from './store.ts';
import { benchUi } from './ui.ts';

/** `npm run bench [-- NAME …]`: medians and spreads, peers side by side. Alone on the machine, or the numbers mean little. */

const benches: Readonly<Record<string, () => Promise<BenchRow[]>>> = {
  demo: benchDemo,
  store: benchStore,
  check: benchReadiness,
  reports: benchReports,
  overview: benchOverview,
  handover: benchHandover,
  carried: benchCarried,
  ui: benchUi,
  engine: async () => [...(await benchEngine()), ...(await benchExcelEngine())],
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`no such bench: ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
const rows: BenchRow[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) rows.push(...(await bench()));
}
console.log(printRows(rows));
