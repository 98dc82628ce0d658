import { SaveIcon } from '../../parts/icons.tsx';
import { Alert, App, Button } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { Failure } from '../../../shared/result.ts';
import { call } from '../../api.ts';
import { FormContext } from '../../forms/form-context.ts';
import { FormField } from '../../forms/form-field.tsx';
import { useUnsavedGuard } from '../../forms/use-unsaved-guard.ts';
import { Hint } from '../../parts/hint.tsx';
import { Page } from '../../parts/page.tsx';
import { openQuestions } from '../../state/answer-question.ts';
import type { Route } from '../../state/route.ts';
import { useShortcut } from '../../state/use-shortcut.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { settingsWords } from '../../words/settings.ts';
import { CalendarSection } from './calendar-section.tsx';
import { createProfileForm, profileOf } from './profile-form.ts';
import { ProfileProblems } from './profile-problems.tsx';
import { settingsSections, type SettingsBlock } from './sections.ts';
import { SettingsMenu } from './settings-menu.tsx';
import { settingsPages } from './settings-pages.tsx';

function Blocks(props: { readonly blocks: readonly SettingsBlock[] }): ReactNode {
  return props.blocks.map((block) => (
    <fieldset key={block.title} className="form-section">
      <legend>{block.title}</legend>
      <div className="form-grid">{block.fields.map(({ path, definition, isDouble }) => <FormField key={path.join('.')} path={path} definition={definition} hidesLabel={definition.label === block.title} isDouble={isDouble ?? false} />)}</div>
    </fieldset>
  ));
}

/** The form holds all sections but those that are pages of their own, which save themselves. */
function showsForm(target: Route): boolean {
  return target.screen === 'settings' && settingsPages.every(({ id }) => id !== target.section);
}

function ProfileForm(props: { readonly contract: Contract; readonly section: string }): ReactNode {
  const { contract, section } = props;
  const { message } = App.useApp();
  const keep = useWorkspace((workspace) => workspace.keep);
  const [model] = useState(() => createProfileForm(contract.profile));
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const isDirty = useStore(model, (state) => state.isDirty);
  const scope = useMemo(() => ({ model, isDisabled: false }), [model]);
  useUnsavedGuard(model, showsForm);

  const save = async (): Promise<void> => {
    const profile = profileOf(model);
    if (profile === undefined) return model.getState().showAllProblems();
    setIsSaving(true);
    const saved = await call('contracts.save', { id: contract.id, profile, revision: contract.revision });
    setIsSaving(false);
    if (!saved.ok) return setFailure(saved.error);
    setFailure(undefined);
    model.getState().settle(saved.value.profile);
    keep(saved.value);
    message.success(settingsWords.saved);
  };
  useShortcut('Ctrl+S', () => void save(), isDirty && !isSaving);

  const blocks = settingsSections.find(({ id }) => id === section)?.blocks ?? [];
  return (
    <FormContext value={scope}>
      <div className="settings-form">
        <ProfileProblems model={model} />
        {failure === undefined ? null : <Alert type="error" showIcon title={failure.message} />}
        {section === 'calendar' ? <CalendarSection /> : <Blocks blocks={blocks} />}
        <footer className="settings-foot">
          <Hint text={settingsWords.save} keys="Ctrl+S"><Button type="primary" icon={<SaveIcon />} loading={isSaving} disabled={!isDirty} onClick={() => void save()}>{settingsWords.save}</Button></Hint>
        </footer>
      </div>
    </FormContext>
  );
}

function SectionView(props: { readonly contract: Contract | undefined; readonly section: string }): ReactNode {
  const { contract, section } = props;
  const page = settingsPages.find(({ id }) => id === section);
  if (page !== undefined) return <page.View key={contract?.id ?? ''} contract={contract} />;
  return contract === undefined ? null : <ProfileForm key={contract.id} contract={contract} section={section} />;
}

/** Everything the contract profile holds, and the pages about the program and its data, by section. */
export function SettingsScreen(props: { readonly contract: Contract | undefined; readonly section: string }): ReactNode {
  const { contract, section } = props;
  return (
    <Page title={settingsWords.title} fills>
      <div className="settings">
        <div className="settings-side"><SettingsMenu section={section} questions={contract === undefined ? 0 : openQuestions(contract.profile).length} hasContract={contract !== undefined} /></div>
        <div className="settings-content"><SectionView contract={contract} section={section} /></div>
      </div>
    </Page>
  );
}
