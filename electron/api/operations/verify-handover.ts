import type { VerifyReport } from '../../handover/verify/verify-report.ts';
import { verifyPackage } from '../../handover/verify/verify-package.ts';
import type { JobOutcome, JobProgress } from '../job-runner.ts';

/** A person mends the first few; thousands of lines would only hide them. */
const shownProblems = 200;

/** One package to be compared, and the digest that was noted when it was made. `name` tells it from the others of a hand-over. */
export type Comparison = { readonly place: string; readonly digest: string; readonly name: string };

/** What came of comparing one package, in lines for people. */
export function reportLines(report: VerifyReport, { digest, name }: Pick<Comparison, 'digest' | 'name'>): readonly string[] {
  const head = name === '' ? '' : `${name}：`;
  const facts = `${report.files} 个文件，${report.bytes.toLocaleString('en-US')} 字节，校验摘要 ${report.digest.slice(0, 16)}`;
  return [
    report.ok ? `${head}核对通过：${facts}` : `${head}核对不通过，${report.problems.length} 处不符：${facts}`,
    ...(report.problems.length > shownProblems ? [`只列出前 ${shownProblems} 处`] : []),
    ...(report.digest === digest ? [] : ['与移交时登记的校验摘要不同，这不是当时的那一份']),
  ];
}

/** Compares one package with its lists, byte by byte, and tells the job what differs. */
export async function comparePackage(job: JobProgress, { place, name }: Comparison): Promise<VerifyReport> {
  let told = -1;
  const report = await verifyPackage(place, {
    signal: job.signal,
    onProgress: ({ path, bytes, totalBytes }) => {
      // A window that is told of every file has no time for anything else.
      const part = totalBytes === 0 ? 0 : Math.floor((bytes / totalBytes) * 100);
      if (part === told) return;
      told = part;
      job.advance(Math.floor(bytes / 1e6), Math.max(1, Math.ceil(totalBytes / 1e6)), `核对 ${name === '' ? '' : `${name} `}${path}`);
    },
  });
  for (const { place: item, message } of report.problems.slice(0, shownProblems)) job.fail({ item: name === '' ? item : `${name} ${item}`, message });
  return report;
}

/** Compares the packages of a hand-over with their lists and with what was noted when they were made. */
export async function verifyHandover(job: JobProgress, folder: string, comparisons: readonly Comparison[]): Promise<JobOutcome> {
  const summary: string[] = [];
  for (const comparison of comparisons) summary.push(...reportLines(await comparePackage(job, comparison), comparison));
  return { summary, output: folder };
}
