import { useEffect, useRef, useState, type ReactNode } from 'react';
import { EmptyView, LoadingView } from '../../../parts/state-views.tsx';
import { PdfView } from '../../../preview/pdf-view.tsx';
import type { ScanQuality } from '../../../scans/scan-choices.ts';
import { base64OfFile } from '../../../state/file-bytes.ts';
import { scanTableWords } from '../../../words/sign-off.ts';
import { cutLine, type ScanLine } from './use-scan-table.ts';

type Shown = { readonly kind: 'pdf'; readonly base64: string } | { readonly kind: 'picture'; readonly address: string } | 'failed';

/** A scan as it will be kept: its own pages of the file, turned. Whoever keeps it has seen it. */
export function LinePreview(props: { readonly line: ScanLine; readonly quality: ScanQuality }): ReactNode {
  const { line, quality } = props;
  const { file, kind, from, to, turns } = line;
  const [shown, setShown] = useState<Shown>();

  useEffect(() => {
    let isCurrent = true;
    let address: string | undefined;
    const show = async (): Promise<void> => {
      const cut = await cutLine({ file, kind, from, to, turns }, quality);
      const base64 = cut !== undefined && kind === 'pdf' ? await base64OfFile(cut) : '';
      if (!isCurrent) return;
      if (cut === undefined) return setShown('failed');
      if (kind === 'pdf') return setShown({ kind, base64 });
      address = URL.createObjectURL(cut);
      setShown({ kind, address });
    };
    show().catch(() => { if (isCurrent) setShown('failed'); });
    return () => {
      isCurrent = false;
      if (address !== undefined) URL.revokeObjectURL(address);
    };
  }, [file, kind, from, to, turns, quality]);

  const place = useRef<HTMLDivElement>(null);
  // Below the last row of the table it would open out of sight.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);

  if (shown === undefined) return <LoadingView />;
  if (shown === 'failed') return <EmptyView text={scanTableWords.notMade} />;
  return <div ref={place} className="scan-preview">{shown.kind === 'pdf' ? <PdfView base64={shown.base64} /> : <img className="scan-picture" src={shown.address} alt={scanTableWords.pictureOf(file.name)} />}</div>;
}
