import { ExperimentIcon, FileTextIcon } from '../../parts/icons.tsx';
import { Alert, Button, Checkbox } from 'antd';
import { useState, type DragEvent, type ReactNode } from 'react';
import type { Contract, ContractProfile } from '../../../shared/contract/profile.ts';
import type { Failure } from '../../../shared/result.ts';
import { call } from '../../api.ts';
import { FileButton } from '../../parts/file-button.tsx';
import { Page } from '../../parts/page.tsx';
import { readPickedFile, type PickedFile } from '../../state/picked-file.ts';
import { goTo } from '../../state/navigation.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { failureTitle } from '../../words/errors.ts';
import { firstRunWords } from '../../words/first-run.ts';
import { Review } from './review.tsx';

type ChooseProps = { readonly read: (profile: ContractProfile) => void; readonly created: (contract: Contract) => void; readonly isFirst: boolean };

/** Two ways to begin: the text of a real contract, or the sample year. */
function Choose(props: ChooseProps): ReactNode {
  const { read, created, isFirst } = props;
  const [busy, setBusy] = useState<'reading' | 'sample'>();
  const [hasGaps, setHasGaps] = useState(true);
  const [isOver, setIsOver] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  const readFile = async (file: PickedFile): Promise<void> => {
    setBusy('reading');
    setFailure(undefined);
    const result = await call('intake.read', file);
    setBusy(undefined);
    if (result.ok) read({ ...result.value.profile, questions: [...result.value.questions] });
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
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void readPickedFile(file).then(readFile);
  };

  return (
    <div className="first-run">
      {isFirst ? <h2>{firstRunWords.welcome}</h2> : null}
      <p>{firstRunWords.intro}</p>
      <div
        className={isOver ? 'drop-zone drop-zone-over' : 'drop-zone'}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <FileButton type="primary" label={firstRunWords.chooseFile} accept=".txt,.docx" icon={<FileTextIcon />} isBusy={busy === 'reading'} picked={(file) => void readFile(file)} />
        <div className="muted">{busy === 'reading' ? firstRunWords.reading : `${firstRunWords.fileTypes}；${firstRunWords.dropHere}`}</div>
      </div>
      {failure === undefined ? null : <Alert type="error" showIcon title={failureTitle(failure.code)} description={failure.message} />}
      <div className="first-run-or">{firstRunWords.orSample}</div>
      <div className="sample-box">
        <Button icon={<ExperimentIcon />} loading={busy === 'sample'} onClick={() => void makeSample()}>{firstRunWords.sample}</Button>
        <div>
          <div className="muted">{busy === 'sample' ? firstRunWords.sampleBusy : firstRunWords.sampleNote}</div>
          <Checkbox checked={hasGaps} onChange={(event) => setHasGaps(event.target.checked)}>{firstRunWords.sampleGaps}</Checkbox>
        </div>
      </div>
    </div>
  );
}

/** The first screen of an empty data folder, and the way to a further contract. */
export function NewContractScreen(): ReactNode {
  const { keep, contracts } = useWorkspace();
  const [profile, setProfile] = useState<ContractProfile>();
  const created = (contract: Contract): void => {
    keep(contract);
    void goTo({ screen: 'overview' });
  };
  return (
    <Page title={profile === undefined ? firstRunWords.title : firstRunWords.review}>
      {profile === undefined
        ? <Choose read={setProfile} created={created} isFirst={contracts.length === 0} />
        : <Review start={profile} created={created} again={() => setProfile(undefined)} />}
    </Page>
  );
}
