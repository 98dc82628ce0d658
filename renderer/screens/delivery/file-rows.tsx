import { Button, Checkbox, Select, Tag, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { issuedStates, type IssuedState } from '../../../shared/deliverables/issued-state.ts';
import type { Freshness, PlannedDeliverable, PlannedDocument } from '../../../shared/ipc/delivery-channels.ts';
import { historyInstant } from '../../forms/history-text.ts';
import { EyeIcon, ReloadIcon } from '../../parts/icons.tsx';
import { PreviewDialog } from '../../preview/preview-dialog.tsx';
import { shortTitle } from '../../state/short-title.ts';
import { changedWords, deliveryWords, freshnessWords, issuedWords, planWords } from '../../words/delivery.ts';
import { needWords } from '../../words/sign-off.ts';
import { previewWords } from '../../words/preview.ts';
import { fileKey } from './plan-state.ts';

const freshnessColors = { never: 'default', current: 'green', stale: 'orange' } satisfies Record<Freshness, string>;
const shownAtFirst = 100;
const shownMore = 400;

/** What the rows of files can do; `undefined` where nothing may be changed. */
export type FileActions = {
  readonly isBusy: boolean;
  readonly isReadOnly: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly choose: (keys: readonly string[], isChosen: boolean) => void;
  readonly generate: (file: { readonly deliverable: string; readonly scope: string }) => void;
  readonly mark: (id: string, state: IssuedState) => void;
};

function FreshnessTag(props: { readonly file: PlannedDocument }): ReactNode {
  const { freshness, changed, issued } = props.file;
  const details = [changed === undefined ? '' : changedWords[changed], issued === undefined ? '' : planWords.madeBy(historyInstant(issued.madeAt), issued.madeBy)].filter((text) => text !== '').join('；');
  const mustBeSigned = freshness === 'stale' && (issued?.state === 'signed' || issued?.state === 'scanned');
  const tag = mustBeSigned ? <Tag color="red">{needWords.renew}</Tag> : <Tag color={freshnessColors[freshness]}>{freshnessWords[freshness]}</Tag>;
  return details === '' ? tag : <Tooltip title={details}><span>{tag}<span className="unseen">{details}</span></span></Tooltip>;
}

type FileRowProps = { readonly deliverable: PlannedDeliverable; readonly file: PlannedDocument; readonly short: string; readonly actions: FileActions; readonly preview: () => void };

function FileRow(props: FileRowProps): ReactNode {
  const { deliverable, file, short, actions, preview } = props;
  const { issued } = file;
  const key = fileKey(deliverable.id, file.scope);
  return (
    <tr>
      {actions.isReadOnly ? null : <td className="plan-choice"><Checkbox checked={actions.chosen.has(key)} aria-label={planWords.choose(short)} onChange={(event) => actions.choose([key], event.target.checked)} /></td>}
      <td title={file.name}>{short}</td>
      <td className="plan-period">{file.period}</td>
      <td className="cell-count">{file.records}</td>
      <td><FreshnessTag file={file} /></td>
      <td>
        {issued === undefined ? <span className="muted">{freshnessWords.never}</span> : actions.isReadOnly ? issuedWords[issued.state] : (
          <Select
            size="small"
            variant="borderless"
            className={`plan-paper plan-paper-${issued.state}`}
            aria-label={planWords.stateOf(short)}
            value={issued.state}
            options={issuedStates.map((state) => ({ value: state, label: issuedWords[state] }))}
            onChange={(state) => actions.mark(issued.id, state)}
          />
        )}
      </td>
      <td className="cell-actions">
        <Button size="small" type="text" icon={<EyeIcon />} aria-label={previewWords.previewOf(short)} onClick={preview}>{previewWords.preview}</Button>
        {actions.isReadOnly ? null : <Button size="small" type="text" icon={<ReloadIcon />} disabled={actions.isBusy} aria-label={planWords.generateFile(short)} title={planWords.generateFile(short)} onClick={() => actions.generate({ deliverable: deliverable.id, scope: file.scope })} />}
      </td>
    </tr>
  );
}

/** The files of one deliverable: what each is made from, whether it is up to date, how far its paper is. */
export function FileRows(props: { readonly contractId: string; readonly deliverable: PlannedDeliverable; readonly prefix: string; readonly columns: number; readonly actions: FileActions }): ReactNode {
  const { contractId, deliverable, prefix, columns, actions } = props;
  const [previewed, setPreviewed] = useState<string>();
  const [count, setCount] = useState(shownAtFirst);
  const keys = deliverable.files.map(({ scope }) => fileKey(deliverable.id, scope));
  const chosen = keys.filter((key) => actions.chosen.has(key)).length;
  const hidden = deliverable.files.length - count;
  return (
    <tr className="plan-files">
      <td colSpan={columns}>
        <div className="plan-files-scroll">
          <table className="plain-table" aria-label={deliveryWords.filesOf(deliverable.title)}>
            <thead>
              <tr>
                {actions.isReadOnly ? null : (
                  <th scope="col" className="plan-choice">
                    <Checkbox checked={chosen === keys.length && keys.length > 0} indeterminate={chosen > 0 && chosen < keys.length} aria-label={planWords.chooseAll(shortTitle(deliverable.title, prefix))} onChange={(event) => actions.choose(keys, event.target.checked)} />
                  </th>
                )}
                <th scope="col">{deliveryWords.file}</th>
                <th scope="col">{deliveryWords.period}</th>
                <th scope="col" className="cell-count">{deliveryWords.records}</th>
                <th scope="col">{planWords.freshness}</th>
                <th scope="col">{planWords.paper}</th>
                <th scope="col"><span className="unseen">{previewWords.preview}</span></th>
              </tr>
            </thead>
            <tbody>
              {deliverable.files.slice(0, count).map((file) => <FileRow key={file.scope} deliverable={deliverable} file={file} short={shortTitle(file.name, prefix)} actions={actions} preview={() => setPreviewed(file.name)} />)}
            </tbody>
          </table>
          {hidden > 0 ? <Button type="link" size="small" onClick={() => setCount(count + shownMore)}>{planWords.more(Math.min(hidden, shownMore))}</Button> : null}
        </div>
        <PreviewDialog name={shortTitle(previewed ?? '', prefix)} target={previewed === undefined ? undefined : { contractId, deliverable: deliverable.id, file: previewed }} titlePrefix={prefix} close={() => setPreviewed(undefined)} />
      </td>
    </tr>
  );
}
