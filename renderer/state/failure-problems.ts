import type { Problem } from '../../shared/app-error.ts';
import type { Failure } from '../../shared/result.ts';

/** The single problems of a failure, when it names them. */
export function problemsOf(failure: Failure): readonly Problem[] {
  const problems = failure.details['problems'];
  return Array.isArray(problems) ? problems : [];
}
