import { Input, type InputRef } from 'antd';
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { SearchIcon } from '../../parts/icons.tsx';
import { goTo } from '../../state/navigation.ts';
import { useShortcut } from '../../state/use-shortcut.ts';
import { settingsWords as words } from '../../words/settings.ts';
import { focusProfilePlace } from './focus-place.ts';
import { settingsPages } from './settings-pages.tsx';
import { foundPlaces, settingsPlaces, type SettingsPlace } from './settings-search.ts';

/** Finds a field or a section by its name and leads to it (Ctrl+F). */
export function SettingsSearch(): ReactNode {
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState(0);
  const input = useRef<InputRef>(null);
  const places = useMemo(() => settingsPlaces(settingsPages), []);
  const found = foundPlaces(places, typed);
  useShortcut('Ctrl+F', () => input.current?.focus({ cursor: 'all' }));

  const choose = async (entry: SettingsPlace): Promise<void> => {
    setTyped('');
    if (await goTo({ screen: 'settings', section: entry.section }) && entry.place !== undefined) focusProfilePlace(entry.place);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const entry = found[Math.min(marked, found.length - 1)];
    if (event.key === 'ArrowDown') setMarked(Math.min(marked + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setMarked(Math.max(marked - 1, 0));
    else if (event.key === 'Escape') setTyped('');
    else if (event.key === 'Enter' && entry !== undefined) void choose(entry);
    else return;
    event.preventDefault();
  };

  return (
    <search className="settings-search">
      <Input
        ref={input}
        size="small"
        allowClear
        prefix={<SearchIcon />}
        aria-label={words.search}
        placeholder={words.searchKeys}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setMarked(0);
        }}
        onKeyDown={onKey}
      />
      {typed.trim() === '' ? null : (
        <ul className="settings-found" aria-label={words.found}>
          {found.length === 0 ? <li className="muted">{words.nothingFound}</li> : found.map((entry, index) => (
            <li key={`${entry.section} ${entry.place ?? ''}`}>
              <button type="button" aria-current={index === marked} onClick={() => void choose(entry)}>
                {entry.label}{entry.place === undefined ? null : <span className="muted">{entry.sectionTitle}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}
