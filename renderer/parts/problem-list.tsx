import type { ReactNode } from 'react';
import type { Failure } from '../../shared/result.ts';
import { problemsOf } from '../state/failure-problems.ts';

/** The single problems of a failure, each at its place. */
export function ProblemList(props: { readonly failure: Failure }): ReactNode {
  const problems = problemsOf(props.failure);
  if (problems.length === 0) return null;
  return (
    <ul className="problem-list">
      {problems.map((problem) => <li key={`${problem.place} ${problem.message}`}><strong>{problem.place}</strong> {problem.message}</li>)}
    </ul>
  );
}
