import { Button, Select } from 'antd';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import { backToRule } from '../../../../shared/volumes/change-arrangement.ts';
import { EmptyView } from '../../../parts/state-views.tsx';
import { useAsk } from '../../../parts/use-ask.ts';
import { shortTitle } from '../../../state/short-title.ts';
import { volumeWords as words } from '../../../words/volumes.ts';
import { PapersMenu } from './papers-menu.tsx';
import type { ArrangedPaper } from './use-arrangement.ts';
import { useVolumeActions, type VolumeChanges } from './use-volume-actions.ts';
import { VolumeCard } from './volume-card.tsx';
import { VolumeShelf } from './volume-shelf.tsx';

function ChosenBar(props: { readonly paper: ArrangedPaper; readonly changes: VolumeChanges }): ReactNode {
  const { paper, changes } = props;
  const { size } = changes.actions.chosen;
  if (size === 0) return null;
  const volumes = paper.volumes.map((volume) => ({ value: volume.key, label: words.volumeNamed(volume.number, shortTitle(volume.title, paper.plan.prefix)) }));
  return (
    <div className="plan-bar plan-chosen volume-chosen">
      <span>{words.chosen(size)}</span>
      <Select className="volume-target-select" popupMatchSelectWidth={false} aria-label={words.moveChosenLabel} placeholder={words.moveChosen} value={null} options={[...volumes, { value: '', label: words.newVolume }]} onChange={(key: string | null) => changes.moveChosen(key === null || key === '' ? undefined : key)} />
      <Button type="text" size="small" onClick={changes.clear}>{words.clear}</Button>
    </div>
  );
}

function ManualNote(props: { readonly paper: ArrangedPaper }): ReactNode {
  const { arrangement, change } = props.paper;
  const ask = useAsk();
  if (arrangement.manual === undefined) return null;
  const back = async (): Promise<void> => {
    if (await ask({ title: words.backTitle, text: words.backText, confirm: words.backToRule })) change(backToRule(arrangement));
  };
  return <div className="volume-manual"><span>{words.manual}</span><Button size="small" onClick={() => void back()}>{words.backToRule}</Button></div>;
}

/** All volumes: as they stand on the shelf, and each with its documents. */
export function VolumeList(props: { readonly contractId: string; readonly paper: ArrangedPaper; readonly isReadOnly: boolean; readonly open: string | undefined }): ReactNode {
  const { paper, isReadOnly } = props;
  const { volumes, plan, arrangement } = paper;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set(props.open === undefined ? [] : [props.open]));
  const list = useRef<HTMLDivElement>(null);
  const open = useCallback((key: string) => setOpened((before) => (before.has(key) ? before : new Set([...before, key]))), []);
  const changes = useVolumeActions(paper, list, open);
  const items = volumes.reduce((sum, volume) => sum + volume.items.length, 0);
  const pages = words.pages(volumes.reduce((sum, volume) => sum + volume.pages, 0), volumes.every((volume) => volume.pagesAreCounted));

  const show = (key: string): void => {
    open(key);
    requestAnimationFrame(() => {
      const card = [...(list.current?.querySelectorAll<HTMLElement>('[data-volume]') ?? [])].find((candidate) => candidate.dataset['volume'] === key);
      card?.scrollIntoView({ block: 'start' });
      card?.querySelector<HTMLElement>('.volume-toggle')?.focus({ preventScroll: true });
    });
  };
  const toggle = (key: string): void => setOpened((before) => new Set(before.has(key) ? [...before].filter((other) => other !== key) : [...before, key]));

  if (volumes.length === 0) return <section className="panel"><EmptyView text={plan.items.length === 0 ? words.empty : words.allLeftOut} /></section>;
  return (
    <div ref={list}>
      <section className="panel" aria-label={words.shelf}>
        <div className="panel-head"><h2>{words.shelf}</h2><span className="muted">{words.shelfNote(volumes.length, items, pages)}</span><span className="volume-actions"><PapersMenu contractId={props.contractId} profile={arrangement.profile} prefix={plan.prefix} /></span></div>
        <VolumeShelf volumes={volumes} prefix={plan.prefix} choose={show} drop={isReadOnly ? undefined : (volume) => changes.actions.drop(volume.key, volume.items.length)} />
        {isReadOnly ? null : <ManualNote paper={paper} />}
      </section>
      <output className="unseen" aria-live="polite">{changes.told}</output>
      <ChosenBar paper={paper} changes={changes} />
      {volumes.map((volume, index) => (
        <VolumeCard
          key={volume.key}
          volume={volume}
          prefix={plan.prefix}
          isOpen={opened.has(volume.key)}
          isFirst={index === 0}
          isLast={index === volumes.length - 1}
          stamped={arrangement.pageNumbers === 'stamp'}
          toggle={() => toggle(volume.key)}
          papers={<PapersMenu contractId={props.contractId} profile={arrangement.profile} prefix={plan.prefix} volume={volume} />}
          actions={isReadOnly ? undefined : changes.actions}
        />
      ))}
    </div>
  );
}
