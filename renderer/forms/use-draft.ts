import { useEffect, useState } from 'react';
import type { KindName } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { hasFilesOnTheWay, hasUnkeptFiles, keepFiles, keptFiles } from '../attachments/kept-files.ts';
import { useWaitingFiles } from '../attachments/waiting-files.ts';
import { call } from '../api.ts';
import { useAsk } from '../parts/use-ask.ts';
import { draftLabel, type DraftContent } from './draft-content.ts';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper.ts';
import type { FormModel } from './form-model.ts';
import { keepBeforeLeaving } from './keep-before-leaving.ts';
import type { RecordValues } from './record-values.ts';

/** Which draft a form keeps itself in. */
export type DraftPlace = { readonly contractId: string; readonly key: string; readonly kind: KindName };

type DraftOptions = DraftPlace & {
  readonly model: FormModel;
  readonly closes: DraftContent['closes'];
  /** The stored record that the form builds on now. */
  readonly base: () => AnyRecord | undefined;
  /** Of the draft that the form begins with. */
  readonly version: number;
  readonly keptAt: string | undefined;
  /** False while a form only shows what is stored. */
  readonly isActive: boolean;
};

/** So many characters a page that goes can still send for certain. */
const certainLength = 20_000;

function contentOf({ key, model, closes }: DraftOptions): DraftContent {
  const { values, stored } = model.getState();
  // Forms of records are created with RecordValues and change them only by path.
  return { form: 1, values: values as DraftContent['values'], base: stored as DraftContent['values'], files: keptFiles(key), ...(closes === undefined ? {} : { closes }) };
}

function makeKeeper(options: DraftOptions): DraftKeeper {
  const { contractId, key, kind, base, version, keptAt } = options;
  // A draft whose files could not follow it is kept all the same: the next attempt must not take it for another window's.
  let latest = 0;
  return createDraftKeeper({
    keep: async (seen) => {
      const content = contentOf(options);
      const record = base();
      const result = await call('drafts.keep', {
        contractId,
        key,
        kind,
        label: draftLabel(kind, content.values as RecordValues, record),
        content,
        files: content.files.map(({ sha256 }) => sha256),
        ...(record === undefined ? {} : { recordId: record.id, baseRevision: record.revision }),
        ...(seen === undefined ? {} : { seen: Math.max(seen, latest) }),
      }, document.visibilityState === 'hidden');
      if (!result.ok) return result;
      latest = result.value.version;
      if (!hasUnkeptFiles(key)) return result;
      const failure = await keepFiles({ contractId, key });
      return failure === undefined ? result : { ok: false, error: failure };
    },
    drop: () => {
      latest = 0;
      return call('drafts.drop', { contractId, key });
    },
    setTimer: (act, wait) => window.setTimeout(act, wait),
    clearTimer: (timer) => window.clearTimeout(timer),
  }, version, keptAt);
}

/** What a window would lose by going now. */
function isAtRisk(keeper: DraftKeeper, model: FormModel): boolean {
  const { state } = keeper.store.getState();
  if (!model.getState().isDirty || state === 'kept') return false;
  return state !== 'waiting' || JSON.stringify(model.getState().values).length > certainLength;
}

/**
 * Keeps the unsaved input of a form in the core while it is typed, and when the window loses the focus, is hidden or goes. Leaving the
 * form is silent when everything is kept; only when the core could not be reached does it ask.
 */
export function useDraft(options: DraftOptions): DraftKeeper {
  const { key, model, isActive } = options;
  const ask = useAsk();
  const [keeper] = useState(() => makeKeeper(options));

  useEffect(() => {
    if (!isActive) return;
    const stopFiles = useWaitingFiles.subscribe((state, before) => {
      const files = state.places[key]?.files;
      if (files === before.places[key]?.files) return;
      model.getState().holdMore(files !== undefined && files.length > 0);
      keeper.keepingFiles(hasFilesOnTheWay(key));
      if (model.getState().isDirty) keeper.changed();
    });
    // A record's form is another one at every other place.
    const stopKeeping = keepBeforeLeaving({ model, keeper, ask, isAtRisk: () => isAtRisk(keeper, model), stays: () => false });
    return () => {
      stopFiles();
      stopKeeping();
    };
  }, [key, model, keeper, isActive, ask]);

  return keeper;
}
