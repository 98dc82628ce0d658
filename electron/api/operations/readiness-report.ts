import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import { readinessData, type ReadinessData } from '../../../shared/rules/readiness-data.ts';
import { readinessReportTemplate } from '../../../shared/rules/readiness-report-template.ts';
import { writeFileAtomically } from '../../files/atomic-write.ts';
import type { Core } from '../core.ts';
import { localDay } from '../environment.ts';
import { overviewOf } from './overview.ts';
import { assessContract } from './records.ts';

/** What the readiness report says as of a day. */
export async function readinessOf(core: Core, contract: Contract, today: LocalDate): Promise<ReadinessData> {
  const { schedule } = overviewOf(core, contract.id, today);
  return readinessData({ profile: contract.profile, assessment: await assessContract(core, contract, today), schedule, today, dayOf: (instant) => localDay(new Date(instant)) });
}

/** Writes the 预检报告 as Word. Throws `template-broken`, `disk-full`, `file-in-use`. */
export async function writeReadinessReport(core: Core, contract: Contract, today: LocalDate, file: string): Promise<{ readonly warnings: readonly string[]; readonly data: ReadinessData }> {
  const data = await readinessOf(core, contract, today);
  const { bytes, warnings } = await core.maker.fill(readinessReportTemplate, { ...data });
  await mkdir(path.dirname(file), { recursive: true });
  await writeFileAtomically(file, bytes);
  return { warnings, data };
}
