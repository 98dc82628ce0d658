import { Alert, AutoComplete, DatePicker, Input, Radio } from 'antd';
import dayjs from 'dayjs';
import { useId, useState, type ReactNode } from 'react';
import { closingSchema, type CarriedItem, type Closing } from '../../../../shared/carried/carried-item.ts';
import { namesOfSide } from '../../../../shared/contract/people.ts';
import type { ContractProfile } from '../../../../shared/contract/profile.ts';
import type { Failure } from '../../../../shared/result.ts';
import { call } from '../../../api.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { closeWords } from '../../../words/carried.ts';
import { formProblems } from './carried-form.ts';
import { useFirstProblem } from './first-problem.ts';
import { LabelledField } from '../labelled-field.tsx';

type CloseDialogProps = {
  readonly profile: ContractProfile;
  readonly today: string;
  readonly items: readonly CarriedItem[];
  readonly close: () => void;
  readonly saved: (count: number) => void;
};

/** How the chosen items came to their end: returned, destroyed with the customer's consent, or never carried (附件2 第六条). */
export function CloseDialog(props: CloseDialogProps): ReactNode {
  const { profile, today, items, close, saved } = props;
  const id = useId();
  const [closing, setClosing] = useState<Closing>({ outcome: 'returned', on: today, method: '', handler: items[0]?.permission.carrier ?? '', witness: '', consent: '', note: '' });
  const { form, show } = useFirstProblem();
  const [hasTried, setHasTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const all = formProblems(closingSchema, closing);
  const problems = hasTried ? all : {};
  const { outcome } = closing;
  const set = (change: Partial<Closing>): void => setClosing({ ...closing, ...change });

  const save = async (): Promise<void> => {
    setHasTried(true);
    if (Object.keys(all).length > 0) return show();
    setIsBusy(true);
    const result = await call('carried.close', { items: items.map(({ id: item, revision }) => ({ id: item, revision })), closing });
    setIsBusy(false);
    if (result.ok) saved(result.value.length);
    else setFailure(result.error);
  };

  const choice = (field: 'method' | 'handler' | 'witness', label: string, offered: readonly string[]): ReactNode => (
    <LabelledField id={`${id}-${field}`} label={label} isRequired problem={problems[field]}>
      <AutoComplete id={`${id}-${field}`} className="wide" aria-describedby={`${id}-${field}-told`} value={closing[field]} options={offered.map((value) => ({ value }))} onChange={(text: string) => set({ [field]: text.slice(0, 200) })} />
    </LabelledField>
  );

  return (
    <Dialog title={closeWords.title(items.length)} isOpen close={close} width={640} confirm={{ text: closeWords.save, action: () => void save(), isBusy }}>
      <div ref={form} className="dialog-scroll carried-form">
        <ul className="carried-chosen">{items.map((item) => <li key={item.id}>{item.number}　{item.permission.title}　{item.permission.medium} {item.permission.mediumNumber}</li>)}</ul>
        <Radio.Group aria-label={closeWords.outcome} value={outcome} onChange={(event) => set({ outcome: event.target.value, method: '' })}>
          {(['returned', 'destroyed', 'void'] as const).map((value) => <Radio key={value} value={value}>{closeWords[value]}</Radio>)}
        </Radio.Group>
        <div className="carried-fields">
          <LabelledField id={`${id}-on`} label={closeWords.on} isRequired problem={problems['on']}>
            <DatePicker id={`${id}-on`} className="wide" allowClear={false} value={dayjs(`${closing.on}T12:00`)} onChange={(day) => set({ on: day?.format('YYYY-MM-DD') ?? closing.on })} />
          </LabelledField>
          {outcome === 'void' ? null : (
            <>
              {choice('method', closeWords.method[outcome], closeWords.methods[outcome])}
              {choice('handler', closeWords.handler, namesOfSide(profile, 'vendor'))}
              {choice('witness', closeWords.witness[outcome], namesOfSide(profile, 'client'))}
            </>
          )}
          {outcome === 'void' ? null : (
            <LabelledField id={`${id}-consent`} label={closeWords.consent} isRequired={outcome === 'destroyed'} isWide help={outcome === 'destroyed' ? closeWords.consentHelp : undefined} problem={problems['consent']}>
              <Input id={`${id}-consent`} value={closing.consent} maxLength={200} aria-describedby={`${id}-consent-told`} onChange={(event) => set({ consent: event.target.value })} />
            </LabelledField>
          )}
          <LabelledField id={`${id}-note`} label={closeWords.noteOf[outcome]} isRequired={outcome === 'void'} isWide problem={problems['note']}>
            <Input.TextArea id={`${id}-note`} autoSize={{ minRows: 1, maxRows: 4 }} value={closing.note} maxLength={500} aria-describedby={`${id}-note-told`} onChange={(event) => set({ note: event.target.value })} />
          </LabelledField>
        </div>
        {failure === undefined ? null : <Alert type="error" showIcon role="alert" title={failure.message} />}
      </div>
    </Dialog>
  );
}
