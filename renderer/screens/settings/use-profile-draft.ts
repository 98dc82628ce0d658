import { useEffect, useState } from 'react';
import { z } from 'zod';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { Draft } from '../../../shared/ipc/draft-channels.ts';
import { call } from '../../api.ts';
import { createDraftKeeper, type DraftKeeper } from '../../forms/draft-keeper.ts';
import type { FormModel } from '../../forms/form-model.ts';
import { keepBeforeLeaving } from '../../forms/keep-before-leaving.ts';
import { useAsk } from '../../parts/use-ask.ts';
import type { Route } from '../../state/route.ts';
import { settingsWords } from '../../words/settings.ts';
import { settingsPages } from './settings-pages.tsx';

/** The key of the one draft that the settings of a contract have. */
export const profileDraftKey = 'profile';

const contentSchema = z.object({ form: z.literal('profile'), values: z.record(z.string(), z.unknown()), base: z.record(z.string(), z.unknown()) });

export type ProfileDraft = { readonly draft: Draft; readonly values: unknown; readonly base: unknown };

/** The unsaved settings of an earlier time; undefined for a draft that is none of this form. */
export function profileDraft(draft: Draft | null): ProfileDraft | undefined {
  const content = contentSchema.safeParse(draft?.content);
  return draft === null || !content.success ? undefined : { draft, values: content.data.values, base: content.data.base };
}

type DraftOptions = { readonly contract: Contract; readonly model: FormModel; readonly baseRevision: () => number; readonly start: Draft | null; readonly isActive: boolean };

function makeKeeper({ contract, model, baseRevision, start }: DraftOptions): DraftKeeper {
  return createDraftKeeper({
    keep: (seen) => {
      const { values, stored } = model.getState();
      return call('drafts.keep', {
        contractId: contract.id, key: profileDraftKey, kind: profileDraftKey, label: settingsWords.title, baseRevision: baseRevision(),
        // The form of a profile holds nothing but what JSON can say.
        content: { form: 'profile', values, base: stored } as Parameters<typeof call<'drafts.keep'>>[1]['content'],
        ...(seen === undefined ? {} : { seen }),
      }, document.visibilityState === 'hidden');
    },
    drop: () => call('drafts.drop', { contractId: contract.id, key: profileDraftKey }),
    setTimer: (act, wait) => window.setTimeout(act, wait),
    clearTimer: (timer) => window.clearTimeout(timer),
  }, start?.version ?? 0, start?.updatedAt);
}

/** The form stays while a person goes from one section of fields to another. */
function showsForm(target: Route): boolean {
  return target.screen === 'settings' && settingsPages.every(({ id }) => id !== target.section);
}

/** Keeps unsaved settings while they are typed; leaving is silent when they are kept, and asks when the core could not be reached. */
export function useProfileDraft(options: DraftOptions): DraftKeeper {
  const { model, isActive } = options;
  const ask = useAsk();
  const [keeper] = useState(() => makeKeeper(options));

  useEffect(() => {
    if (!isActive) return;
    const isAtRisk = (): boolean => model.getState().isDirty && keeper.store.getState().state !== 'kept';
    return keepBeforeLeaving({ model, keeper, ask, isAtRisk, stays: showsForm });
  }, [model, keeper, isActive, ask]);

  return keeper;
}
