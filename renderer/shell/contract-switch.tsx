import { PlusIcon, SwapIcon } from '../parts/icons.tsx';
import { Dropdown } from 'antd';
import type { ReactNode } from 'react';
import type { Contract } from '../../shared/contract/profile.ts';
import { goTo } from '../state/navigation.ts';
import { useWorkspace } from '../state/workspace.ts';
import { shellWords } from '../words/shell.ts';

const newContract = 'new';

/** Which contract is open, and the way to the others. */
export function ContractSwitch(props: { readonly contract: Contract }): ReactNode {
  const contracts = useWorkspace((workspace) => workspace.contracts);
  const open = useWorkspace((workspace) => workspace.open);

  const choose = async (key: string): Promise<void> => {
    if (key === newContract) return void goTo({ screen: 'new-contract' });
    // Leaving first gives a form with unsaved input its say.
    if (await goTo({ screen: 'overview' })) open(key);
  };

  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [props.contract.id],
        onClick: ({ key }) => void choose(key),
        items: [
          ...contracts.map(({ id, profile }) => ({ key: id, label: profile.projectName })),
          { type: 'divider' as const },
          { key: newContract, icon: <PlusIcon />, label: shellWords.newContract },
        ],
      }}
    >
      <button type="button" className="contract-switch" aria-label={shellWords.switchContract(props.contract.profile.projectName)} title={props.contract.profile.title}>
        <span>{props.contract.profile.projectName}</span>
        <SwapIcon />
      </button>
    </Dropdown>
  );
}
