import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { FormModel } from '../../forms/form-model.ts';
import { goTo } from '../../state/navigation.ts';
import { settingsWords } from '../../words/settings.ts';
import { focusProfilePlace } from './focus-place.ts';
import { sectionOfField } from './section-of-field.ts';
import { sectionTitle } from './section-titles.ts';
import { profilePlace } from './sections.ts';

const shown = 12;

/** Where the profile is not right yet, also in sections that are not open; each leads to its field. */
export function ProfileProblems(props: { readonly model: FormModel }): ReactNode {
  const problems = useStore(props.model, (state) => (state.showsAllProblems ? state.problems : undefined));
  if (problems === undefined || problems.size === 0) return null;
  const jump = async (place: string): Promise<void> => {
    if (await goTo({ screen: 'settings', section: sectionOfField(place) })) focusProfilePlace(place);
  };
  return (
    <Alert
      type="error"
      showIcon
      title={settingsWords.problems(problems.size)}
      description={(
        <ul className="problem-list">
          {[...problems].slice(0, shown).map(([place, text]) => (
            <li key={place}><Button type="link" size="small" onClick={() => void jump(place)}>{sectionTitle(sectionOfField(place))}</Button> {profilePlace(place)}：{text}</li>
          ))}
        </ul>
      )}
    />
  );
}
