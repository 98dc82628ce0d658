import { Button, Tag } from 'antd';
import { Fragment, useState, type ReactNode } from 'react';
import type { PlannedDeliverable } from '../../../shared/ipc/delivery-channels.ts';
import { DownIcon, FileTextIcon, RightIcon } from '../../parts/icons.tsx';
import { goTo } from '../../state/navigation.ts';
import { shortTitle } from '../../state/short-title.ts';
import { deliveryWords, planWords } from '../../words/delivery.ts';
import { FileRows, type FileActions } from './file-rows.tsx';
import { countFrom, countPlan } from './plan-state.ts';

type PlanTableProps = {
  readonly contractId: string;
  readonly plan: readonly PlannedDeliverable[];
  readonly prefix: string;
  /** Opened at first. */
  readonly openId: string | undefined;
  readonly actions: FileActions;
  readonly generate: (id: string) => void;
};

const columns = 6;

function Progress(props: { readonly deliverable: PlannedDeliverable }): ReactNode {
  const counts = countPlan(props.deliverable.files);
  const { freshness, files } = counts;
  const signed = planWords.paperOf(countFrom(counts, 'signed'), files);
  return (
    <>
      <span className={freshness.current === files ? 'plan-ready' : freshness.stale > 0 ? 'plan-stale' : undefined}>{planWords.readyOf(freshness.current, files)}</span>
      {signed === '' ? null : <div className="muted">{signed}</div>}
    </>
  );
}

/** Which deliverables the contract asks for, what each becomes, and how far it is. */
export function PlanTable(props: PlanTableProps): ReactNode {
  const { contractId, plan, prefix, actions, generate } = props;
  const [openId, setOpenId] = useState(props.openId);
  return (
    <table className="plain-table plan-table" aria-label={deliveryWords.plan}>
      <thead>
        <tr>
          <th scope="col">{deliveryWords.deliverable}</th>
          <th scope="col" className="plan-template">{deliveryWords.template}</th>
          <th scope="col" className="cell-count">{deliveryWords.records}</th>
          <th scope="col" className="cell-count">{deliveryWords.files}</th>
          <th scope="col">{planWords.freshness}</th>
          <th scope="col"><span className="unseen">{deliveryWords.generate}</span></th>
        </tr>
      </thead>
      <tbody>
        {plan.map((deliverable) => {
          const isOpen = deliverable.id === openId;
          const isEmpty = deliverable.files.length === 0;
          const short = shortTitle(deliverable.title, prefix);
          return (
            <Fragment key={deliverable.id}>
              <tr>
                <th scope="row">
                  <button type="button" className="plan-title" disabled={isEmpty} aria-expanded={isOpen} title={deliverable.title} onClick={() => setOpenId(isOpen ? undefined : deliverable.id)}>
                    {isOpen ? <DownIcon /> : <RightIcon />}
                    {short}
                  </button>
                </th>
                <td className="plan-template">
                  {deliverable.fault === undefined ? deliverable.template : (
                    <Button type="link" size="small" title={deliverable.fault} aria-label={planWords.openTemplate(deliverable.template)} onClick={() => void goTo({ screen: 'templates', open: deliverable.template })}><Tag color="red">{planWords.fault}</Tag></Button>
                  )}
                </td>
                <td className="cell-count">{deliverable.records}</td>
                <td className="cell-count">{isEmpty ? <span className="muted">{deliveryWords.noRecords}</span> : deliverable.files.length}</td>
                <td>{isEmpty ? null : <Progress deliverable={deliverable} />}</td>
                <td className="cell-actions">
                  {actions.isReadOnly ? null : <Button size="small" icon={<FileTextIcon />} disabled={actions.isBusy || isEmpty} aria-label={deliveryWords.generateOne(short)} onClick={() => generate(deliverable.id)}>{deliveryWords.generate}</Button>}
                </td>
              </tr>
              {isOpen && !isEmpty ? <FileRows contractId={contractId} deliverable={deliverable} prefix={prefix} columns={columns} actions={actions} /> : null}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
