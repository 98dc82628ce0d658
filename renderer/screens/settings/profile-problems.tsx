import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { FormModel } from '../../forms/form-model.ts';
import { goTo } from '../../state/navigation.ts';
import { settingsWords } from '../../words/settings.ts';
import { sectionOfField } from './section-of-field.ts';
import { profilePlace, settingsSections } from './sections.ts';

/** Where the profile is not right yet, also in sections that are not open. */
export function ProfileProblems(props: { readonly model: FormModel }): ReactNode {
  const problems = useStore(props.model, (state) => (state.showsAllProblems ? state.problems : undefined));
  if (problems === undefined || problems.size === 0) return null;
  return (
    <Alert
      type="error"
      showIcon
      title={settingsWords.problems(problems.size)}
      description={(
        <ul className="problem-list">
          {[...problems].map(([place, text]) => {
            const section = sectionOfField(place);
            const title = settingsSections.find(({ id }) => id === section)?.title ?? section;
            return <li key={place}><Button type="link" size="small" onClick={() => void goTo({ screen: 'settings', section })}>{title}</Button> {profilePlace(place)}：{text}</li>;
          })}
        </ul>
      )}
    />
  );
}
