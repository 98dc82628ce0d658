import { Button, Checkbox, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import type { LocalDate } from '../../../shared/dates.ts';
import { ContainerIcon } from '../../parts/icons.tsx';
import { deliveryWords, handoverWords } from '../../words/delivery.ts';
import { isPackageName, packageName } from './plan-state.ts';

/** Starts the hand-over package: its name, and whether a disc image is made of it. */
export function HandoverPanel(props: { readonly today: LocalDate; readonly isBusy: boolean; readonly isEmpty: boolean; readonly handOver: (folder: string, iso: boolean) => void }): ReactNode {
  const { today, isBusy, isEmpty, handOver } = props;
  const [withIso, setWithIso] = useState(true);
  const [name, setName] = useState(packageName(today));
  const field = useId();
  const isNamed = isPackageName(name.trim());
  return (
    <section className="panel handover" aria-label={deliveryWords.handover}>
      <h2>{deliveryWords.handover}</h2>
      <p>{deliveryWords.handoverNote}</p>
      <label htmlFor={field}>{handoverWords.name}</label>
      <Input id={field} value={name} maxLength={60} status={isNamed ? '' : 'error'} aria-invalid={!isNamed} aria-describedby={isNamed ? undefined : `${field}-problem`} onChange={(event) => setName(event.target.value)} />
      {isNamed ? null : <div id={`${field}-problem`} className="field-problem" role="alert">{handoverWords.nameProblem}</div>}
      <Checkbox checked={withIso} onChange={(event) => setWithIso(event.target.checked)}>{deliveryWords.withIso}</Checkbox>
      <Button type="primary" icon={<ContainerIcon />} disabled={isBusy || isEmpty || !isNamed} onClick={() => handOver(name.trim(), withIso)}>{deliveryWords.handover}</Button>
    </section>
  );
}
