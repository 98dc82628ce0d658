import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { PeriodFigure, ReportPeriod } from '../../../shared/ipc/report-channels.ts';
import { kindOf } from '../../../shared/records/kinds.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { FailureView, LoadingView } from '../../parts/state-views.tsx';
import { goTo } from '../../state/navigation.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { reportScreenWords } from '../../words/reports.ts';

type CountedDialogProps = { readonly contractId: string; readonly period: ReportPeriod; readonly figure: PeriodFigure; readonly close: () => void };

/** The records that a figure was counted from, where no list shows exactly them. */
export function CountedDialog(props: CountedDialogProps): ReactNode {
  const { contractId, period, figure, close } = props;
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  const counted = useAnswer('reports.counted', { contractId, type: period.type, key: period.key, figure: figure.id }, version);
  const title = reportScreenWords.counted(figure.label, figure.records);
  return (
    <Dialog title={title} isOpen close={close} width={640}>
      {counted.state === 'loading' ? <LoadingView /> : counted.state === 'error' ? <FailureView failure={counted.failure} retry={counted.reload} /> : (
        <ScrollRegion label={title}>
          {counted.value.total > counted.value.records.length ? <p className="muted">{reportScreenWords.shownFirst(counted.value.records.length, counted.value.total)}</p> : null}
          <ul className="counted">
            {counted.value.records.map((record) => (
              <li key={record.id}>
                <Button type="link" size="small" onClick={() => void goTo({ screen: 'records', kind: record.kind, open: record.id })}>{record.number}</Button>
                <span>{kindOf(record.kind).title}</span>
                <span className="muted">{record.title}</span>
              </li>
            ))}
          </ul>
        </ScrollRegion>
      )}
    </Dialog>
  );
}
