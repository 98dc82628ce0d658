import type { PastHandover } from '../../../shared/ipc/delivery-channels.ts';
import { verifyPackage } from '../../handover/verify/verify-package.ts';
import type { JobOutcome, JobProgress } from '../job-runner.ts';

/** A person mends the first few; thousands of lines would only hide them. */
const shownProblems = 200;

/** Compares a package with its lists, byte by byte, and with what was noted when it was made. */
export async function verifyHandover(job: JobProgress, place: string, handover: PastHandover): Promise<JobOutcome> {
  const report = await verifyPackage(place, {
    signal: job.signal,
    onProgress: ({ path, bytes, totalBytes }) => job.advance(bytes, totalBytes, path),
  });
  for (const { place: item, message } of report.problems.slice(0, shownProblems)) job.fail({ item, message });
  const facts = `${report.files} 个文件，${report.bytes} 字节，校验摘要 ${report.digest.slice(0, 16)}`;
  const isSame = report.digest === handover.manifestSha256;
  return {
    summary: [
      report.ok ? `核对通过：${facts}` : `核对不通过，${report.problems.length} 处不符：${facts}`,
      ...(report.problems.length > shownProblems ? [`只列出前 ${shownProblems} 处`] : []),
      ...(isSame ? [] : ['与移交时登记的校验摘要不同，这不是当时的那一份']),
    ],
    output: place,
  };
}
