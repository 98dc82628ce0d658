import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { carriedContentTitles, carriedStateTitles, type CarriedItem } from '../../../../shared/carried/carried-item.ts';
import type { Failure } from '../../../../shared/result.ts';
import { call } from '../../../api.ts';
import { writtenInstant, writtenSize } from '../../../data/data-text.ts';
import { CopyButton } from '../../../parts/copy-button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { useAsk } from '../../../parts/use-ask.ts';
import { carriedDetailWords, carriedFieldWords, carriedWords } from '../../../words/carried.ts';
import { CarriedStateTag } from './inventory-table.tsx';

type DetailDialogProps = {
  readonly item: CarriedItem;
  readonly today: string;
  readonly isReadOnly: boolean;
  readonly close: () => void;
  readonly edit: () => void;
  readonly end: () => void;
  readonly reopened: () => void;
};

/** What is known of one item, in the order of what happened to it. */
function factsOf({ permission, content, file, openReason, closing, isEncrypted, madeAt, madeBy, state }: CarriedItem): readonly (readonly [string, string])[] {
  return [
    [carriedFieldWords.title, `${permission.title}（${carriedContentTitles[content]}）`],
    [carriedFieldWords.medium, `${permission.medium} ${permission.mediumNumber}`],
    [carriedWords.carrier, carriedWords.takenTo(permission.carrier, permission.recipient)],
    [carriedDetailWords.purpose, permission.purpose],
    [carriedDetailWords.permission, carriedDetailWords.allowed(permission.allowedBy, permission.allowedOn, permission.permit)],
    [carriedWords.days, carriedWords.span(permission.takenOn, permission.dueOn)],
    ...(file === undefined ? [] : [[carriedDetailWords.file, carriedDetailWords.fileText(file.name, file.files, writtenSize(file.bytes))] as const]),
    ...(isEncrypted ? [[carriedWords.encryption, carriedWords.encrypted] as const] : [[carriedDetailWords.openReason, openReason] as const]),
    ...(closing === undefined ? [] : [
      [carriedDetailWords.closing, carriedDetailWords.closingText(carriedStateTitles[state], closing.on, closing.method)],
      [carriedDetailWords.people, [closing.handler, closing.witness].filter((name) => name !== '').join('，')],
      [carriedDetailWords.consent, closing.consent],
      [carriedDetailWords.note, closing.note],
    ] as const),
    [carriedDetailWords.made, `${writtenInstant(madeAt)}，${madeBy}`],
  ];
}

/** One carried item whole, with what can still be done with it. */
export function DetailDialog(props: DetailDialogProps): ReactNode {
  const { item, today, isReadOnly, close, edit, end, reopened } = props;
  const ask = useAsk();
  const [failure, setFailure] = useState<Failure>();

  const reopen = async (): Promise<void> => {
    if (!(await ask({ title: carriedDetailWords.reopen, text: carriedDetailWords.reopenText, confirm: carriedDetailWords.reopen, isDangerous: true }))) return;
    const result = await call('carried.reopen', { id: item.id, revision: item.revision });
    if (result.ok) reopened();
    else setFailure(result.error);
  };

  return (
    <Dialog title={carriedDetailWords.title(item.number)} isOpen close={close} width={640}>
      <div className="dialog-scroll carried-form">
        <p><CarriedStateTag item={item} today={today} /></p>
        <dl className="carried-facts">
          {factsOf(item).filter(([, text]) => text.trim() !== '').map(([name, text]) => <div key={name}><dt>{name}</dt><dd>{text}</dd></div>)}
          {item.file === undefined ? null : <div><dt>{carriedDetailWords.digest}</dt><dd><code>{item.file.sha256}</code><CopyButton text={item.file.sha256} label={carriedDetailWords.digest} /></dd></div>}
        </dl>
        {failure === undefined ? null : <Alert type="error" showIcon role="alert" title={failure.message} />}
        {isReadOnly ? null : (
          <div className="carried-actions">
            {item.state === 'out' ? <><Button type="primary" onClick={end}>{carriedDetailWords.close}</Button><Button onClick={edit}>{carriedDetailWords.edit}</Button></> : <Button danger onClick={() => void reopen()}>{carriedDetailWords.reopen}</Button>}
          </div>
        )}
      </div>
    </Dialog>
  );
}
