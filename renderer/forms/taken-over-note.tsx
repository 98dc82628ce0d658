import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { TakenOverLink } from '../../shared/ipc/record-channels.ts';
import { kindOf } from '../../shared/records/kinds.ts';
import { goTo } from '../state/navigation.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useWorkspace } from '../state/workspace.ts';
import { takenOverWords as words } from '../words/forms.ts';

async function openIn({ contractId, record }: TakenOverLink): Promise<void> {
  if (await goTo({ screen: 'records', kind: record.kind, open: record.id })) useWorkspace.getState().open(contractId);
}

/** Says on a record that its matter went on in the next service year, or where it came from. */
export function TakenOverNote(props: { readonly recordId: string }): ReactNode {
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  const links = useAnswer('records.takenOver', { id: props.recordId }, version);
  if (links.state !== 'ready') return null;
  return links.value.map((link) => {
    const { direction, contractTitle, record: { id, kind, number, title } } = link;
    const name = number === '' ? `${kindOf(kind).title}${words.draft}` : number;
    return (
      <Alert
        key={`${direction} ${id}`}
        className="taken-over"
        type="info"
        showIcon
        title={<>{direction === 'to' ? words.to(contractTitle) : words.from(contractTitle)}<div className="muted">{title}</div></>}
        action={<Button size="small" aria-label={words.openOf(name)} onClick={() => void openIn(link)}>{name}</Button>}
      />
    );
  });
}
