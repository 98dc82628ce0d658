import { Button, Dropdown, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { LocalDate } from '../../../shared/dates.ts';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import type { SavedView } from '../../../shared/records/list-settings.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { DeleteIcon, DownIcon } from '../../parts/icons.tsx';
import { builtInChoice, builtInViews, viewOf, withView } from '../../state/list-views.ts';
import type { ListChoice } from '../../state/records-filter.ts';
import { commonWords } from '../../words/common.ts';
import { builtInViewWords, listWords } from '../../words/records.ts';

type ViewsButtonProps = {
  readonly profile: ContractProfile;
  readonly today: LocalDate;
  readonly views: readonly SavedView[];
  readonly choice: ListChoice;
  /** Names of the columns that are shown now. */
  readonly columns: readonly string[];
  readonly show: (choice: ListChoice, columns: readonly string[] | undefined) => void;
  readonly keep: (views: readonly SavedView[]) => void;
};

/** Ready-made and saved lists to go to, and a way to keep the present one. */
export function ViewsButton(props: ViewsButtonProps): ReactNode {
  const { profile, today, views, choice, columns, show, keep } = props;
  const [dialog, setDialog] = useState<'save' | 'manage'>();
  const [name, setName] = useState('');
  const current = viewOf(choice, views, profile, today);
  const label = current === undefined ? listWords.ownView : typeof current === 'string' ? builtInViewWords[current] : current.name;

  const choose = (key: string): void => {
    if (key === 'save' || key === 'manage') {
      setName(current === undefined || typeof current === 'string' ? '' : current.name);
      return setDialog(key);
    }
    const saved = views.find(({ id }) => `view ${id}` === key);
    if (saved !== undefined) return show({ filter: saved.filter, order: saved.order }, saved.columns);
    const builtIn = builtInViews.find((view) => view === key);
    if (builtIn !== undefined) show(builtInChoice(builtIn, profile, today), undefined);
  };
  const save = (): void => {
    keep(withView(views, { id: crypto.randomUUID(), name: name.trim(), filter: choice.filter, order: choice.order, columns: [...columns] }));
    setDialog(undefined);
  };
  const close = (): void => setDialog(undefined);
  const selectedKeys = current === undefined ? [] : [typeof current === 'string' ? current : `view ${current.id}`];

  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          selectable: true,
          selectedKeys,
          onClick: ({ key }) => choose(key),
          items: [
            ...builtInViews.map((view) => ({ key: view, label: builtInViewWords[view] })),
            ...(views.length === 0 ? [] : [{ type: 'divider' as const }, ...views.map(({ id, name: text }) => ({ key: `view ${id}`, label: text }))]),
            { type: 'divider' as const },
            { key: 'save', label: listWords.saveView },
            ...(views.length === 0 ? [] : [{ key: 'manage', label: listWords.manageViews }]),
          ],
        }}
      >
        <Button className="views-button" aria-label={listWords.viewOf(label)}><span className="views-name">{label}</span><DownIcon /></Button>
      </Dropdown>
      <Dialog title={listWords.saveViewTitle} isOpen={dialog === 'save'} close={close} confirm={{ text: commonWords.save, action: save, isBusy: false, isDisabled: name.trim() === '' }}>
        <label className="dialog-field">
          <span>{listWords.viewName}</span>
          {/* The one thing that is asked for. */}
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
          <Input autoFocus maxLength={30} value={name} onChange={(event) => setName(event.target.value)} onPressEnter={(event) => { if (name.trim() !== '' && !event.nativeEvent.isComposing) save(); }} />
        </label>
        <p className="muted">{views.some((view) => view.name === name.trim()) ? listWords.replacesView : listWords.viewHint}</p>
      </Dialog>
      <Dialog title={listWords.manageViews} isOpen={dialog === 'manage'} close={close}>
        <ul className="view-list">
          {views.map((view) => (
            <li key={view.id}>
              <span>{view.name}</span>
              <Button size="small" type="text" danger icon={<DeleteIcon />} aria-label={listWords.removeView(view.name)} onClick={() => keep(views.filter(({ id }) => id !== view.id))} />
            </li>
          ))}
        </ul>
        {views.length === 0 ? <p className="muted">{listWords.noViews}</p> : null}
      </Dialog>
    </>
  );
}
