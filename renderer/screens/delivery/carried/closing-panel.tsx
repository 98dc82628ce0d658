import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CarriedPaper } from '../../../../shared/carried/carried-data.ts';
import type { CarriedCounts } from '../../../../shared/carried/carried-item.ts';
import { CheckCircleIcon, FileTextIcon, PrinterIcon } from '../../../parts/icons.tsx';
import { closingWords } from '../../../words/carried.ts';

const papers: readonly CarriedPaper[] = ['closing', 'inventory'];

type ClosingPanelProps = {
  readonly counts: CarriedCounts;
  /** The contract's own words on returning and destroying. */
  readonly duties: readonly string[];
  readonly isReadOnly: boolean;
  readonly isBusy: boolean;
  /** Writes a Word file. */
  readonly paper: (paper: CarriedPaper) => void;
  /** Shows the paper as it is printed. */
  readonly preview: (paper: CarriedPaper) => void;
};

/** The step of the hand-over that works through the inventory: what is left, what the contract says, and the papers (附件2 第六条). */
export function ClosingPanel(props: ClosingPanelProps): ReactNode {
  const { counts, duties, isReadOnly, isBusy, paper, preview } = props;
  const isEmpty = counts.out + counts.returned + counts.destroyed === 0;
  return (
    <section className="panel" aria-label={closingWords.title}>
      <h2>{closingWords.title}</h2>
      {counts.out > 0
        ? <p><strong className="readiness-warnings">{closingWords.remaining(counts.out)}</strong></p>
        : <p className="finding-none readiness-passed"><CheckCircleIcon /> {isEmpty ? closingWords.empty : closingWords.complete}</p>}
      <p className="muted">{closingWords.note}</p>
      {duties.length === 0 ? null : (
        <details>
          <summary>{closingWords.duties}</summary>
          <ul className="carried-duties">{duties.map((duty) => <li key={duty}>{duty}</li>)}</ul>
        </details>
      )}
      <div className="carried-actions">
        {isEmpty ? null : papers.map((name) => <Button key={name} icon={<PrinterIcon />} onClick={() => preview(name)}>{closingWords.preview[name]}</Button>)}
        {isReadOnly ? null : papers.map((name) => <Button key={`${name}-word`} icon={<FileTextIcon />} disabled={isBusy} onClick={() => paper(name)}>{closingWords.word[name]}</Button>)}
      </div>
    </section>
  );
}
