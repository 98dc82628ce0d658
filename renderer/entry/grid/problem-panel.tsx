import type { ReactNode } from 'react';
import { gridWords } from '../../words/entry-grid.ts';
import type { GridProblem } from './row-readings.ts';

/** As many as anybody reads before mending some. */
const shownProblems = 100;

type ProblemPanelProps = { readonly problems: readonly GridProblem[]; readonly labelOf: (columnId: string) => string; readonly goTo: (problem: GridProblem) => void };

/** What is to be mended, each leading to its cell. */
export function ProblemPanel(props: ProblemPanelProps): ReactNode {
  const { problems, labelOf, goTo } = props;
  if (problems.length === 0) return null;
  return (
    <section className="grid-problems" aria-label={gridWords.problems(problems.length)}>
      <h2>{gridWords.problems(problems.length)}</h2>
      <ul>
        {problems.slice(0, shownProblems).map((problem) => (
          <li key={`${problem.row} ${problem.columnId} ${problem.message}`}>
            <button type="button" onClick={() => goTo(problem)}><strong>{gridWords.problemAt(problem.row + 1, labelOf(problem.columnId))}</strong> {problem.message}</button>
          </li>
        ))}
      </ul>
      {problems.length > shownProblems ? <p className="muted">{gridWords.moreProblems(problems.length - shownProblems)}</p> : null}
    </section>
  );
}
