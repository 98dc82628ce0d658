import { Button, Input, Tag, type InputRef } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Contract } from '../../shared/contract/profile.ts';
import type { LocalDate } from '../../shared/dates.ts';
import { Dialog } from '../parts/dialog.tsx';
import { matchingContracts, sortedContracts, standingOf } from '../state/contract-list.ts';
import { useWorkspace } from '../state/workspace.ts';
import { contractsWords as words, standingText } from '../words/contracts.ts';
import { overviewWords } from '../words/overview.ts';

type ListProps = {
  readonly currentId: string;
  readonly choose: (id: string) => void;
  readonly manage: () => void;
  readonly create: () => void;
};

/** Two lines of a contract: its name, and where it stands. */
function ContractLine(props: { readonly contract: Contract; readonly today: LocalDate; readonly isCurrent: boolean }): ReactNode {
  const { contract, today, isCurrent } = props;
  const { profile } = contract;
  const standing = standingOf(contract, today);
  return (
    <>
      <span className="contract-line-name">{profile.title}{isCurrent ? <Tag color="blue">{words.current}</Tag> : null}</span>
      <span className="contract-line-facts">
        <span>{overviewWords.period(profile.service.from, profile.service.to)}</span>
        <span>{standingText(standing)}</span>
        {standing.openQuestions === 0 ? null : <span className="contract-line-open">{words.questions(standing.openQuestions)}</span>}
      </span>
    </>
  );
}

function List(props: ListProps): ReactNode {
  const { currentId, choose, manage, create } = props;
  const contracts = useWorkspace((workspace) => workspace.contracts);
  const today = useWorkspace((workspace) => workspace.info?.today ?? '');
  const [typed, setTyped] = useState('');
  const shown = matchingContracts(sortedContracts(contracts.filter(({ isArchived, id }) => !isArchived || id === currentId), today), typed);
  const [marked, setMarked] = useState(() => Math.max(0, shown.findIndex(({ id }) => id === currentId)));
  const input = useRef<InputRef>(null);
  useEffect(() => {
    // The dialog is opened to choose: typing and the arrow keys work at once. It takes the focus itself when it opens, so this comes after.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => input.current?.focus()));
    return () => cancelAnimationFrame(frame);
  }, []);
  const active = Math.min(marked, shown.length - 1);

  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = shown[active];
    if (step !== 0) setMarked(Math.min(Math.max(active + step, 0), Math.max(shown.length - 1, 0)));
    else if (event.key === 'Enter' && chosen !== undefined) choose(chosen.id);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <Input
        ref={input}
        aria-label={words.search}
        placeholder={words.search}
        allowClear
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setMarked(0);
        }}
        onKeyDown={onKey}
      />
      <output className="unseen">{shown[active]?.profile.title ?? words.none}</output>
      <ul className="contract-options" aria-label={words.list}>
        {shown.length === 0 ? <li className="muted">{words.none}</li> : shown.map((contract, index) => (
          <li key={contract.id}>
            <button
              type="button"
              className="contract-line"
              aria-current={index === active}
              ref={(line) => { if (index === active) line?.scrollIntoView({ block: 'nearest' }); }}
              onClick={() => choose(contract.id)}
            >
              <ContractLine contract={contract} today={today} isCurrent={contract.id === currentId} />
            </button>
          </li>
        ))}
      </ul>
      <div className="contract-list-foot">
        <Button onClick={create}>{words.create}</Button>
        <Button type="link" onClick={manage}>{words.manage(contracts.filter(({ isArchived }) => isArchived).length)}</Button>
      </div>
    </>
  );
}

/** The quick switch between contracts, for the keyboard first. */
export function ContractListDialog(props: ListProps & { readonly isOpen: boolean; readonly close: () => void }): ReactNode {
  const { isOpen, close, ...list } = props;
  return <Dialog title={words.switchTitle} isOpen={isOpen} close={close} width={620}><List {...list} /></Dialog>;
}
