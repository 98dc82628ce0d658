import { Badge } from 'antd';
import type { ReactNode } from 'react';
import { goTo } from '../../state/navigation.ts';
import { contractFreeSections, firstSection } from '../../state/route.ts';
import { settingsWords } from '../../words/settings.ts';
import { settingsSections } from './sections.ts';
import { settingsPages, type SettingsGroup } from './settings-pages.tsx';

type MenuEntry = { readonly id: string; readonly title: string; readonly group: SettingsGroup };

const groups: readonly SettingsGroup[] = ['contract', 'filling', 'program'];

/** Every section, those with fields of the profile before the pages of their group. */
export const menuEntries: readonly MenuEntry[] = [
  ...settingsSections.map(({ id, title, group }) => ({ id, title, group })),
  { id: 'calendar', title: settingsWords.calendar, group: 'filling' },
  ...settingsPages.map(({ id, title, group }) => ({ id, title, group })),
];

/** A section that there is: an address that was kept or written by hand may name another. */
export function knownSection(section: string): string {
  return menuEntries.some(({ id }) => id === section) ? section : firstSection;
}

type MenuProps = {
  readonly section: string;
  readonly questions: number;
  /** Without a contract only the pages about the program and its data are there. */
  readonly hasContract: boolean;
};

/** In a narrow or low window the menu scrolls. */
function intoView(entry: HTMLElement | null): void {
  entry?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** The sections by their groups. */
export function SettingsMenu(props: MenuProps): ReactNode {
  const shown = menuEntries.filter(({ id }) => props.hasContract || contractFreeSections.includes(id));
  return (
    <nav className="settings-menu" aria-label={settingsWords.sections}>
      {props.hasContract ? null : <button type="button" onClick={() => void goTo({ screen: 'new-contract' })}>{settingsWords.backToStart}</button>}
      {groups.map((group) => {
        const entries = shown.filter((entry) => entry.group === group);
        return entries.length === 0 ? null : (
          <section key={group} aria-label={settingsWords.groups[group]}>
            <h2>{settingsWords.groups[group]}</h2>
            {entries.map(({ id, title }) => (
              <button key={id} type="button" ref={id === props.section ? intoView : undefined} aria-current={id === props.section ? 'page' : undefined} onClick={() => void goTo({ screen: 'settings', section: id })}>
                {title}
                {id === 'questions' ? <Badge count={props.questions} size="small" /> : null}
              </button>
            ))}
          </section>
        );
      })}
    </nav>
  );
}
