import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { kindOf } from '../../shared/records/kinds.ts';
import type { Mending } from '../../shared/rules/finding.ts';
import { call } from '../api.ts';
import { Hint } from '../parts/hint.tsx';
import { goTo } from '../state/navigation.ts';
import { useShortcut } from '../state/use-shortcut.ts';
import { findingWords } from '../words/findings.ts';
import { sectionOfField } from '../screens/settings/section-of-field.ts';

function mendingText(mending: Mending): string {
  switch (mending.action) {
    case 'open-record': return findingWords.openRecord;
    case 'add-record': return findingWords.addRecord(kindOf(mending.kind).title, mending.date ?? '');
    case 'edit-profile': return findingWords.editProfile;
    case 'open-carried': return findingWords.openCarried;
    case 'open-sign-off': return findingWords.openSignOff;
    default: return mending satisfies never;
  }
}

/** Takes a person to the place where a finding can be mended. With `keys` it is the screen's first action. */
export function MendingButton(props: { readonly mending: Mending; readonly keys?: string }): ReactNode {
  const { mending, keys } = props;
  const { message } = App.useApp();

  const mend = async (): Promise<void> => {
    switch (mending.action) {
      case 'open-record': {
        const record = await call('records.get', { id: mending.recordId });
        if (!record.ok) return void message.error(findingWords.recordGone);
        await goTo({ screen: 'records', kind: record.value.kind, open: record.value.id });
        return;
      }
      case 'add-record':
        await goTo({ screen: 'records', kind: mending.kind, open: 'new', date: mending.date });
        return;
      case 'edit-profile':
        await goTo({ screen: 'settings', section: sectionOfField(mending.field) });
        return;
      case 'open-carried':
        await goTo({ screen: 'delivery', part: 'carried' });
        return;
      case 'open-sign-off':
        await goTo({ screen: 'delivery', part: 'sign-off' });
        return;
      default: return mending satisfies never;
    }
  };

  useShortcut(keys ?? '', () => void mend(), keys !== undefined);
  const text = mendingText(mending);
  const button = <Button size="small" type={keys === undefined ? 'link' : 'primary'} onClick={() => void mend()}>{text}</Button>;
  return keys === undefined ? button : <Hint text={text} keys={keys}>{button}</Hint>;
}
