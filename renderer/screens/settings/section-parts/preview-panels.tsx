import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatChineseDate } from '../../../../shared/dates.ts';
import { useFormScope } from '../../../forms/form-context.ts';
import { valueAt } from '../../../state/at-path.ts';
import { overviewWords } from '../../../words/overview.ts';
import { previewWords as words } from '../../../words/settings-help.ts';
import { columnSum, handoverPreview, periodPreview } from '../previews.ts';

const money = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function useValues(): unknown {
  return useStore(useFormScope().model, (state) => state.values);
}

/** The reporting periods that the quarter rule gives, as it is being set. */
export function PeriodPanel(): ReactNode {
  const preview = periodPreview(useValues());
  return (
    <section className="form-section preview-panel" aria-label={words.quarters}>
      <h3>{words.quarters}</h3>
      {preview === undefined ? <p className="muted">{words.incomplete}</p> : preview.many > 0 ? <p className="field-problem">{words.tooMany(preview.many)}</p> : (
        <table className="plain-table">
          <thead><tr><th scope="col">{words.quarter}</th><th scope="col">{words.days}</th><th scope="col">{words.due}</th><th scope="col">{words.review}</th></tr></thead>
          <tbody>
            {preview.periods.map((period) => (
              <tr key={period.key}><th scope="row">{period.label}</th><td>{overviewWords.period(period.from, period.to)}</td><td>{formatChineseDate(period.due)}</td><td>{formatChineseDate(period.review)}</td></tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** What the deadline means in working days. */
export function HandoverNote(): ReactNode {
  const day = handoverPreview(useValues());
  return day === undefined ? null : <output className="preview-note">{words.handover(formatChineseDate(day))}</output>;
}

/** Whether a column of money adds up to the contract's price. */
export function SumNote(props: { readonly table: readonly string[]; readonly text: (sum: string, total: string) => string }): ReactNode {
  const values = useValues();
  const sum = columnSum(values, props.table, 'amount');
  const total = valueAt(values, ['price', 'total']);
  if (typeof total !== 'number' || sum === 0) return null;
  const differs = Math.abs(sum - total) >= 0.005;
  return <output className={differs ? 'preview-note preview-note-differs' : 'preview-note'}>{props.text(money.format(sum), money.format(total))}，{differs ? words.differs : words.same}</output>;
}

/** The full marks of a survey. */
export function ScoreNote(): ReactNode {
  return <output className="preview-note">{words.scores(columnSum(useValues(), ['surveyCriteria'], 'fullScore'))}</output>;
}
