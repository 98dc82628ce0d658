import { App, Button, Steps } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { DuplicateChoice, ImportInspection, ImportTrial } from '../../../shared/entry/import-plan.ts';
import type { Job } from '../../../shared/ipc/jobs.ts';
import { kindOf, type KindName } from '../../../shared/records/kinds.ts';
import type { Failure } from '../../../shared/result.ts';
import { call } from '../../api.ts';
import { CloseIcon } from '../../parts/icons.tsx';
import { Page } from '../../parts/page.tsx';
import { goTo } from '../../state/navigation.ts';
import type { PickedFile } from '../../state/picked-file.ts';
import { saveDownload } from '../../state/save-download.ts';
import { useIsReadOnly } from '../../state/workspace.ts';
import { entryMenuWords } from '../../words/entry-grid.ts';
import { importWords } from '../../words/entry-import.ts';
import { ChooseStep } from './choose-step.tsx';
import { loadRemembered, planOf, proposedChoice, rememberedOf, storeRemembered, usesRemembered, withRole, withTarget, type ColumnChoice } from './column-plan.ts';
import { ColumnsStep } from './columns-step.tsx';
import { ResultStep } from './result-step.tsx';
import { TrialStep } from './trial-step.tsx';

type ImportWizardProps = { readonly contract: Contract; readonly kind: KindName; readonly close: () => void };

/** Where the wizard stands; every step keeps what the ones before it found, so that going back loses nothing. */
type Wizard = {
  readonly step: 0 | 1 | 2 | 3;
  readonly file?: PickedFile;
  readonly inspection?: ImportInspection;
  readonly choice: ColumnChoice;
  /** Some columns are assigned as they were last time. */
  readonly isRemembered?: boolean;
  readonly trial?: ImportTrial;
  readonly job?: Job;
};

const start: Wizard = { step: 0, choice: [] };

/** Takes records from a workbook in four steps; nothing is stored before the last. */
export function ImportWizard(props: ImportWizardProps): ReactNode {
  const { contract, kind, close } = props;
  const contractId = contract.id;
  const { message } = App.useApp();
  const isReadOnly = useIsReadOnly();
  const [wizard, setWizard] = useState<Wizard>(start);
  const [remembered, setRemembered] = useState(() => loadRemembered(localStorage, kind));
  const [duplicates, setDuplicates] = useState<DuplicateChoice>('skip');
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setIsBusy] = useState(false);
  const { step, file, inspection, choice, trial, job } = wizard;

  const picked = async (chosen: PickedFile): Promise<void> => {
    setIsBusy(true);
    const result = await call('import.inspect', { contractId, kind, file: chosen });
    setIsBusy(false);
    if (!result.ok) return setFailure(result.error);
    if (result.value.sheets.length === 0) return setFailure({ code: 'unreadable-file', message: importWords.noSheets, details: {} });
    setFailure(undefined);
    setWizard({ step: 1, file: chosen, inspection: result.value, choice: proposedChoice(result.value, remembered), isRemembered: usesRemembered(result.value, remembered) });
  };
  const tryIt = async (): Promise<void> => {
    if (file === undefined || inspection === undefined) return;
    setIsBusy(true);
    const result = await call('import.try', { contractId, kind, file, plan: planOf(choice, inspection) });
    setIsBusy(false);
    if (!result.ok) return void message.error(result.error.message);
    const next = rememberedOf(choice, inspection, remembered);
    setRemembered(next);
    storeRemembered(localStorage, kind, next);
    setWizard({ ...wizard, step: 2, trial: result.value });
  };
  const run = async (): Promise<void> => {
    if (file === undefined || inspection === undefined) return;
    setIsBusy(true);
    const result = await call('import.run', { contractId, kind, file, plan: planOf(choice, inspection), duplicates });
    setIsBusy(false);
    if (!result.ok) return void message.error(result.error.message);
    setWizard({ ...wizard, step: 3, job: result.value });
  };
  const download = async (asked: ReturnType<typeof call<'records.sheet' | 'import.leftRows'>>): Promise<void> => {
    const result = await asked;
    if (result.ok) saveDownload(result.value.name, result.value.base64);
    else message.error(result.error.message);
  };
  const downloadLeft = (): void => {
    if (file !== undefined && inspection !== undefined) void download(call('import.leftRows', { contractId, kind, file, plan: planOf(choice, inspection) }));
  };

  const ready = trial === undefined ? 0 : trial.counts.good + (duplicates === 'add' ? trial.counts.duplicate : 0);
  const isPlanned = choice.some(({ role, targets }) => role === 'main' && Object.keys(targets).length > 0);
  return (
    <Page
      title={importWords.title(kindOf(kind).title)}
      note={file === undefined ? undefined : importWords.file(file.name)}
      actions={<Button icon={<CloseIcon />} onClick={close}>{entryMenuWords.backToList}</Button>}
    >
      <div className="import-wizard">
        <Steps size="small" current={step} responsive={false} items={importWords.steps.map((title) => ({ title }))} />
        <div className="import-step">
          {step === 0 ? <ChooseStep isBusy={isBusy} isDisabled={isReadOnly} failure={failure} picked={(chosen) => void picked(chosen)} downloadSheet={() => void download(call('records.sheet', { contractId, kind }))} /> : null}
          {step === 1 && inspection !== undefined ? (
            <ColumnsStep
              inspection={inspection}
              choice={choice}
              isRemembered={wizard.isRemembered === true}
              setRole={(sheet, role) => setWizard({ ...wizard, choice: withRole(choice, inspection, sheet, role, remembered) })}
              setTarget={(sheet, index, target) => setWizard({ ...wizard, choice: withTarget(choice, sheet, index, target) })}
            />
          ) : null}
          {step === 2 && trial !== undefined ? <TrialStep trial={trial} duplicates={duplicates} chooseDuplicates={setDuplicates} downloadLeft={downloadLeft} /> : null}
          {step === 3 && job !== undefined ? (
            <ResultStep
              contractId={contractId}
              job={job}
              fileName={file?.name ?? ''}
              showList={({ from, to }) => void goTo({ screen: 'records', kind, from, to })}
              downloadLeft={downloadLeft}
              again={() => setWizard(start)}
            />
          ) : null}
        </div>
        {step === 1 || step === 2 ? (
          <footer className="import-foot">
            <Button onClick={() => setWizard(step === 1 ? start : { ...wizard, step: 1 })}>{step === 1 ? importWords.otherFile : importWords.back}</Button>
            {step === 1
              ? <Button type="primary" loading={isBusy} disabled={!isPlanned} onClick={() => void tryIt()}>{importWords.next}</Button>
              : <Button type="primary" loading={isBusy} disabled={ready === 0 || isReadOnly} onClick={() => void run()}>{ready === 0 ? importWords.nothing : trial?.counts.problem === 0 ? importWords.importAll(ready) : importWords.importGood(ready)}</Button>}
          </footer>
        ) : null}
      </div>
    </Page>
  );
}
