import { Alert, Button, Checkbox, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { Failure } from '../../../shared/result.ts';
import { call } from '../../api.ts';
import { DropZone } from '../../parts/drop-zone.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { ExperimentIcon, FileTextIcon, FolderOpenIcon, CopyIcon, FileDoneIcon } from '../../parts/icons.tsx';
import { readPickedFile, type PickedFile } from '../../state/picked-file.ts';
import { goTo } from '../../state/navigation.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { failureTitle } from '../../words/errors.ts';
import { firstRunWords as words } from '../../words/first-run.ts';
import type { Proposal } from './review.tsx';

type ChooseProps = { readonly propose: (proposal: Proposal) => void; readonly renew: (contract: Contract) => void; readonly byHand: () => void; readonly created: (contract: Contract) => void };

/** A copy of a contract's profile for the time after it. */
function Renewal(props: { readonly contracts: readonly Contract[]; readonly renew: ChooseProps['renew'] }): ReactNode {
  const { contracts, renew } = props;
  const [id, setId] = useState(() => contracts.at(-1)?.id);
  const chosen = contracts.find((contract) => contract.id === id);
  return (
    <li className="way">
      <Button icon={<CopyIcon />} disabled={chosen === undefined} onClick={() => {
        if (chosen !== undefined) renew(chosen);
      }}>{words.renew}</Button>
      <div>
        <div className="muted">{words.renewNote}</div>
        {contracts.length < 2 ? null : <Select aria-label={words.renewChoose} className="wide" value={id ?? null} options={contracts.map((contract) => ({ value: contract.id, label: contract.profile.title }))} onChange={(next) => setId(next ?? undefined)} />}
      </div>
    </li>
  );
}

/** The ways to begin: the text of a real contract first, then by hand, from a former contract, the sample year, or data from elsewhere. */
export function Choose(props: ChooseProps): ReactNode {
  const { propose, renew, byHand, created } = props;
  const contracts = useWorkspace((workspace) => workspace.contracts);
  const [busy, setBusy] = useState<'reading' | 'sample'>();
  const [hasGaps, setHasGaps] = useState(true);
  const [failure, setFailure] = useState<Failure>();

  const readFile = async (file: PickedFile): Promise<void> => {
    setBusy('reading');
    setFailure(undefined);
    const result = await call('intake.read', file);
    setBusy(undefined);
    if (result.ok) propose({ origin: 'text', profile: { ...result.value.profile, questions: [...result.value.questions] }, document: result.value.document });
    else setFailure(result.error);
  };
  const makeSample = async (): Promise<void> => {
    setBusy('sample');
    setFailure(undefined);
    const result = await call('sample.create', { gaps: hasGaps });
    setBusy(undefined);
    if (result.ok) created(result.value);
    else setFailure(result.error);
  };
  const drop = (file: File): void => {
    if (busy === undefined) void readPickedFile(file).then(readFile);
  };

  return (
    <div className="first-run">
      {contracts.length === 0 ? <h2>{words.welcome}</h2> : null}
      <p>{words.intro}</p>
      <DropZone className="drop-zone" overClassName="drop-zone-over" dropped={drop}>
        <FileButton type="primary" label={words.chooseFile} accept=".txt,.docx,.json" icon={<FileTextIcon />} isBusy={busy === 'reading'} picked={(file) => void readFile(file)} />
        <div className="muted">{busy === 'reading' ? words.reading : `${words.fileTypes}；${words.dropHere}`}</div>
        <div className="muted">{words.otherFormats}</div>
      </DropZone>
      {failure === undefined ? null : <Alert type="error" showIcon title={failureTitle(failure.code)} description={failure.message} />}
      <h3 className="first-run-or">{words.otherWays}</h3>
      <ul className="ways">
        <li className="way"><Button icon={<FileDoneIcon />} onClick={byHand}>{words.byHand}</Button><div className="muted">{words.byHandNote}</div></li>
        {contracts.length === 0 ? null : <Renewal contracts={contracts} renew={renew} />}
        <li className="way">
          <Button icon={<ExperimentIcon />} loading={busy === 'sample'} disabled={busy === 'reading'} onClick={() => void makeSample()}>{words.sample}</Button>
          <div>
            <div className="muted">{busy === 'sample' ? words.sampleBusy : words.sampleNote}</div>
            <Checkbox checked={hasGaps} onChange={(event) => setHasGaps(event.target.checked)}>{words.sampleGaps}</Checkbox>
          </div>
        </li>
        <li className="way"><Button icon={<FolderOpenIcon />} onClick={() => void goTo({ screen: 'settings', section: 'data' })}>{words.openData}</Button><div className="muted">{words.openDataNote}</div></li>
      </ul>
    </div>
  );
}
