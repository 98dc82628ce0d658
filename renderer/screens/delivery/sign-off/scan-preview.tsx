import type { ReactNode } from 'react';
import { FailureView, LoadingView } from '../../../parts/state-views.tsx';
import { PdfView } from '../../../preview/pdf-view.tsx';
import { useAnswer } from '../../../state/use-answer.ts';

/** A kept scan, to be looked at. */
export function ScanPreview(props: { readonly contractId: string; readonly deliverable: string; readonly scope: string; readonly sha256: string }): ReactNode {
  const scan = useAnswer('signOff.readScan', props);
  if (scan.state === 'loading') return <LoadingView />;
  if (scan.state === 'error') return <FailureView failure={scan.failure} retry={scan.reload} />;
  const { name, mediaType, base64 } = scan.value;
  return <div className="scan-preview">{mediaType === 'application/pdf' ? <PdfView base64={base64} /> : <img className="scan-picture" src={`data:${mediaType};base64,${base64}`} alt={name} />}</div>;
}
