import { App, Button, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Contract } from '../../../../shared/contract/profile.ts';
import { call } from '../../../api.ts';
import { PlusIcon } from '../../../parts/icons.tsx';
import { sortedContracts, standingOf } from '../../../state/contract-list.ts';
import { goTo } from '../../../state/navigation.ts';
import { saveText } from '../../../state/save-download.ts';
import { useIsReadOnly, useWorkspace } from '../../../state/workspace.ts';
import { contractsWords as words, standingText } from '../../../words/contracts.ts';
import { overviewWords } from '../../../words/overview.ts';
import { RenameDialog } from './rename-dialog.tsx';

type RowProps = { readonly contract: Contract; readonly isCurrent: boolean; readonly rename: () => void };

function Row(props: RowProps): ReactNode {
  const { contract, isCurrent, rename } = props;
  const { profile } = contract;
  const { message } = App.useApp();
  const put = useWorkspace((workspace) => workspace.put);
  const open = useWorkspace((workspace) => workspace.open);
  const today = useWorkspace((workspace) => workspace.info?.today ?? '');
  const isReadOnly = useIsReadOnly();
  const standing = standingOf(contract, today);
  const name = (action: string): string => words.rowActions(profile.title, action);

  const openIt = async (): Promise<void> => {
    if (await goTo({ screen: 'overview' })) open(contract.id);
  };
  const archive = async (): Promise<void> => {
    const changed = await call('contracts.archive', { id: contract.id, isArchived: !contract.isArchived });
    if (!changed.ok) return void message.error(changed.error.message);
    put(changed.value);
    message.success(changed.value.isArchived ? words.archivedDone : words.unarchivedDone);
  };

  return (
    <tr className={contract.isArchived ? 'contract-archived' : undefined}>
      <th scope="row">
        {profile.title} {isCurrent ? <Tag color="blue">{words.current}</Tag> : null}{contract.isArchived ? <Tag>{words.archived}</Tag> : null}
        <div className="muted">{profile.client.name} / {profile.vendor.name}</div>
      </th>
      <td>{overviewWords.period(profile.service.from, profile.service.to)}<div className="muted">{standingText(standing)}</div></td>
      <td>{standing.openQuestions === 0 ? null : words.questions(standing.openQuestions)}</td>
      <td className="contract-actions"><div>
        {isCurrent ? null : <Button size="small" aria-label={name(words.open)} onClick={() => void openIt()}>{words.open}</Button>}
        <Button size="small" disabled={isReadOnly} aria-label={name(words.rename)} onClick={rename}>{words.rename}</Button>
        <Button size="small" disabled={isReadOnly} aria-label={name(words.renew)} onClick={() => void goTo({ screen: 'new-contract', renews: contract.id })}>{words.renew}</Button>
        <Button size="small" aria-label={name(words.exportProfile)} onClick={() => saveText(words.profileFile(profile.title), JSON.stringify(profile, null, 2))}>{words.exportProfile}</Button>
        <Button size="small" disabled={isReadOnly} aria-label={name(contract.isArchived ? words.unarchive : words.archive)} onClick={() => void archive()}>{contract.isArchived ? words.unarchive : words.archive}</Button>
      </div></td>
    </tr>
  );
}

/** All contracts of the data folder: opened, renamed, taken out of the daily list and put back; none is ever deleted. */
export function ContractsPage(): ReactNode {
  const contracts = useWorkspace((workspace) => workspace.contracts);
  const currentId = useWorkspace((workspace) => workspace.contractId);
  const today = useWorkspace((workspace) => workspace.info?.today ?? '');
  const put = useWorkspace((workspace) => workspace.put);
  const isReadOnly = useIsReadOnly();
  const [renaming, setRenaming] = useState<Contract>();
  const sorted = sortedContracts(contracts, today);
  const rows = [...sorted.filter(({ isArchived }) => !isArchived), ...sorted.filter(({ isArchived }) => isArchived)];
  return (
    <section className="panel" aria-label={words.title}>
      <div className="contracts-head">
        <h2>{words.title}</h2>
        <Button type="primary" icon={<PlusIcon />} disabled={isReadOnly} onClick={() => void goTo({ screen: 'new-contract' })}>{words.create}</Button>
      </div>
      <p className="muted">{words.archiveNote}</p>
      <div className="contracts-scroll">
        <table className="plain-table contracts-table">
          <thead>
            <tr><th scope="col">{words.columns.name}</th><th scope="col">{words.columns.period}</th><th scope="col">{words.columns.questions}</th><th scope="col">{words.columns.actions}</th></tr>
          </thead>
          <tbody>{rows.map((contract) => <Row key={contract.id} contract={contract} isCurrent={contract.id === currentId} rename={() => setRenaming(contract)} />)}</tbody>
        </table>
      </div>
      {renaming === undefined ? null : <RenameDialog contract={renaming} close={() => setRenaming(undefined)} renamed={put} />}
    </section>
  );
}
