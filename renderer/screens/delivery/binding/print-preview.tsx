import { lazy, Suspense, type ReactNode } from 'react';
import type { PrintEntry } from '../../../../shared/ipc/print-channels.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { ScrollRegion } from '../../../parts/scroll-region.tsx';
import { FailureView, LoadingView } from '../../../parts/state-views.tsx';
import { useAnswer } from '../../../state/use-answer.ts';
import { bindingPrintWords } from '../../../words/binding-print.ts';

const PdfView = lazy(() => import('../../../preview/pdf-view.tsx').then((module) => ({ default: module.PdfView })));

function Pages(props: { readonly contractId: string; readonly entry: PrintEntry }): ReactNode {
  const { contractId, entry } = props;
  const file = useAnswer('print.read', { contractId, key: entry.key });
  if (file.state === 'loading') return <LoadingView />;
  if (file.state === 'error') return <FailureView failure={file.failure} retry={file.reload} />;
  return <Suspense fallback={<LoadingView />}><PdfView base64={file.value.base64} /></Suspense>;
}

/** The pages of a bound file as they will be printed; drawn as they come into view. */
export function PrintPreview(props: { readonly contractId: string; readonly entry: PrintEntry | undefined; readonly close: () => void }): ReactNode {
  const { contractId, entry, close } = props;
  return (
    <Dialog title={entry === undefined ? '' : bindingPrintWords.previewOf(entry.title)} isOpen={entry !== undefined} close={close} width="min(960px, 96vw)">
      {entry === undefined ? null : <ScrollRegion label={entry.title} className="preview print-preview"><Pages contractId={contractId} entry={entry} /></ScrollRegion>}
    </Dialog>
  );
}
