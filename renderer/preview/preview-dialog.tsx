import { lazy, Suspense, type ReactNode } from 'react';
import type { PreviewTarget } from '../../shared/ipc/preview-channels.ts';
import { Dialog } from '../parts/dialog.tsx';
import { LoadingView } from '../parts/state-views.tsx';
import { previewWords } from '../words/preview.ts';

const PreviewContent = lazy(() => import('./preview-content.tsx').then((module) => ({ default: module.PreviewContent })));

type PreviewDialogProps = {
  /** Number or name of what is looked at. */
  readonly name: string;
  readonly target: PreviewTarget | undefined;
  /** What all titles of the contract begin with, and no list needs to repeat. */
  readonly titlePrefix: string;
  /** Whether somebody is changing it right now. */
  readonly isUnsaved?: boolean;
  readonly close: () => void;
};

/** A document in front of the window; open while there is a target. What it needs is loaded when it is first opened. */
export function PreviewDialog(props: PreviewDialogProps): ReactNode {
  const { name, target, titlePrefix, isUnsaved, close } = props;
  return (
    <Dialog title={previewWords.previewOf(name)} isOpen={target !== undefined} close={close} width="min(1240px, 96vw)">
      {target === undefined ? null : (
        <div className="preview">
          <Suspense fallback={<LoadingView />}><PreviewContent target={target} titlePrefix={titlePrefix} isUnsaved={isUnsaved ?? false} /></Suspense>
        </div>
      )}
    </Dialog>
  );
}
