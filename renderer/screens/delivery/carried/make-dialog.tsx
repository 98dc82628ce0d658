import { Alert, Input, Radio, Select } from 'antd';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { carriedContentTitles, type CarriedContent, type CarriedItem } from '../../../../shared/carried/carried-item.ts';
import type { ContractProfile } from '../../../../shared/contract/profile.ts';
import type { CarriedSource } from '../../../../shared/ipc/carried-channels.ts';
import type { Job } from '../../../../shared/ipc/jobs.ts';
import type { Failure } from '../../../../shared/result.ts';
import { call } from '../../../api.ts';
import { writtenSize } from '../../../data/data-text.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { ProblemList } from '../../../parts/problem-list.tsx';
import { contentNotes, makeWords } from '../../../words/carried.ts';
import { newPermission, permissionProblems, withContent } from './carried-form.ts';
import { useFirstProblem } from './first-problem.ts';
import { LabelledField } from '../labelled-field.tsx';
import { offeredPassphrase, PassphraseField, problemsOfChoice } from './passphrase-field.tsx';
import { PermissionFields } from './permission-fields.tsx';
import { PlaceInput } from './place-input.tsx';
import { printSlip } from './print-slip.ts';

const made = ['backup', 'field-copy', 'check-package'] as const;
type Made = (typeof made)[number];

type MakeDialogProps = {
  readonly contractId: string;
  readonly profile: ContractProfile;
  readonly today: string;
  readonly items: readonly CarriedItem[];
  readonly sources: readonly CarriedSource[];
  /** Where copies go unless another place is named. */
  readonly place: string;
  readonly hasDialogs: boolean;
  readonly content: Made;
  readonly close: () => void;
  readonly started: (job: Job) => void;
};

/** What is carried out, by whose permission, where to, and with which passphrase; then it is made. */
export function MakeDialog(props: MakeDialogProps): ReactNode {
  const { contractId, profile, today, items, sources, hasDialogs, close, started } = props;
  const id = useId();
  const [content, setContent] = useState<Made>(props.content);
  const [source, setSource] = useState(sources[0]?.name);
  const [permission, setPermission] = useState(() => newPermission(props.content, today, items));
  const [location, setLocation] = useState(props.place);
  const [isEncrypted, setIsEncrypted] = useState(true);
  const [choice, setChoice] = useState(offeredPassphrase);
  const [reason, setReason] = useState('');
  const [slip, setSlip] = useState<{ readonly clear: () => void }>();
  const { form, show } = useFirstProblem();
  // Not every system tells when it has printed: with the dialog the slip goes.
  useEffect(() => slip?.clear, [slip]);
  const [hasTried, setHasTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  const problems = permissionProblems(permission);
  const choiceProblems = problemsOfChoice(choice);
  const reasonProblem = reason.trim() === '' ? makeWords.reasonProblem : undefined;
  const isComplete = Object.keys(problems).length === 0 && (content !== 'check-package' || source !== undefined)
    && (isEncrypted ? choiceProblems.passphrase === undefined && choiceProblems.kept === undefined : reasonProblem === undefined);

  const choose = (next: CarriedContent): void => {
    const known = made.find((candidate) => candidate === next);
    if (known === undefined) return;
    setPermission(withContent(permission, content, known, today, items));
    setContent(known);
  };
  const begin = async (): Promise<void> => {
    setHasTried(true);
    if (!isComplete) return show();
    setIsBusy(true);
    const job = await call('carried.make', {
      contractId, content, location, permission, ...(content === 'check-package' ? { source } : {}),
      protection: isEncrypted ? { way: 'encrypted', passphrase: choice.passphrase } : { way: 'open', reason },
    });
    setIsBusy(false);
    if (!job.ok) return setFailure(job.error);
    started(job.value);
  };

  return (
    <Dialog title={makeWords.title} isOpen close={close} width={760} confirm={{ text: makeWords.begin, action: () => void begin(), isBusy, isDisabled: content === 'check-package' && sources.length === 0 }}>
      <div ref={form} className="dialog-scroll carried-form">
        <fieldset>
          <legend>{makeWords.content}</legend>
          <Radio.Group className="carried-contents" value={content} onChange={(event) => choose(event.target.value)}>
            {made.map((kind) => <Radio key={kind} value={kind}>{carriedContentTitles[kind]}<span className="muted carried-content-note">{contentNotes[kind]}</span></Radio>)}
          </Radio.Group>
          {content !== 'check-package' ? null : sources.length === 0 ? <Alert type="warning" showIcon title={makeWords.noSources} /> : (
            <LabelledField id={`${id}-source`} label={makeWords.source} isRequired>
              <Select id={`${id}-source`} className="wide" value={source} options={sources.map(({ name, files, bytes }) => ({ value: name, label: makeWords.sourceText(name, files, writtenSize(bytes)) }))} onChange={setSource} />
            </LabelledField>
          )}
        </fieldset>
        <fieldset>
          <legend>{makeWords.permission}</legend>
          <PermissionFields profile={profile} value={permission} problems={hasTried ? problems : {}} change={setPermission} />
        </fieldset>
        <fieldset>
          <legend>{makeWords.target}</legend>
          <LabelledField id={`${id}-place`} label={makeWords.place} help={makeWords.placeHelp}>
            <PlaceInput id={`${id}-place`} value={location} hasDialogs={hasDialogs} change={setLocation} />
          </LabelledField>
        </fieldset>
        <fieldset>
          <legend>{makeWords.protection}</legend>
          <Radio.Group aria-label={makeWords.protection} value={isEncrypted} onChange={(event) => setIsEncrypted(event.target.value === true)}>
            <Radio value>{makeWords.encrypt}</Radio>
            <Radio value={false}>{makeWords.plain}</Radio>
          </Radio.Group>
          <div className="carried-fields">
            {isEncrypted ? (
              <PassphraseField
                value={choice}
                problems={hasTried ? choiceProblems : { passphrase: undefined, kept: undefined }}
                change={setChoice}
                print={() => setSlip({ clear: printSlip({ project: profile.projectName, content: permission.title, medium: `${permission.medium} ${permission.mediumNumber}`.trim(), recipient: permission.recipient, passphrase: choice.passphrase }) })}
              />
            ) : (
              <LabelledField id={`${id}-reason`} label={makeWords.reason} isRequired isWide help={makeWords.reasonHelp} problem={hasTried ? reasonProblem : undefined}>
                <Input id={`${id}-reason`} value={reason} maxLength={200} aria-describedby={`${id}-reason-told`} onChange={(event) => setReason(event.target.value)} />
              </LabelledField>
            )}
          </div>
        </fieldset>
        {hasTried && !isComplete ? <Alert type="warning" showIcon role="alert" title={makeWords.incomplete} /> : null}
        {failure === undefined ? null : <Alert type="error" showIcon role="alert" title={failure.message} description={<ProblemList failure={failure} />} />}
      </div>
    </Dialog>
  );
}
