import { PlusIcon } from '../../parts/icons.tsx';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Overview } from '../../../shared/ipc/overview.ts';
import { kindNames, kinds } from '../../../shared/records/kinds.ts';
import { goTo } from '../../state/navigation.ts';
import { recordsWords } from '../../words/records.ts';

/** How many records of each kind there are, and a way to the list and to a new one. */
export function CountsPanel(props: { readonly counts: Overview['counts'] }): ReactNode {
  return (
    <ul className="counts">
      {kindNames.map((kind) => (
        <li key={kind}>
          <button type="button" className="count" onClick={() => void goTo({ screen: 'records', kind })}>
            <span>{kinds[kind].title}</span>
            <strong>{props.counts[kind]}</strong>
          </button>
          <Button type="text" size="small" icon={<PlusIcon />} aria-label={recordsWords.add(kinds[kind].title)} onClick={() => void goTo({ screen: 'records', kind, open: 'new' })} />
        </li>
      ))}
    </ul>
  );
}
