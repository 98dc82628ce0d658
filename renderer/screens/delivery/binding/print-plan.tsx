import { Alert, Button } from 'antd';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import type { JobKind } from '../../../../shared/ipc/jobs.ts';
import type { LocalDate } from '../../../../shared/dates.ts';
import type { PrintEntry, PrintPlan } from '../../../../shared/ipc/print-channels.ts';
import { historyInstant } from '../../../forms/history-text.ts';
import { FileDoneIcon, FolderOpenIcon } from '../../../parts/icons.tsx';
import { JobList } from '../../../parts/job-list.tsx';
import { EmptyView, FailureView, LoadingView } from '../../../parts/state-views.tsx';
import { useAfterJobs, useIsRunning } from '../../../state/jobs.ts';
import { useAnswer } from '../../../state/use-answer.ts';
import { useIsReadOnly, useWorkspace } from '../../../state/workspace.ts';
import { bindingPrintWords } from '../../../words/binding-print.ts';
import { PartActions } from '../part-actions.tsx';
import { withChoice } from '../plan-state.ts';
import { PrintPlanRows } from './print-plan-rows.tsx';
import { changedDocuments, leftToPrint } from './print-plan-totals.ts';
import { PrintPreview } from './print-preview.tsx';
import { PrintTickBar } from './print-tick-bar.tsx';
import { usePrintPlan } from './use-print-plan.ts';
import '../../../styles/print-plan.css';

const onlyBinding: readonly JobKind[] = ['bind'];
/** What binds, or makes bound documents anew. */
const makers: readonly JobKind[] = ['bind', 'handover', 'render'];

/** What stands in the way of printing: volumes with gaps, documents that changed or came since. */
function Warnings(props: { readonly plan: PrintPlan }): ReactNode {
  const { gaps, entries, unbound, binding } = props.plan;
  const changed = changedDocuments(entries);
  const outdated = [...(changed === 0 ? [] : [bindingPrintWords.outdated(changed)]), ...(unbound === 0 || gaps.length > 0 ? [] : [bindingPrintWords.unbound(unbound)])];
  return (
    <>
      {gaps.map(({ key, number, title, reasons }) => (
        <Alert key={key} type="error" showIcon title={bindingPrintWords.gap(number, title, reasons.length)} description={(
          <>
            <ul className="problem-list">{reasons.map(({ item, message }) => <li key={item}><strong>{item}</strong> {message}</li>)}</ul>
            {bindingPrintWords.gapText}
          </>
        )} />
      ))}
      {outdated.length === 0 ? null : <Alert type="warning" showIcon title={outdated.join('，')} description={bindingPrintWords.outdatedText} />}
      {binding !== undefined && binding.office === undefined ? <Alert type="info" showIcon title={bindingPrintWords.noOffice} /> : null}
    </>
  );
}

function totalText(plan: PrintPlan): string {
  const { entries, sheets } = leftToPrint(plan.entries);
  return sheets === undefined ? bindingPrintWords.totalUncounted(entries) : bindingPrintWords.total(entries, sheets);
}

/** Binding of the paper, and what of it is printed: each file once, ticked off by day and person. */
export function PrintPlanPanel(props: { readonly contractId: string }): ReactNode {
  const { contractId } = props;
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  const today = useWorkspace((workspace) => workspace.info?.today ?? '');
  const user = useWorkspace((workspace) => workspace.info?.user ?? '');
  const isReadOnly = useIsReadOnly();
  const isBusy = useIsRunning(onlyBinding);
  const plan = useAnswer('print.plan', { contractId }, version);
  const { reload } = plan;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState<PrintEntry>();
  const [asked, setAsked] = useState(0);
  const asker = useRef<Element | null>(null);
  const changed = useCallback(() => {
    setChosen(new Set());
    reload();
  }, [reload]);
  const actions = usePrintPlan(contractId, changed);
  useAfterJobs(makers, reload);

  const choose = (keys: readonly string[], isChosen: boolean): void => {
    // The bar that a tick box opens leaves the cursor where it is.
    setAsked(0);
    asker.current = null;
    setChosen(withChoice(chosen, keys, isChosen));
  };
  const askTick = (entry: PrintEntry): void => {
    choose([entry.key], true);
    asker.current = document.activeElement;
    setAsked(asked + 1);
  };
  const tick = async (day: LocalDate, person: string): Promise<void> => {
    const entries = plan.state === 'ready' ? plan.value.entries.filter(({ key }) => chosen.has(key)) : [];
    // The bar goes with its button: who works from the keyboard goes on in the row.
    if (await actions.tick(entries, day, person) && asker.current instanceof HTMLElement) asker.current.focus();
    asker.current = null;
  };
  const hasBinding = plan.state === 'ready' && plan.value.binding !== undefined;
  const bindButton = <Button type={hasBinding ? 'default' : 'primary'} icon={<FileDoneIcon />} disabled={isBusy} onClick={() => void actions.bind()}>{hasBinding ? bindingPrintWords.bindAgain : bindingPrintWords.bind}</Button>;

  return (
    <>
      {isReadOnly ? null : <PartActions>{bindButton}</PartActions>}
      <JobList label={bindingPrintWords.bind} kinds={onlyBinding} count={1} />
      <section className="panel print-plan" aria-label={bindingPrintWords.title}>
        {plan.state === 'loading' ? <LoadingView /> : plan.state === 'error' ? <FailureView failure={plan.failure} retry={reload} /> : plan.value.binding === undefined ? (
          <EmptyView text={bindingPrintWords.none}><p>{bindingPrintWords.intro}</p><p className="muted">{bindingPrintWords.noneText}</p></EmptyView>
        ) : (
          <>
            <div className="panel-head">
              <h2>{bindingPrintWords.title}</h2>
              <strong>{totalText(plan.value)}</strong>
              <span className="muted">{[bindingPrintWords.madeBy(historyInstant(plan.value.binding.madeAt), plan.value.binding.madeBy), ...(plan.value.binding.office === undefined ? [] : [bindingPrintWords.office(plan.value.binding.office)])].join('，')}</span>
              <Button size="small" type="link" icon={<FolderOpenIcon />} onClick={() => void actions.reveal()}>{bindingPrintWords.reveal}</Button>
            </div>
            <Warnings plan={plan.value} />
            {chosen.size === 0 ? null : (
              <PrintTickBar count={chosen.size} today={today} user={user} asked={asked} clear={() => setChosen(new Set())} tick={(day, person) => void tick(day, person)} />
            )}
            <PrintPlanRows entries={plan.value.entries} chosen={chosen} isReadOnly={isReadOnly} choose={choose} show={setShown}
              print={(entry) => void actions.print(entry)} tick={askTick} untick={(entry) => void actions.untick(entry)} />
          </>
        )}
      </section>
      <PrintPreview contractId={contractId} entry={shown} close={() => setShown(undefined)} />
    </>
  );
}
