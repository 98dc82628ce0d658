import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactNode } from 'react';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { issuedStates } from '../../../shared/deliverables/issued-state.ts';
import type { PlannedDeliverable } from '../../../shared/ipc/delivery-channels.ts';
import { FileDoneIcon } from '../../parts/icons.tsx';
import { EmptyView } from '../../parts/state-views.tsx';
import { useIsReadOnly } from '../../state/workspace.ts';
import { deliveryWords, freshnessWords, issuedWords, planWords } from '../../words/delivery.ts';
import { chosenFiles, countFrom, countPlan, filteredPlan, withChoice, wholePlan, type PlanCounts, type PlanFilter } from './plan-state.ts';
import { PlanTable } from './plan-table.tsx';
import type { DeliveryActions } from './use-delivery.ts';

type PlanPanelProps = { readonly contractId: string; readonly profile: ContractProfile; readonly plan: readonly PlannedDeliverable[]; readonly openId: string | undefined; readonly isBusy: boolean; readonly actions: DeliveryActions };

const noneChosen: ReadonlySet<string> = new Set();

function CountsLine(props: { readonly counts: PlanCounts }): ReactNode {
  const { counts } = props;
  const texts = [
    planWords.total(counts.files),
    ...(['current', 'stale', 'never'] as const).filter((state) => counts.freshness[state] > 0).map((state) => planWords.count(freshnessWords[state], counts.freshness[state])),
    ...(['printed', 'signed', 'scanned'] as const).map((state) => planWords.count(issuedWords[state], countFrom(counts, state))),
  ];
  return <p className="plan-counts">{texts.map((text) => <span key={text}>{text}</span>)}</p>;
}

function FilterBar(props: { readonly filter: PlanFilter; readonly change: (filter: PlanFilter) => void }): ReactNode {
  const { filter, change } = props;
  const dayOf = (date: string | undefined) => (date === undefined ? null : dayjs(date));
  return (
    <>
      <Select
        aria-label={planWords.show}
        className="plan-show"
        value={filter.show}
        options={[
          { value: 'all' as const, label: planWords.showAll }, { value: 'outdated' as const, label: planWords.showOutdated },
          { value: 'unprinted' as const, label: planWords.showUnprinted }, { value: 'unsigned' as const, label: planWords.showUnsigned },
        ]}
        onChange={(show) => change({ ...filter, show })}
      />
      <DatePicker.RangePicker
        className="plan-span"
        aria-label={planWords.span}
        placeholder={[planWords.from, planWords.to]}
        allowEmpty={[true, true]}
        value={[dayOf(filter.from), dayOf(filter.to)]}
        onChange={(days) => change({ ...filter, from: days?.[0]?.format('YYYY-MM-DD'), to: days?.[1]?.format('YYYY-MM-DD') })}
      />
    </>
  );
}

/** The plan by deliverable and file: generated as a whole, one by one or only what is outdated; its paper noted for one file or many. */
export function PlanPanel(props: PlanPanelProps): ReactNode {
  const { contractId, profile, plan, openId, isBusy, actions } = props;
  const isReadOnly = useIsReadOnly();
  const [filter, setFilter] = useState(wholePlan);
  const [chosen, setChosen] = useState(noneChosen);
  const shown = filteredPlan(plan, filter);
  const shownFiles = shown.flatMap(({ files }) => files);
  const counts = countPlan(shownFiles);
  const outdated = counts.files - counts.freshness.current;
  const { files, issued } = chosenFiles(plan, chosen);

  const generateOutdated = (): void => void actions.generate(filter.from === undefined && filter.to === undefined
    ? { outdatedOnly: true }
    : { files: shown.flatMap((deliverable) => deliverable.files.filter(({ freshness }) => freshness !== 'current').map(({ scope }) => ({ deliverable: deliverable.id, scope }))) });
  const generateChosen = async (): Promise<void> => {
    await actions.generate({ files: [...files] });
    setChosen(noneChosen);
  };
  const markChosen = async (state: (typeof issuedStates)[number]): Promise<void> => {
    if (await actions.mark(issued, state, files.length - issued.length)) setChosen(noneChosen);
  };

  return (
    <section className="panel" aria-label={deliveryWords.plan}>
      <header className="panel-head">
        <h2>{deliveryWords.plan}</h2>
        <span className="muted">{deliveryWords.prefixNote(profile.deliverablePrefix)}</span>
      </header>
      <CountsLine counts={counts} />
      <div className="plan-bar">
        <FilterBar filter={filter} change={setFilter} />
        {isReadOnly ? null : <Button icon={<FileDoneIcon />} disabled={isBusy || outdated === 0} onClick={generateOutdated}>{planWords.generateOutdated(outdated, counts.files)}</Button>}
      </div>
      {files.length === 0 || isReadOnly ? null : (
        <div className="plan-bar plan-chosen" role="toolbar" aria-label={planWords.chosen(files.length)}>
          <strong>{planWords.chosen(files.length)}</strong>
          <Button size="small" disabled={isBusy} onClick={() => void generateChosen()}>{planWords.generateChosen}</Button>
          <span>{planWords.mark}</span>
          {issuedStates.map((state) => <Button key={state} size="small" onClick={() => void markChosen(state)}>{issuedWords[state]}</Button>)}
          <Button size="small" type="link" onClick={() => setChosen(noneChosen)}>{planWords.clear}</Button>
        </div>
      )}
      {plan.length === 0 ? <EmptyView text={deliveryWords.planEmpty} /> : shown.length === 0 ? <EmptyView text={planWords.noneShown} /> : (
        <PlanTable
          contractId={contractId}
          plan={shown}
          prefix={profile.deliverablePrefix}
          openId={openId}
          generate={(id) => void actions.generate({ deliverable: id })}
          actions={{
            isBusy,
            isReadOnly,
            chosen,
            choose: (keys, isChosen) => setChosen((before) => withChoice(before, keys, isChosen)),
            generate: (file) => void actions.generate({ files: [file] }),
            mark: (id, state) => void actions.mark([id], state, 0),
          }}
        />
      )}
      <p className="muted plan-note">{planWords.note}</p>
    </section>
  );
}
