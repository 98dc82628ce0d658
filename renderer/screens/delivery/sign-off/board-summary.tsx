import { Button } from 'antd';
import type { ReactNode } from 'react';
import { paperNeeds, type PaperNeed } from '../../../../shared/sign-off/board.ts';
import { shortTitle } from '../../../state/short-title.ts';
import { boardWords, needWords } from '../../../words/sign-off.ts';
import type { BoardFilter, DeliverableCounts, NeedCounts } from './board-filter.ts';

type CountCellProps = { readonly title: string; readonly need: PaperNeed; readonly count: number; readonly isChosen: boolean; readonly choose: () => void };

/** A count that shows its documents when it is pressed. */
function CountCell(props: CountCellProps): ReactNode {
  const { title, need, count, isChosen, choose } = props;
  return (
    <td className="cell-count">
      {count === 0 ? <span className="muted" aria-label={boardWords.countOf(title, needWords[need], 0)}>·</span> : (
        <Button size="small" type={isChosen ? 'primary' : 'text'} className={`board-count board-count-${need}`} aria-pressed={isChosen} aria-label={boardWords.countOf(title, needWords[need], count)} onClick={choose}>{count}</Button>
      )}
    </td>
  );
}

type BoardSummaryProps = { readonly rows: readonly DeliverableCounts[]; readonly totals: NeedCounts; readonly files: number; readonly prefix: string; readonly filter: BoardFilter; readonly change: (filter: BoardFilter) => void };

/** What waits for what, by deliverable; every count leads to its documents. */
export function BoardSummary(props: BoardSummaryProps): ReactNode {
  const { rows, totals, files, prefix, filter, change } = props;
  const choose = (deliverable: string | undefined, need: PaperNeed | undefined): void => {
    const isSame = filter.deliverable === deliverable && filter.need === need;
    change({ ...filter, deliverable: isSame ? undefined : deliverable, need: isSame ? undefined : need });
  };
  return (
    <section className="panel board-summary" aria-label={boardWords.summary}>
      <table className="plain-table" aria-label={boardWords.summary}>
        <thead>
          <tr>
            <th scope="col">{boardWords.deliverable}</th>
            <th scope="col" className="cell-count">{boardWords.files}</th>
            {paperNeeds.map((need) => <th key={need} scope="col" className="cell-count">{needWords[need]}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ deliverable, title, files: own, counts }) => {
            const short = shortTitle(title, prefix);
            return (
              <tr key={deliverable}>
                <th scope="row">{short}</th>
                <td className="cell-count">{own}</td>
                {paperNeeds.map((need) => <CountCell key={need} title={short} need={need} count={counts[need]} isChosen={filter.deliverable === deliverable && filter.need === need} choose={() => choose(deliverable, need)} />)}
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{boardWords.total}</th>
            <td className="cell-count">{files}</td>
            {paperNeeds.map((need) => <CountCell key={need} title={boardWords.total} need={need} count={totals[need]} isChosen={filter.deliverable === undefined && filter.need === need} choose={() => choose(undefined, need)} />)}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
