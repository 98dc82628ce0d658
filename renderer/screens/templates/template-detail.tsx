import { Alert, App, Button, Select, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { subjectTitle, templateSubjects, type TemplateSubject } from '../../../shared/deliverables/template-subject.ts';
import type { TemplateDetail, TemplateInfo } from '../../../shared/ipc/template-channels.ts';
import { call } from '../../api.ts';
import { historyInstant } from '../../forms/history-text.ts';
import { DropZone } from '../../parts/drop-zone.tsx';
import { FileChoice } from '../../parts/file-button.tsx';
import { Hint } from '../../parts/hint.tsx';
import { CloseIcon, DownloadIcon, EyeIcon, HistoryIcon, UploadIcon } from '../../parts/icons.tsx';
import { FailureView, LoadingView } from '../../parts/state-views.tsx';
import { PreviewDialog } from '../../preview/preview-dialog.tsx';
import { goTo } from '../../state/navigation.ts';
import { saveDownload } from '../../state/save-download.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useShortcut } from '../../state/use-shortcut.ts';
import { useIsReadOnly } from '../../state/workspace.ts';
import { failureTitle } from '../../words/errors.ts';
import { templateWords } from '../../words/templates.ts';
import { FaultList } from './fault-list.tsx';
import { OfferedFileDialog } from './offered-file-dialog.tsx';
import { TagList } from './tag-list.tsx';
import { tagParts } from './tag-tree.ts';
import { templateHeading, usesOf } from './template-list.tsx';
import { useExchange, type Exchange } from './use-exchange.ts';

const subjectOptions = templateSubjects.map((subject) => ({ value: subject, label: subjectTitle(subject) }));

type DetailProps = { readonly contractId: string; readonly name: string; readonly prefix: string; readonly version: number; readonly changed: () => void };

function Actions(props: { readonly info: TemplateInfo; readonly exchange: Exchange; readonly preview: () => void }): ReactNode {
  const { info, exchange, preview } = props;
  const isReadOnly = useIsReadOnly();
  const { message } = App.useApp();
  const download = async (origin: TemplateInfo['origin']): Promise<void> => {
    const file = await call('templates.read', { name: info.name, origin });
    if (file.ok) saveDownload(file.value.name, file.value.base64);
    else message.error(file.error.message);
  };
  const isExchanged = info.origin === 'own' && info.hasShipped;
  return (
    <div className="template-actions">
      <Hint text={templateWords.preview} keys="Alt+P"><Button icon={<EyeIcon />} onClick={preview}>{templateWords.preview}</Button></Hint>
      <Button icon={<DownloadIcon />} onClick={() => void download(info.origin)}>{templateWords.exportCopy}</Button>
      <FileChoice label={templateWords.replace} type="primary" icon={<UploadIcon />} accept={info.name.slice(info.name.lastIndexOf('.'))} isBusy={exchange.isBusy} isDisabled={isReadOnly} chosen={(file) => void exchange.offer(file)} />
      {isExchanged ? <Button icon={<HistoryIcon />} disabled={exchange.isBusy || isReadOnly} onClick={() => void exchange.restore()}>{templateWords.restore}</Button> : null}
      {isExchanged ? <Button type="link" icon={<DownloadIcon />} onClick={() => void download('shipped')}>{templateWords.exportShipped}</Button> : null}
    </div>
  );
}

function Uses(props: { readonly info: TemplateInfo; readonly prefix: string }): ReactNode {
  const uses = usesOf(props.info, props.prefix);
  return (
    <section className="panel" aria-label={templateWords.uses}>
      <h2>{templateWords.uses}</h2>
      {uses.length === 0 ? <p className="muted">{templateWords.noUse}</p> : <ul className="template-uses">{uses.map((use) => <li key={use}>{use}</li>)}</ul>}
      <Button type="link" size="small" onClick={() => void goTo({ screen: 'settings', section: 'deliverables' })}>{templateWords.changeUse}</Button>
    </section>
  );
}

function Facts(props: { readonly detail: TemplateDetail; readonly exchange: Exchange }): ReactNode {
  const { tags, unused, earlier } = props.detail;
  const isReadOnly = useIsReadOnly();
  return (
    <section className="panel" aria-label={templateWords.tags(tags.length)}>
      <h2>{templateWords.tags(tags.length)}</h2>
      {tags.length === 0 ? <p className="muted">{templateWords.noTags}</p> : <TagList parts={tagParts(tags)} />}
      {unused.length === 0 ? null : (
        <details>
          <summary>{templateWords.unusedTags(unused.length)}</summary>
          <p className="muted">{templateWords.unusedNote}</p>
          <p className="template-unused">{unused.map((label) => <code key={label}>{`{${label}}`}</code>)}</p>
        </details>
      )}
      {earlier.length === 0 ? null : (
        <details>
          <summary>{templateWords.earlier(earlier.length)}</summary>
          <ul className="template-earlier">
            {earlier.map(({ backup, setAsideAt }) => (
              <li key={backup}>
                {templateWords.earlierAt(historyInstant(setAsideAt))}
                <Button size="small" disabled={props.exchange.isBusy || isReadOnly} onClick={() => void props.exchange.bringBack(backup)}>{templateWords.bringBack}</Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** One template: whether it is sound, what it prints, and its exchange for the customer's own form. */
export function TemplateDetailPanel(props: DetailProps): ReactNode {
  const { contractId, name, prefix, version, changed } = props;
  const [chosen, setChosen] = useState<TemplateSubject>();
  const [isPreviewed, setIsPreviewed] = useState(false);
  const answer = useAnswer('templates.inspect', { contractId, name, ...(chosen === undefined ? {} : { subject: chosen }) }, version);
  const info = answer.state === 'ready' ? answer.value.info : undefined;
  const exchange = useExchange(contractId, info ?? { name, hasShipped: false }, changed);
  const isReadOnly = useIsReadOnly();
  const close = (): void => void goTo({ screen: 'templates' });
  useShortcut('Escape', close);
  useShortcut('Alt+P', () => setIsPreviewed(true), info !== undefined);
  const drop = (file: File): void => {
    if (info !== undefined && !isReadOnly) void exchange.offer(file);
  };

  if (answer.state === 'loading') return <div className="template-detail"><LoadingView /></div>;
  if (answer.state === 'error') return <div className="template-detail"><FailureView failure={answer.failure} retry={answer.reload} /></div>;
  const { origin, problems, doubts, subject } = answer.value.info;
  const title = templateHeading(answer.value.info, prefix);
  return (
    <DropZone className="template-detail" overClassName="template-over" dropped={drop}>
      <section aria-label={templateWords.detailOf(title)} aria-busy={answer.isStale}>
        <header className="template-head">
          <div>
            <div className="template-name"><h2>{title}</h2>{origin === 'own' ? <Tag color="blue">{templateWords.own}</Tag> : <Tag>{templateWords.shipped}</Tag>}</div>
            <span className="template-file">{name}</span>
          </div>
          <Hint text={templateWords.close} keys="Esc"><Button type="text" icon={<CloseIcon />} aria-label={templateWords.close} onClick={close} /></Hint>
        </header>
        <Actions info={answer.value.info} exchange={exchange} preview={() => setIsPreviewed(true)} />
        {isReadOnly ? null : <p className="muted">{templateWords.replaceNote}</p>}
        {exchange.failure === undefined ? null : <Alert type="error" showIcon title={failureTitle(exchange.failure.code)} description={exchange.failure.message} />}
        {exchange.note === undefined ? null : (
          <Alert type="success" showIcon title={exchange.note.text} action={exchange.note.undo === undefined ? undefined : <Button size="small" disabled={exchange.isBusy} onClick={() => void exchange.note?.undo?.()}>{templateWords.undo}</Button>} />
        )}
        <section className="panel" aria-label={templateWords.checkTitle}>
          <h2>{templateWords.checkTitle}</h2>
          {subject === undefined ? (
            <>
              <p className="muted">{templateWords.subjectNote}</p>
              <Select aria-label={templateWords.subject} placeholder={templateWords.subject} className="template-subject" options={subjectOptions} {...(chosen === undefined ? {} : { value: chosen })} onChange={setChosen} />
            </>
          ) : null}
          <FaultList problems={problems} doubts={doubts} />
        </section>
        <Uses info={answer.value.info} prefix={prefix} />
        <Facts detail={answer.value} exchange={exchange} />
        <OfferedFileDialog exchange={exchange} />
        <PreviewDialog name={title} target={isPreviewed ? { contractId, template: name, ...(chosen === undefined ? {} : { subject: chosen }) } : undefined} titlePrefix={prefix} close={() => setIsPreviewed(false)} />
      </section>
    </DropZone>
  );
}
