import { useEffect, useRef, useState, type ReactNode } from 'react';
import { EmptyView, LoadingView } from '../parts/state-views.tsx';
import { bytesOfBase64 } from '../state/file-bytes.ts';
import { previewWords } from '../words/preview.ts';
import { approximatePages } from './approximate-pages.ts';
import { pageStyles } from './page-styles.ts';

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** Pages wider than the view are made smaller as a whole; smaller ones stay as they are. */
function fit(root: ShadowRoot, room: number): void {
  const wrapper = root.querySelector<HTMLElement>('.docx-wrapper');
  if (wrapper === null) return;
  wrapper.style.zoom = '1';
  const widest = Math.max(0, ...[...root.querySelectorAll<HTMLElement>('section')].map((page) => page.offsetWidth));
  const margins = 32;
  if (widest > 0) wrapper.style.zoom = String(Math.min(1, (room - margins) / widest));
}

/** The document drawn by the window itself, at once, roughly like the paper. Its rules and the window's cannot reach each other. */
export function ApproximateView(props: { readonly base64: string }): ReactNode {
  const { base64 } = props;
  const host = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'drawing' | 'shown' | 'failed'>('drawing');

  useEffect(() => {
    const place = host.current;
    if (place === null) return;
    let isCurrent = true;
    const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
    const watch = new ResizeObserver(() => fit(root, place.clientWidth));
    setState('drawing');
    approximatePages(bytesOfBase64(base64), previewWords).then(
      ({ content, styles }) => {
        if (!isCurrent) return;
        // Constructed sheets need no nonce and end at this root.
        root.adoptedStyleSheets = [sheetOf(styles), sheetOf(pageStyles)];
        root.replaceChildren(content);
        watch.observe(place);
        setState('shown');
      },
      () => {
        if (isCurrent) setState('failed');
      },
    );
    return () => {
      isCurrent = false;
      watch.disconnect();
    };
  }, [base64]);

  return (
    <>
      {state === 'drawing' ? <LoadingView /> : null}
      {state === 'failed' ? <EmptyView text={previewWords.cannotShow} /> : null}
      <section className="approximate-pages" aria-label={previewWords.approximate} hidden={state !== 'shown'}><div ref={host} /></section>
    </>
  );
}
