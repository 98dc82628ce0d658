import { SwapIcon } from '../parts/icons.tsx';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { Contract } from '../../shared/contract/profile.ts';
import { Hint } from '../parts/hint.tsx';
import { goTo } from '../state/navigation.ts';
import { useShortcut } from '../state/use-shortcut.ts';
import { useWorkspace } from '../state/workspace.ts';
import { contractsWords } from '../words/contracts.ts';
import { shellWords } from '../words/shell.ts';

const ContractListDialog = lazy(() => import('./contract-list-dialog.tsx').then((module) => ({ default: module.ContractListDialog })));

/** Which contract is open, and the way to the others. */
export function ContractSwitch(props: { readonly contract: Contract }): ReactNode {
  const open = useWorkspace((workspace) => workspace.open);
  const [isOpen, setIsOpen] = useState(false);
  const { contract } = props;
  useShortcut('Ctrl+K', () => setIsOpen(true));

  const choose = async (id: string): Promise<void> => {
    setIsOpen(false);
    // Leaving first gives a form with unsaved input its say.
    if (id !== contract.id && await goTo({ screen: 'overview' })) open(id);
  };
  const leaveFor = (target: Parameters<typeof goTo>[0]): void => {
    setIsOpen(false);
    void goTo(target);
  };

  return (
    <>
      <Hint text={contractsWords.switchTitle} keys="Ctrl+K">
        <button type="button" className="contract-switch" aria-haspopup="dialog" aria-label={shellWords.switchContract(contract.profile.projectName)} onClick={() => setIsOpen(true)}>
          <span>{contract.profile.projectName}</span>
          <SwapIcon />
        </button>
      </Hint>
      {isOpen ? (
        <Suspense fallback={null}>
          <ContractListDialog
            isOpen
            currentId={contract.id}
            close={() => setIsOpen(false)}
            choose={(id) => void choose(id)}
            manage={() => leaveFor({ screen: 'settings', section: 'contracts' })}
            create={() => leaveFor({ screen: 'new-contract' })}
          />
        </Suspense>
      ) : null}
    </>
  );
}
