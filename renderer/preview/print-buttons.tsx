import { Alert, App, Button, Progress } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { PreviewDocument, PreviewOffice, PreviewTarget } from '../../shared/ipc/preview-channels.ts';
import { call } from '../api.ts';
import { DownloadIcon, FilePdfIcon, PrinterIcon } from '../parts/icons.tsx';
import { bytesOfBase64 } from '../state/file-bytes.ts';
import { saveDownload } from '../state/save-download.ts';
import { printWords } from '../words/print.ts';
import { previewWords } from '../words/preview.ts';
import type { PrintPages } from './print-pages.ts';

type PrintButtonsProps = {
  readonly target: PreviewTarget;
  readonly document: PreviewDocument;
  /** Whether the document shows all that the target asks for; otherwise the whole of it is still to be made. */
  readonly isWhole: boolean;
  readonly office: PreviewOffice | undefined;
  readonly isLooking: boolean;
};

type Work = { readonly step: 'converting' | 'drawing'; readonly done: number; readonly total: number };

/** Prints the exact pages through the system, and saves the document as Word (or Excel) and as PDF. */
export function PrintButtons(props: PrintButtonsProps): ReactNode {
  const { target, document: shown, isWhole, office, isLooking } = props;
  const { message } = App.useApp();
  const [work, setWork] = useState<Work>();
  const [isSaving, setIsSaving] = useState(false);
  const [needsOffice, setNeedsOffice] = useState(false);
  const running = useRef<{ readonly abort: AbortController; readonly ticket: string }>(undefined);
  const pages = useRef<PrintPages>(undefined);
  const stop = (): void => {
    const now = running.current;
    running.current = undefined;
    now?.abort.abort();
    if (now !== undefined) void call('preview.stop', { ticket: now.ticket });
  };
  useEffect(() => () => {
    stop();
    pages.current?.clear();
  }, []);

  const save = async (): Promise<void> => {
    if (isWhole) return saveDownload(shown.name, shown.base64);
    setIsSaving(true);
    const answer = await call('preview.document', { target });
    setIsSaving(false);
    if (answer.ok) saveDownload(answer.value.name, answer.value.base64);
    else message.error(answer.error.message);
  };

  /** The exact pages; undefined when they could not be had, which was said, or were not wanted any more. */
  const convert = async (program: PreviewOffice): Promise<string | undefined> => {
    const now = { abort: new AbortController(), ticket: crypto.randomUUID() };
    running.current = now;
    setWork({ step: 'converting', done: 0, total: 0 });
    const answer = await call('preview.pdf', { target, ticket: now.ticket, program: program.id });
    if (running.current !== now) return undefined;
    if (answer.ok) return answer.value.base64;
    message.error(answer.error.message);
    return undefined;
  };

  const savePdf = async (program: PreviewOffice): Promise<void> => {
    const base64 = await convert(program);
    setWork(undefined);
    // What is shown may be only the beginning of what is saved.
    const name = 'recordIds' in target ? printWords.nameOfAll(shown.name, target.recordIds.length) : shown.name;
    if (base64 !== undefined) saveDownload(name.replace(/\.[^.]+$/, '.pdf'), base64);
  };

  const print = async (program: PreviewOffice): Promise<void> => {
    const base64 = await convert(program);
    const now = running.current;
    if (base64 === undefined || now === undefined) return setWork(undefined);
    const { preparePrint, TooManyPages } = await import('./print-pages.ts');
    try {
      pages.current?.clear();
      pages.current = await preparePrint(bytesOfBase64(base64), (done, total) => setWork({ step: 'drawing', done, total }), now.abort.signal);
      // The pages stay until the next printing or the end of the preview: not every system says when its dialog has closed.
      pages.current?.print();
    } catch (error) {
      message.error(error instanceof TooManyPages ? printWords.tooMany(error.pages, error.most) : printWords.failed);
    }
    setWork(undefined);
  };

  return (
    <>
      <div className="preview-actions">
        <Button type="primary" icon={<PrinterIcon />} loading={work !== undefined || isLooking} onClick={() => (office === undefined ? setNeedsOffice(true) : void print(office))}>{printWords.print}</Button>
        <Button icon={<DownloadIcon />} loading={isSaving} onClick={() => void save()}>{previewWords.download}</Button>
        {office === undefined ? null : <Button icon={<FilePdfIcon />} disabled={work !== undefined} onClick={() => void savePdf(office)}>{printWords.savePdf}</Button>}
      </div>
      {work === undefined ? null : (
        <output className="print-work">
          {work.step === 'converting' ? <span>{printWords.converting(office?.name ?? '')}</span> : <><span>{printWords.drawing(work.done, work.total)}</span><Progress className="print-progress" size="small" percent={Math.round((work.done / Math.max(1, work.total)) * 100)} showInfo={false} aria-label={printWords.drawing(work.done, work.total)} /></>}
          <Button size="small" onClick={() => { stop(); setWork(undefined); }}>{printWords.stop}</Button>
        </output>
      )}
      {needsOffice ? (
        <Alert
          className="print-office"
          type="info"
          showIcon
          closable={{ onClose: () => setNeedsOffice(false) }}
          title={printWords.noOfficeTitle}
          description={shown.extension === 'xlsx' ? printWords.noOfficeSheet : printWords.noOfficeText}
          action={<Button size="small" type="primary" loading={isSaving} onClick={() => void save()}>{shown.extension === 'xlsx' ? printWords.saveSheet : printWords.saveWord}</Button>}
        />
      ) : null}
    </>
  );
}
