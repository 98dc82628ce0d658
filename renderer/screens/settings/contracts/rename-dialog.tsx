import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { profileSchema, type Contract } from '../../../../shared/contract/profile.ts';
import type { Failure } from '../../../../shared/result.ts';
import { call } from '../../../api.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { contractsWords as words } from '../../../words/contracts.ts';
import { commonWords } from '../../../words/common.ts';
import { profileWords } from '../../../words/settings.ts';

type RenameDialogProps = { readonly contract: Contract; readonly close: () => void; readonly renamed: (contract: Contract) => void };

/** The two names of a contract. */
export function RenameDialog(props: RenameDialogProps): ReactNode {
  const { contract, close, renamed } = props;
  const [title, setTitle] = useState(contract.profile.title);
  const [projectName, setProjectName] = useState(contract.profile.projectName);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const parsed = profileSchema.safeParse({ ...contract.profile, title, projectName });

  const save = async (): Promise<void> => {
    if (!parsed.success) return;
    setIsBusy(true);
    const saved = await call('contracts.save', { id: contract.id, profile: parsed.data, revision: contract.revision });
    setIsBusy(false);
    if (!saved.ok) return setFailure(saved.error);
    renamed(saved.value);
    close();
  };

  return (
    <Dialog title={words.renameTitle} isOpen close={close} confirm={{ text: commonWords.save, action: () => void save(), isBusy, isDisabled: !parsed.success }}>
      <label className="field-label" htmlFor="rename-title">{profileWords.title}</label>
      <Input id="rename-title" value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
      <label className="field-label" htmlFor="rename-project">{profileWords.projectName}</label>
      <Input id="rename-project" value={projectName} maxLength={200} onChange={(event) => setProjectName(event.target.value)} onPressEnter={() => void save()} />
      <p className="field-help">{words.renameNote}</p>
      {failure === undefined ? null : <p role="alert" className="field-problem">{failure.message}</p>}
    </Dialog>
  );
}
