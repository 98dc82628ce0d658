import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { EmptyView, LoadingView } from '../parts/state-views.tsx';
import { bytesOfBase64 } from '../state/file-bytes.ts';
import { previewWords } from '../words/preview.ts';
import { drawPage, openPdf, pageSize, type PdfPages } from './pdf-pages.ts';

/** An A4 page on the screen at its real size, and its height for every width before the page itself says so. */
const pageWidth = 794;
const a4 = { width: 595, height: 842 };

/** One page, drawn when it first comes near the view. */
function Page(props: { readonly pages: PDFDocumentProxy; readonly number: number }): ReactNode {
  const { pages, number } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState(a4);
  const [text, setText] = useState('');
  // A4 across is wider than upright; both keep the same scale.
  const width = (size.width / a4.width) * pageWidth;

  useEffect(() => {
    const place = canvas.current;
    if (place === null) return;
    let isCurrent = true;
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      void pageSize(pages, number).then(async (found) => {
        if (!isCurrent) return;
        setSize(found);
        const words = await drawPage(pages, number, place, (found.width / a4.width) * pageWidth);
        if (isCurrent) setText(words);
      });
    }, { rootMargin: '800px' });
    watch.observe(place);
    return () => {
      isCurrent = false;
      watch.disconnect();
    };
  }, [pages, number]);

  return (
    <li>
      <canvas ref={canvas} style={{ width, aspectRatio: `${size.width} / ${size.height}` }} aria-hidden />
      <p className="unseen">{text}</p>
      <div className="pdf-page-number">{previewWords.pageOf(number, pages.numPages)}</div>
    </li>
  );
}

/** The pages of a PDF, one below the other. */
export function PdfView(props: { readonly base64: string }): ReactNode {
  const { base64 } = props;
  const [opened, setOpened] = useState<PdfPages | 'failed'>();

  useEffect(() => {
    let isCurrent = true;
    let close = (): void => undefined;
    openPdf(bytesOfBase64(base64)).then(
      (pdf) => {
        if (!isCurrent) return pdf.close();
        close = pdf.close;
        setOpened(pdf);
      },
      () => {
        if (isCurrent) setOpened('failed');
      },
    );
    return () => {
      isCurrent = false;
      close();
    };
  }, [base64]);

  if (opened === undefined) return <LoadingView />;
  if (opened === 'failed') return <EmptyView text={previewWords.cannotShowPdf} />;
  return (
    <ol className="pdf-pages" aria-label={previewWords.exact}>
      {Array.from({ length: opened.pages.numPages }, (_, index) => <Page key={index} pages={opened.pages} number={index + 1} />)}
    </ol>
  );
}
