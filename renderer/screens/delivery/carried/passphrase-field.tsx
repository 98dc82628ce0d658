import { Button, Checkbox, Input } from 'antd';
import { useId, type ReactNode } from 'react';
import { passphraseBytes, passphraseFrom, passphraseProblem } from '../../../../shared/carried/passphrase.ts';
import { CopyButton } from '../../../parts/copy-button.tsx';
import { PrinterIcon, ReloadIcon } from '../../../parts/icons.tsx';
import { passphraseFieldWords } from '../../../words/carried.ts';
import { LabelledField } from '../labelled-field.tsx';

/** The passphrase of one copy: offered or thought of, and whether the person has it on paper. */
export type PassphraseChoice = { readonly way: 'offered' | 'own'; readonly passphrase: string; readonly isKept: boolean };

/** Random bytes of the browser's own cryptographic source. */
export function offeredPassphrase(): PassphraseChoice {
  return { way: 'offered', passphrase: passphraseFrom(crypto.getRandomValues(new Uint8Array(passphraseBytes))), isKept: false };
}

export type PassphraseProblems = { readonly passphrase: string | undefined; readonly kept: string | undefined };

export function problemsOfChoice({ passphrase, isKept }: PassphraseChoice): PassphraseProblems {
  return { passphrase: passphraseProblem(passphrase), kept: isKept ? undefined : passphraseFieldWords.keptProblem };
}

type PassphraseFieldProps = {
  readonly value: PassphraseChoice;
  /** Shown once the person has tried to go on. */
  readonly problems: PassphraseProblems;
  readonly change: (value: PassphraseChoice) => void;
  readonly print: () => void;
};

/** A strong passphrase to copy or print, or one of the person's own. It is shown here and nowhere else, once. */
export function PassphraseField(props: PassphraseFieldProps): ReactNode {
  const { value, problems, change, print } = props;
  const id = useId();
  const isOffered = value.way === 'offered';
  return (
    <>
      <LabelledField id={id} label={passphraseFieldWords.label} isRequired isWide help={isOffered ? passphraseFieldWords.note : passphraseFieldWords.rule} problem={problems.passphrase}>
        <div className="passphrase-row">
          {isOffered
            ? <Input id={id} className="passphrase-text" value={value.passphrase} readOnly aria-describedby={`${id}-told`} />
            : <Input.Password id={id} className="passphrase-text" value={value.passphrase} autoComplete="new-password" maxLength={100} aria-describedby={`${id}-told`} onChange={(event) => change({ ...value, passphrase: event.target.value })} />}
          {isOffered ? <Button icon={<ReloadIcon />} onClick={() => change(offeredPassphrase())}>{passphraseFieldWords.renew}</Button> : null}
          {isOffered ? <CopyButton text={value.passphrase} label={passphraseFieldWords.copy} says={passphraseFieldWords.copied} /> : null}
          <Button icon={<PrinterIcon />} disabled={passphraseProblem(value.passphrase) !== undefined} onClick={print}>{passphraseFieldWords.print}</Button>
          <Button type="link" onClick={() => change(isOffered ? { way: 'own', passphrase: '', isKept: false } : offeredPassphrase())}>{isOffered ? passphraseFieldWords.own : passphraseFieldWords.offered}</Button>
        </div>
      </LabelledField>
      <div className="field field-wide">
        <Checkbox checked={value.isKept} onChange={(event) => change({ ...value, isKept: event.target.checked })}>{passphraseFieldWords.kept}</Checkbox>
        {problems.kept === undefined ? null : <div className="field-problem" role="alert">{problems.kept}</div>}
      </div>
    </>
  );
}
