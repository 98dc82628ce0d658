import path from 'node:path';
import type { Handlers } from '../../../shared/ipc/contract.ts';
import { getContract } from '../../store/contracts.ts';
import { legalFileName } from '../../handover/file-names.ts';
import type { Core } from '../core.ts';
import type { JobRunner } from '../job-runner.ts';
import { writeReadinessReport } from '../operations/readiness-report.ts';

/** Makes the printable readiness report. */
export function readinessHandlers(core: Core, jobs: JobRunner): Pick<Handlers, 'check.report'> {
  return {
    'check.report': ({ contractId }) => {
      const contract = getContract(core.store, contractId);
      const today = core.environment.today();
      return jobs.start('readiness-report', async () => {
        const file = path.join(core.outputFolder, legalFileName(`验收预检报告_${today}`, 'docx'));
        const { warnings, data } = await writeReadinessReport(core, contract, today, file);
        return { summary: [`已生成“${path.basename(file)}”，可用 Word 或 WPS 打开打印`, data.结论, ...warnings.map((warning) => `请检查：${warning}`)], output: file };
      }, { contractId, asked: contractId });
    },
  };
}
