import type { MenuAction } from '../../shared/ipc/events.ts';
import { isKindName } from '../../shared/records/kinds.ts';
import { goTo } from './navigation.ts';

/** Keys of the page by the menu item that stands for them. */
const keysOf: Readonly<Partial<Record<MenuAction, Pick<KeyboardEventInit, 'key' | 'ctrlKey' | 'altKey'>>>> = {
  save: { key: 's', ctrlKey: true },
  search: { key: '/' },
};

/** Does what the person chose in the menu of the desktop window, by the same ways as the page's own buttons and keys. */
export async function followMenu(action: MenuAction): Promise<void> {
  const keys = keysOf[action];
  if (keys !== undefined) {
    window.dispatchEvent(new KeyboardEvent('keydown', { ...keys, bubbles: true, cancelable: true }));
    return;
  }
  if (action.startsWith('screen-')) {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: action.slice('screen-'.length), altKey: true, cancelable: true }));
    return;
  }
  const kind = action.slice('new-'.length);
  if (action.startsWith('new-') && isKindName(kind)) return void (await goTo({ screen: 'records', kind, open: 'new' }));
  switch (action) {
    case 'backup': return void (await goTo({ screen: 'settings', section: 'data' }));
    case 'about': return void (await goTo({ screen: 'settings', section: 'about' }));
    case 'print': return window.print();
    default:
  }
}
