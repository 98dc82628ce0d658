import { Alert, AutoComplete, Checkbox, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactNode } from 'react';
import { namesOfSide } from '../../../shared/contract/people.ts';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import type { Signatures } from '../../../shared/ipc/list-channels.ts';
import type { SignOffRole } from '../../../shared/records/define-kind.ts';
import { kindOf, type KindName } from '../../../shared/records/kinds.ts';
import { signOffRoleNames } from '../../../shared/records/signatures.ts';
import type { Failure } from '../../../shared/result.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ProblemList } from '../../parts/problem-list.tsx';
import { bulkWords } from '../../words/bulk.ts';

type SignDialogProps = {
  readonly kind: KindName;
  readonly profile: ContractProfile;
  readonly count: number;
  readonly today: LocalDate;
  readonly isBusy: boolean;
  readonly failure: Failure | undefined;
  readonly sign: (signatures: Signatures, replaces: boolean) => void;
  readonly close: () => void;
};

type Row = { readonly name: string; readonly on: LocalDate };
type Rows = Readonly<Partial<Record<SignOffRole, Row>>>;

/** Who may sign in a role: the customer's people confirm, the vendor's do the rest. */
function namesFor(role: SignOffRole, profile: ContractProfile): readonly string[] {
  return namesOfSide(profile, role === 'confirmer' ? 'client' : 'vendor');
}

/** Only roles with a name are noted. */
function signaturesOf(rows: Rows): Signatures {
  return Object.fromEntries(Object.entries(rows).filter(([, row]) => row.name.trim() !== '').map(([role, row]) => [role, { name: row.name.trim(), on: row.on }]));
}

/** Notes who signed the chosen records, and when. */
export function SignDialog(props: SignDialogProps): ReactNode {
  const { kind, profile, count, today, isBusy, failure, sign, close } = props;
  const [rows, setRows] = useState<Rows>({});
  const [replaces, setReplaces] = useState(false);
  const signatures = signaturesOf(rows);
  const rowOf = (role: SignOffRole): Row => rows[role] ?? { name: '', on: today };
  const set = (role: SignOffRole, change: Partial<Row>): void => setRows({ ...rows, [role]: { ...rowOf(role), ...change } });
  return (
    <Dialog title={bulkWords.signTitle(count)} isOpen close={close} width={600} confirm={{ text: bulkWords.sign, action: () => sign(signatures, replaces), isBusy, isDisabled: Object.keys(signatures).length === 0 }}>
      <p className="muted">{bulkWords.signHint}</p>
      <div className="sign-rows">
        {kindOf(kind).signOff.map((role) => (
          <fieldset key={role}>
            <legend>{signOffRoleNames[role]}</legend>
            <AutoComplete
              aria-label={bulkWords.signerOf(signOffRoleNames[role])}
              className="sign-name"
              placeholder={bulkWords.signerPlaceholder}
              value={rowOf(role).name}
              options={namesFor(role, profile).map((value) => ({ value }))}
              showSearch={{ filterOption: true }}
              onChange={(name: string) => set(role, { name: name.slice(0, 40) })}
            />
            <DatePicker aria-label={bulkWords.signedOnOf(signOffRoleNames[role])} allowClear={false} value={dayjs(`${rowOf(role).on}T12:00`)} onChange={(day) => set(role, { on: day?.format('YYYY-MM-DD') ?? today })} />
          </fieldset>
        ))}
      </div>
      <Checkbox checked={replaces} onChange={(event) => setReplaces(event.target.checked)}>{bulkWords.replaceSignatures}</Checkbox>
      {failure === undefined ? null : <Alert className="dialog-alert" type="error" showIcon role="alert" title={bulkWords.nothingChanged} description={<div className="dialog-scroll bulk-problems">{failure.details['problems'] === undefined ? failure.message : <ProblemList failure={failure} />}</div>} />}
    </Dialog>
  );
}
