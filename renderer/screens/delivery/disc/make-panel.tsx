import { Alert, Button, Checkbox, Input, Progress, Radio } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { media, type Medium } from '../../../../shared/deliverables/medium.ts';
import type { ChannelCall } from '../../../../shared/ipc/contract.ts';
import type { DiscChoice, DiscEstimate } from '../../../../shared/ipc/disc-channels.ts';
import { ContainerIcon } from '../../../parts/icons.tsx';
import { FailureView } from '../../../parts/state-views.tsx';
import { useAnswer } from '../../../state/use-answer.ts';
import { discWords, mediumWords } from '../../../words/disc.ts';
import { isPackageName, packageName } from '../plan-state.ts';
import { discSize } from './disc-size.ts';

const offered = ['photos', 'scans', 'others', 'pdf'] as const;

/** What is about to be put on how many discs. */
function Estimate(props: { readonly estimate: DiscEstimate }): ReactNode {
  const { bytes, files, capacity, discs, notMade, problem } = props.estimate;
  if (files === 0) return <p className="muted">{discWords.nothing}</p>;
  return (
    <>
      <p className="disc-amount"><strong>{discWords.amount(discSize(bytes), files)}</strong>{capacity === undefined ? discWords.noSplit : problem === undefined ? discWords.discs(discs.length, discSize(capacity)) : null}</p>
      {problem === undefined ? null : <Alert type="error" showIcon title={problem} />}
      {notMade === 0 ? null : <p className="muted">{discWords.notMade(notMade)}</p>}
      {capacity === undefined ? null : (
        <ul className="disc-plan">
          {discs.map((disc) => (
            <li key={disc.number}>
              <div className="disc-plan-head"><strong>{discWords.discOf(disc.number, discs.length)}</strong><span>{discSize(disc.bytes)}　{discWords.full(disc.bytes / capacity)}</span></div>
              <Progress percent={Math.min(100, (disc.bytes / capacity) * 100)} showInfo={false} size="small" aria-label={discWords.discOf(disc.number, discs.length)} />
              <div className="muted">{discWords.groups(disc.groups)}</div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type MakePanelProps = {
  readonly contractId: string;
  readonly today: string;
  readonly version: number;
  readonly isReadOnly: boolean;
  readonly isBusy: boolean;
  readonly make: (order: Omit<ChannelCall<'discs.make'>, 'contractId'>) => void;
};

/** Medium and content of the discs, how they spread, and the start of making them. */
export function MakePanel(props: MakePanelProps): ReactNode {
  const { contractId, today, version, isReadOnly, isBusy, make } = props;
  const id = useId();
  const [medium, setMedium] = useState<Medium>('cd');
  const [choice, setChoice] = useState<DiscChoice>({ photos: true, scans: true, others: true, pdf: false });
  const [name, setName] = useState(packageName(today));
  const [images, setImages] = useState(true);
  const estimate = useAnswer('discs.estimate', { contractId, medium, choice }, version);
  const isNamed = isPackageName(name.trim());
  const canMake = isNamed && !isBusy && estimate.state === 'ready' && estimate.value.files > 0 && estimate.value.problem === undefined;
  return (
    <section className="panel disc-make" aria-label={discWords.make}>
      <h2>{discWords.make}</h2>
      <p className="muted">{discWords.note}</p>
      <div className="disc-field">
        <span id={`${id}-medium`} className="field-label">{discWords.medium}</span>
        <Radio.Group aria-labelledby={`${id}-medium`} value={medium} onChange={(event) => setMedium(event.target.value)} options={media.map((value) => ({ value, label: mediumWords[value] }))} />
      </div>
      <fieldset className="disc-field">
        <legend className="field-label">{discWords.content}</legend>
        <div className="disc-checks">
          {offered.map((part) => <Checkbox key={part} checked={choice[part]} onChange={(event) => setChoice({ ...choice, [part]: event.target.checked })}>{discWords[part]}</Checkbox>)}
        </div>
        {choice.pdf ? <div className="field-help">{discWords.pdfNote}</div> : null}
      </fieldset>
      <div className="disc-field" aria-live="polite" aria-busy={estimate.state === 'loading'}>
        <span className="field-label">{discWords.estimate}</span>
        {estimate.state === 'loading' ? <p className="muted">{discWords.estimating}</p> : estimate.state === 'error' ? <FailureView failure={estimate.failure} retry={estimate.reload} /> : <Estimate estimate={estimate.value} />}
      </div>
      {isReadOnly ? null : (
        <>
          <div className="disc-field">
            <label htmlFor={`${id}-name`} className="field-label">{discWords.name}</label>
            <Input id={`${id}-name`} className="disc-name" value={name} maxLength={60} status={isNamed ? '' : 'error'} aria-invalid={!isNamed} aria-describedby={isNamed ? undefined : `${id}-problem`} onChange={(event) => setName(event.target.value)} />
            {isNamed ? null : <div id={`${id}-problem`} className="field-problem" role="alert">{discWords.nameProblem}</div>}
          </div>
          <Checkbox checked={images} onChange={(event) => setImages(event.target.checked)}>{discWords.images}</Checkbox>
          <div><Button type="primary" icon={<ContainerIcon />} disabled={!canMake} onClick={() => make({ output: { folder: name.trim() }, medium, images, choice })}>{discWords.start}</Button></div>
        </>
      )}
    </section>
  );
}
