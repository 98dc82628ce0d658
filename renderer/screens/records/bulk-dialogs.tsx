import type { ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import type { KindName } from '../../../shared/records/kinds.ts';
import { call } from '../../api.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ProblemList } from '../../parts/problem-list.tsx';
import type { Selection } from '../../state/list-selection.ts';
import { bulkWords } from '../../words/bulk.ts';
import { ScansDialog } from './scans-dialog.tsx';
import { SignDialog } from './sign-dialog.tsx';
import type { BulkWork } from './use-bulk.ts';
import { VoidManyDialog } from './void-many-dialog.tsx';

/** `failed`: a change without a dialog of its own came to nothing. */
export type BulkDialog = 'sign' | 'void' | 'scans' | 'failed' | undefined;

type BulkDialogsProps = {
  readonly contract: Contract;
  readonly kind: KindName;
  readonly today: LocalDate;
  readonly dialog: BulkDialog;
  readonly subjects: Selection;
  readonly bulk: BulkWork;
  readonly close: () => void;
};

/** The dialogs of work on many records. Each is made anew when it opens. */
export function BulkDialogs(props: BulkDialogsProps): ReactNode {
  const { contract, kind, today, dialog, subjects, bulk, close } = props;
  const { isBusy, failure } = bulk;
  const closeWhenDone = (isDone: boolean): void => {
    if (isDone) close();
  };
  switch (dialog) {
    case undefined: return null;
    case 'sign': return (
      <SignDialog
        kind={kind}
        profile={contract.profile}
        count={subjects.size}
        today={today}
        isBusy={isBusy}
        failure={failure}
        sign={(signatures, replaces) => void bulk.change((ids) => call('records.sign', { contractId: contract.id, ids, signatures, replaces }), bulkWords.signed).then(closeWhenDone)}
        close={close}
      />
    );
    case 'void': return (
      <VoidManyDialog
        count={subjects.size}
        isBusy={isBusy}
        failure={failure}
        make={(reason) => void bulk.change((ids) => call('records.voidMany', { contractId: contract.id, ids, reason }), bulkWords.voided).then(closeWhenDone)}
        close={close}
      />
    );
    case 'scans': return <ScansDialog records={[...subjects.values()].filter(({ status }) => status !== 'void')} finished={bulk.scansAttached} close={close} />;
    case 'failed': return (
      <Dialog title={bulkWords.failedTitle} isOpen={failure !== undefined} close={close} width={640}>
        {failure === undefined ? null : <div role="alert">{failure.details['problems'] === undefined ? failure.message : <div className="dialog-scroll"><ProblemList failure={failure} /></div>}</div>}
      </Dialog>
    );
    default: return dialog satisfies never;
  }
}
