import { Alert, App, Button } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { emptyProfile, withUsualDeliverables } from '../../../shared/contract/new-profile.ts';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { Failure } from '../../../shared/result.ts';
import { call } from '../../api.ts';
import { FormContext } from '../../forms/form-context.ts';
import { FormField } from '../../forms/form-field.tsx';
import type { FormModel } from '../../forms/form-model.ts';
import { useUnsavedGuard } from '../../forms/use-unsaved-guard.ts';
import { valueAt } from '../../state/at-path.ts';
import type { Route } from '../../state/route.ts';
import { useShortcut } from '../../state/use-shortcut.ts';
import { failureTitle } from '../../words/errors.ts';
import { firstRunWords as words } from '../../words/first-run.ts';
import { profileWords } from '../../words/settings.ts';
import { focusProfilePlace } from '../settings/focus-place.ts';
import { createProfileForm, profileOf } from '../settings/profile-form.ts';
import type { SettingsBlock, SettingsField } from '../settings/fields/field-shapes.ts';
import { settingsSections } from '../settings/sections.ts';

const wanted: readonly (readonly [title: string, fields: readonly string[]])[] = [
  [words.handNames, ['title', 'projectName', 'deliverablePrefix']],
  [words.handParties, ['client.name', 'vendor.name']],
  [words.handDates, ['signedOn', 'service.from', 'service.to', 'acceptance.deadline']],
  [words.handTerms, ['price.total', 'serviceLevel.answerMinutes', 'serviceLevel.restoreMinutes', 'changeQuota.personDays']],
];

/** The name of a party alone does not say which one it is. */
function named(field: SettingsField): SettingsField {
  const [side] = field.path;
  return side === 'client' || side === 'vendor' ? { ...field, isDouble: false, definition: { ...field.definition, label: profileWords[side] } } : field;
}

const all = settingsSections.flatMap((section) => section.blocks.flatMap((block) => block.fields));
const blocks: readonly SettingsBlock[] = wanted.map(([title, places]) => ({
  title,
  fields: places.flatMap((place) => all.filter(({ path }) => path.join('.') === place)).map(named),
}));

/** Nothing else shows this form. */
function stays(_target: Route): boolean {
  return false;
}

function isEmpty(values: unknown, place: string): boolean {
  return valueAt(values, [place]) === undefined;
}

/** The names of documents follow the project's name unless a person writes another. */
function withNames(model: FormModel): void {
  const { values, set } = model.getState();
  const projectName = valueAt(values, ['projectName']);
  if (isEmpty(values, 'deliverablePrefix') && projectName !== undefined) set(['deliverablePrefix'], projectName);
}

type ByHandProps = { readonly created: (contract: Contract) => void; readonly back: () => void };

/** A profile without a contract text: the least that checks and documents need; the rest is filled in later. */
export function ByHand(props: ByHandProps): ReactNode {
  const { created, back } = props;
  const { message } = App.useApp();
  const [model] = useState(() => createProfileForm(emptyProfile()));
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const left = useStore(model, (state) => (state.showsAllProblems ? state.problems.size : 0));
  const scope = useMemo(() => ({ model, isDisabled: false }), [model]);
  useUnsavedGuard(model, stays);

  const create = async (): Promise<void> => {
    withNames(model);
    const profile = profileOf(model);
    if (profile === undefined) {
      model.getState().showAllProblems();
      const [first] = model.getState().problems.keys();
      return first === undefined ? undefined : focusProfilePlace(first);
    }
    setIsBusy(true);
    const result = await call('contracts.create', { profile: withUsualDeliverables(profile) });
    setIsBusy(false);
    if (!result.ok) return setFailure(result.error);
    model.getState().settle(profile);
    message.success(words.created);
    created(result.value);
  };
  useShortcut('Ctrl+S', () => void create(), !isBusy);

  return (
    <FormContext value={scope}>
      <div className="by-hand">
        <p className="muted">{words.handNote}</p>
        {blocks.map((block) => (
          <fieldset key={block.title} className="form-section">
            <legend>{block.title}</legend>
            <div className="form-grid">{block.fields.map(({ path, definition, isDouble }) => <FormField key={path.join('.')} path={path} definition={definition} isDouble={isDouble ?? false} />)}</div>
          </fieldset>
        ))}
        {failure === undefined ? null : <Alert type="error" showIcon title={failureTitle(failure.code)} description={failure.message} />}
        <footer className="review-foot">
          {left > 0 ? <span role="alert" className="field-problem">{words.problems(left)}</span> : <span />}
          <Button onClick={back}>{words.back}</Button>
          <Button type="primary" loading={isBusy} onClick={() => void create()}>{words.create}</Button>
        </footer>
      </div>
    </FormContext>
  );
}
