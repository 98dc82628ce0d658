import { Alert, Button, Input, type InputRef } from 'antd';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { passphraseWords } from '../words/carried.ts';

type PassphrasePromptProps = {
  /** What came of the passphrase given last. */
  readonly problem: string | undefined;
  readonly isBusy: boolean;
  readonly confirm: string;
  readonly submit: (passphrase: string) => void;
};

/** Asks for the passphrase of something encrypted. It is kept in the memory of this window for as long as the dialog is open, nowhere else. */
export function PassphrasePrompt(props: PassphrasePromptProps): ReactNode {
  const { problem, isBusy, confirm, submit } = props;
  const id = useId();
  const [passphrase, setPassphrase] = useState('');
  const input = useRef<InputRef>(null);

  useEffect(() => input.current?.focus(), [problem]);

  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (passphrase !== '') submit(passphrase);
  };

  return (
    <form className="passphrase-prompt" onSubmit={send}>
      <p>{passphraseWords.askNote}</p>
      <label htmlFor={id}>{passphraseWords.ask}</label>
      <div className="place-row">
        <Input.Password ref={input} id={id} value={passphrase} onChange={(event) => setPassphrase(event.target.value)} autoComplete="off" aria-describedby={problem === undefined ? undefined : `${id}-problem`} />
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={passphrase === ''}>{confirm}</Button>
      </div>
      {problem === undefined ? null : <Alert id={`${id}-problem`} type="error" showIcon title={problem} />}
    </form>
  );
}
