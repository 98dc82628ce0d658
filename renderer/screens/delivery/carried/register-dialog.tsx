import { Alert, Checkbox, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import type { CarriedItem } from '../../../../shared/carried/carried-item.ts';
import type { ContractProfile } from '../../../../shared/contract/profile.ts';
import type { Failure } from '../../../../shared/result.ts';
import { call } from '../../../api.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { makeWords, registerWords } from '../../../words/carried.ts';
import { newPermission, permissionProblems } from './carried-form.ts';
import { useFirstProblem } from './first-problem.ts';
import { LabelledField } from '../labelled-field.tsx';
import { PermissionFields } from './permission-fields.tsx';

type RegisterDialogProps = {
  readonly contractId: string;
  readonly profile: ContractProfile;
  readonly today: string;
  readonly items: readonly CarriedItem[];
  /** What is corrected; without it something new is registered. */
  readonly item: CarriedItem | undefined;
  readonly close: () => void;
  readonly saved: (item: CarriedItem) => void;
};

/** Registers something that the program did not write, or corrects what was registered. */
export function RegisterDialog(props: RegisterDialogProps): ReactNode {
  const { contractId, profile, today, items, item, close, saved } = props;
  const id = useId();
  const [permission, setPermission] = useState(() => item?.permission ?? newPermission('other', today, items));
  const [isEncrypted, setIsEncrypted] = useState(false);
  const [reason, setReason] = useState('');
  const { form, show } = useFirstProblem();
  const [hasTried, setHasTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const problems = permissionProblems(permission);
  const reasonProblem = item === undefined && !isEncrypted && reason.trim() === '' ? makeWords.reasonProblem : undefined;

  const save = async (): Promise<void> => {
    setHasTried(true);
    if (Object.keys(problems).length > 0 || reasonProblem !== undefined) return show();
    setIsBusy(true);
    const result = item === undefined
      ? await call('carried.register', { contractId, permission, isEncrypted, openReason: reason })
      : await call('carried.correct', { id: item.id, revision: item.revision, permission });
    setIsBusy(false);
    if (result.ok) saved(result.value);
    else setFailure(result.error);
  };

  return (
    <Dialog title={item === undefined ? registerWords.title : registerWords.edit(item.number)} isOpen close={close} width={760} confirm={{ text: item === undefined ? registerWords.save : registerWords.saveEdit, action: () => void save(), isBusy }}>
      <div ref={form} className="dialog-scroll carried-form">
        {item === undefined ? <p className="muted">{registerWords.note}</p> : null}
        <PermissionFields profile={profile} value={permission} problems={hasTried ? problems : {}} change={setPermission} />
        {item === undefined ? (
          <div className="carried-fields">
            <div className="field field-wide"><Checkbox checked={isEncrypted} onChange={(event) => setIsEncrypted(event.target.checked)}>{registerWords.encrypted}</Checkbox></div>
            {isEncrypted ? null : (
              <LabelledField id={`${id}-reason`} label={makeWords.reason} isRequired isWide help={makeWords.reasonHelp} problem={hasTried ? reasonProblem : undefined}>
                <Input id={`${id}-reason`} value={reason} maxLength={200} aria-describedby={`${id}-reason-told`} onChange={(event) => setReason(event.target.value)} />
              </LabelledField>
            )}
          </div>
        ) : null}
        {failure === undefined ? null : <Alert type="error" showIcon role="alert" title={failure.message} />}
      </div>
    </Dialog>
  );
}
