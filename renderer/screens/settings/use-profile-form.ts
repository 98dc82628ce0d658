import { App } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { Draft } from '../../../shared/ipc/draft-channels.ts';
import type { Failure } from '../../../shared/result.ts';
import { call } from '../../api.ts';
import type { DraftKeeper } from '../../forms/draft-keeper.ts';
import type { FormModel } from '../../forms/form-model.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { settingsWords } from '../../words/settings.ts';
import { mergeProfiles, withTheirs, type ProfileClash } from './merge-profile.ts';
import { createProfileForm, profileOf } from './profile-form.ts';
import { profileDraft, useProfileDraft, type ProfileDraft } from './use-profile-draft.ts';

/** The profile was saved elsewhere; these parts were changed on both sides. */
export type ProfileConflict = { readonly latest: Contract; readonly values: unknown; readonly clashes: readonly ProfileClash[] };

export type ProfileForm = {
  readonly model: FormModel;
  readonly keeper: DraftKeeper;
  readonly isSaving: boolean;
  readonly failure: Failure | undefined;
  /** Unsaved settings of an earlier time that wait for an answer. */
  readonly offered: ProfileDraft | undefined;
  readonly conflict: ProfileConflict | undefined;
  readonly save: () => Promise<void>;
  readonly resume: () => void;
  readonly discard: () => void;
  /** Takes their side at the chosen clashes and saves; undefined leaves everything as it is. */
  readonly settle: (theirs: readonly ProfileClash[] | undefined) => void;
};

/** The one form of a contract's settings: its state, saving with conflicts, and what was left unsaved. */
export function useProfileForm(contract: Contract, start: Draft | null, isReadOnly: boolean): ProfileForm {
  const { message } = App.useApp();
  const keep = useWorkspace((workspace) => workspace.keep);
  const [model] = useState(() => createProfileForm(contract.profile));
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [conflict, setConflict] = useState<ProfileConflict>();
  const [offered, setOffered] = useState(() => profileDraft(start));
  const base = useRef(contract);
  const keeper = useProfileDraft({ contract, model, baseRevision: () => base.current.revision, start, isActive: offered === undefined && !isReadOnly });

  return useMemo(() => {
    const rebase = (latest: Contract, values: unknown): void => {
      base.current = latest;
      model.getState().rebase(latest.profile, values);
    };
    const meet = async (): Promise<void> => {
      const listed = await call('contracts.list', {});
      if (!listed.ok) return setFailure(listed.error);
      const latest = listed.value.find(({ id }) => id === contract.id);
      if (latest === undefined) return;
      const { values, stored } = model.getState();
      const merged = mergeProfiles(stored, values, latest.profile);
      if (merged.clashes.length > 0) return setConflict({ latest, ...merged });
      rebase(latest, merged.values);
      message.info(settingsWords.merged);
      await save();
    };
    const save = async (): Promise<void> => {
      const profile = profileOf(model);
      if (profile === undefined) return model.getState().showAllProblems();
      setIsSaving(true);
      const saved = await call('contracts.save', { id: contract.id, profile, revision: base.current.revision });
      setIsSaving(false);
      if (!saved.ok) return saved.error.code === 'conflict' ? meet() : setFailure(saved.error);
      setFailure(undefined);
      base.current = saved.value;
      model.getState().settle(saved.value.profile);
      await keeper.drop();
      keep(saved.value);
      message.success(settingsWords.saved);
    };
    return {
      model, keeper, isSaving, failure, offered, conflict, save,
      resume: () => {
        if (offered === undefined) return;
        setOffered(undefined);
        // Parts that were saved since are newer than the draft unless the draft changed them.
        rebase(base.current, mergeProfiles(offered.base, offered.values, base.current.profile).values);
      },
      discard: () => {
        setOffered(undefined);
        model.getState().settle(base.current.profile);
        void keeper.drop();
      },
      settle: (theirs) => {
        setConflict(undefined);
        if (theirs === undefined || conflict === undefined) return;
        rebase(conflict.latest, withTheirs(conflict.values, theirs));
        void save();
      },
    };
  }, [contract.id, model, keeper, isSaving, failure, offered, conflict, keep, message]);
}
