import { Alert, Button } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { Draft } from '../../../shared/ipc/draft-channels.ts';
import { DraftOffer, OtherWindowNote } from '../../forms/draft-notes.tsx';
import { DraftStatus } from '../../forms/draft-status.tsx';
import { FormContext } from '../../forms/form-context.ts';
import { useUndoKeys } from '../../forms/use-undo-keys.ts';
import { Hint } from '../../parts/hint.tsx';
import { SaveIcon } from '../../parts/icons.tsx';
import { FailureView, LoadingView } from '../../parts/state-views.tsx';
import { useAnswer } from '../../state/use-answer.ts';
import { useShortcut } from '../../state/use-shortcut.ts';
import { useIsReadOnly } from '../../state/workspace.ts';
import { failureTitle } from '../../words/errors.ts';
import { settingsWords } from '../../words/settings.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { ProfileProblems } from './profile-problems.tsx';
import { SectionView } from './section-view.tsx';
import { profileDraftKey } from './use-profile-draft.ts';
import { useProfileForm } from './use-profile-form.ts';

type FormProps = { readonly contract: Contract; readonly section: string; readonly draft: Draft | null; readonly reload: () => void };

function ProfileForm(props: FormProps): ReactNode {
  const { contract, section, draft, reload } = props;
  const isReadOnly = useIsReadOnly();
  const { model, keeper, isSaving, failure, offered, conflict, save, resume, discard, settle } = useProfileForm(contract, draft, isReadOnly);
  const isDirty = useStore(model, (state) => state.isDirty);
  const scope = useMemo(() => ({ model, isDisabled: isReadOnly }), [model, isReadOnly]);
  // Without changes the keys do nothing, rather than what the browser would do.
  useShortcut('Ctrl+S', () => void (isDirty && !isSaving ? save() : undefined), !isReadOnly);
  useUndoKeys(model, !isReadOnly);

  return (
    <FormContext value={scope}>
      <div className="settings-form">
        {offered === undefined || isReadOnly ? null : <DraftOffer draft={offered.draft} isBlocking={false} resume={resume} discard={discard} />}
        <OtherWindowNote keeper={keeper} reload={reload} />
        <ProfileProblems model={model} />
        {failure === undefined ? null : <Alert type="error" showIcon title={failureTitle(failure.code)} description={failure.message} />}
        <SectionView contract={contract} section={section} />
        {isReadOnly ? null : (
          <footer className="settings-foot">
            <Hint text={settingsWords.save} keys="Ctrl+S"><Button type="primary" icon={<SaveIcon />} loading={isSaving} disabled={!isDirty} onClick={() => void save()}>{settingsWords.save}</Button></Hint>
            {isDirty ? <span>{settingsWords.unsaved}</span> : null}
            <DraftStatus keeper={keeper} discard={discard} />
          </footer>
        )}
        {conflict === undefined ? null : <ConflictDialog conflict={conflict} settle={settle} />}
      </div>
    </FormContext>
  );
}

/** The fields of the profile, with what was left unsaved last time. */
export function ProfileSection(props: { readonly contract: Contract; readonly section: string }): ReactNode {
  const { contract, section } = props;
  const kept = useAnswer('drafts.get', { contractId: contract.id, key: profileDraftKey });
  if (kept.state === 'loading') return <LoadingView />;
  if (kept.state === 'error') return <FailureView failure={kept.failure} retry={kept.reload} />;
  return <ProfileForm key={kept.value?.version ?? 0} contract={contract} section={section} draft={kept.value} reload={kept.reload} />;
}
