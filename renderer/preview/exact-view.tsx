import { Spin } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { ChannelOutput } from '../../shared/ipc/contract.ts';
import type { PreviewOffice, PreviewTarget } from '../../shared/ipc/preview-channels.ts';
import type { Failure } from '../../shared/result.ts';
import { call } from '../api.ts';
import { FailureView } from '../parts/state-views.tsx';
import { previewWords } from '../words/preview.ts';
import { PdfView } from './pdf-view.tsx';

type Pages = ChannelOutput<'preview.pdf'>;

/** The pages as an office program of this computer lays them out. Going away stops its work. */
export function ExactView(props: { readonly target: PreviewTarget; readonly office: PreviewOffice }): ReactNode {
  const { target, office } = props;
  const [answer, setAnswer] = useState<{ readonly pages?: Pages; readonly failure?: Failure }>({});
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify(target);

  useEffect(() => {
    const ticket = crypto.randomUUID();
    let isCurrent = true;
    let isDone = false;
    setAnswer({});
    void call('preview.pdf', { target, ticket, program: office.id }).then((result) => {
      isDone = true;
      if (isCurrent) setAnswer(result.ok ? { pages: result.value } : { failure: result.error });
    });
    return () => {
      isCurrent = false;
      if (!isDone) void call('preview.stop', { ticket });
    };
    // `key` stands for the target, whose identity changes on every render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, office.id, attempt]);

  if (answer.failure !== undefined) return <FailureView failure={answer.failure} retry={() => setAttempt((count) => count + 1)} />;
  if (answer.pages === undefined) return <output className="preview-wait"><Spin /> {previewWords.converting(office.name)}</output>;
  return <PdfView base64={answer.pages.base64} />;
}
