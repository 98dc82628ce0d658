import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { kindOf, type KindName } from '../../shared/records/kinds.ts';
import { ClashChoices } from '../parts/clash-choices.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import { draftWords } from '../words/drafts.ts';
import { historyFieldLabel, historyText } from './history-text.ts';
import { withTheirs } from './merge-values.ts';
import type { RecordValues } from './record-values.ts';
import type { Conflict } from './use-record-form.ts';

type ClashDialogProps = { readonly kind: KindName; readonly conflict: Conflict | undefined; readonly settle: (values: RecordValues | undefined) => void };

function ClashTable(props: { readonly kind: KindName; readonly conflict: Conflict; readonly settle: (values: RecordValues) => void }): ReactNode {
  const { kind, conflict, settle } = props;
  const { clashes, values } = conflict.merged;
  const [theirs, setTheirs] = useState<ReadonlySet<number>>(new Set());
  return (
    <>
      <p>{draftWords.clashText}</p>
      <div className="clash-all">
        <Button size="small" onClick={() => setTheirs(new Set())}>{draftWords.allMine}</Button>
        <Button size="small" onClick={() => setTheirs(new Set(clashes.keys()))}>{draftWords.allTheirs}</Button>
      </div>
      <ScrollRegion label={draftWords.clashTitle}>
        <ClashChoices clashes={clashes.map(({ path, mine, theirs: other }) => ({ place: path.join('.'), label: historyFieldLabel(kindOf(kind).fields, path.join('.')), mine: historyText(mine), theirs: historyText(other) }))} theirs={theirs} choose={setTheirs} />
      </ScrollRegion>
      <div className="clash-end">
        <Button type="primary" onClick={() => settle(withTheirs(values, clashes.filter((_, index) => theirs.has(index))))}>{draftWords.useChosen}</Button>
      </div>
    </>
  );
}

/** The same fields were changed here and elsewhere: a person chooses, field by field or all at once. */
export function ClashDialog(props: ClashDialogProps): ReactNode {
  const { kind, conflict, settle } = props;
  return (
    <Dialog title={draftWords.clashTitle} isOpen={conflict !== undefined} close={() => settle(undefined)} width={720}>
      {conflict === undefined ? null : <ClashTable kind={kind} conflict={conflict} settle={settle} />}
    </Dialog>
  );
}
