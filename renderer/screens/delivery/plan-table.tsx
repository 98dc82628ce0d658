import { DownIcon, EyeIcon, FileTextIcon, RightIcon } from '../../parts/icons.tsx';
import { Button } from 'antd';
import { Fragment, useState, type ReactNode } from 'react';
import type { PlannedDeliverable } from '../../../shared/ipc/delivery-channels.ts';
import { PreviewDialog } from '../../preview/preview-dialog.tsx';
import { shortTitle } from '../../state/short-title.ts';
import { deliveryWords } from '../../words/delivery.ts';
import { previewWords } from '../../words/preview.ts';

type PlanTableProps = { readonly contractId: string; readonly plan: readonly PlannedDeliverable[]; readonly prefix: string; readonly isBusy: boolean; readonly generate: (id: string) => void };

function FileRows(props: { readonly contractId: string; readonly deliverable: PlannedDeliverable; readonly prefix: string }): ReactNode {
  const { contractId, deliverable, prefix } = props;
  const [previewed, setPreviewed] = useState<string>();
  return (
    <tr className="plan-files">
      <td colSpan={5}>
        <div className="plan-files-scroll">
          <table className="plain-table" aria-label={deliveryWords.filesOf(deliverable.title)}>
            <thead><tr><th scope="col">{deliveryWords.file}</th><th scope="col">{deliveryWords.period}</th><th scope="col" className="cell-count">{deliveryWords.records}</th><th scope="col"><span className="unseen">{previewWords.preview}</span></th></tr></thead>
            <tbody>
              {deliverable.files.map((file) => {
                const short = shortTitle(file.name, prefix);
                return (
                  <tr key={file.name}>
                    <td title={file.name}>{short}</td>
                    <td className="plan-period">{file.period}</td>
                    <td className="cell-count">{file.records}</td>
                    <td className="cell-actions"><Button size="small" type="text" icon={<EyeIcon />} aria-label={previewWords.previewOf(short)} onClick={() => setPreviewed(file.name)}>{previewWords.preview}</Button></td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
        <PreviewDialog name={shortTitle(previewed ?? '', prefix)} target={previewed === undefined ? undefined : { contractId, deliverable: deliverable.id, file: previewed }} titlePrefix={prefix} close={() => setPreviewed(undefined)} />
      </td>
    </tr>
  );
}

/** Which deliverables the contract asks for and what each becomes. */
export function PlanTable(props: PlanTableProps): ReactNode {
  const { contractId, plan, prefix, isBusy, generate } = props;
  const [openId, setOpenId] = useState<string>();
  return (
    <table className="plain-table plan-table" aria-label={deliveryWords.plan}>
      <thead>
        <tr>
          <th scope="col">{deliveryWords.deliverable}</th>
          <th scope="col">{deliveryWords.template}</th>
          <th scope="col" className="cell-count">{deliveryWords.records}</th>
          <th scope="col" className="cell-count">{deliveryWords.files}</th>
          <th scope="col"><span className="unseen">{deliveryWords.generate}</span></th>
        </tr>
      </thead>
      <tbody>
        {plan.map((deliverable) => {
          const isOpen = deliverable.id === openId;
          const isEmpty = deliverable.files.length === 0;
          return (
            <Fragment key={deliverable.id}>
              <tr>
                <th scope="row">
                  <button type="button" className="plan-title" disabled={isEmpty} aria-expanded={isOpen} title={deliverable.title} onClick={() => setOpenId(isOpen ? undefined : deliverable.id)}>
                    {isOpen ? <DownIcon /> : <RightIcon />}
                    {shortTitle(deliverable.title, prefix)}
                  </button>
                </th>
                <td className="plan-template">{deliverable.template}</td>
                <td className="cell-count">{deliverable.records}</td>
                <td className="cell-count">{isEmpty ? <span className="muted">{deliveryWords.noRecords}</span> : deliverable.files.length}</td>
                <td className="cell-actions">
                  <Button size="small" icon={<FileTextIcon />} disabled={isBusy || isEmpty} aria-label={deliveryWords.generateOne(shortTitle(deliverable.title, prefix))} onClick={() => generate(deliverable.id)}>{deliveryWords.generate}</Button>
                </td>
              </tr>
              {isOpen ? <FileRows contractId={contractId} deliverable={deliverable} prefix={prefix} /> : null}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
