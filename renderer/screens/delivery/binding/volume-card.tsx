import { Button, Input, Tag, Tooltip, type InputRef } from 'antd';
import { useEffect, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { formatChineseDate } from '../../../../shared/dates.ts';
import type { Volume } from '../../../../shared/volumes/volume.ts';
import { ArrowDownIcon, ArrowUpIcon, CaretDownIcon, EditIcon, RightIcon, UndoIcon } from '../../../parts/icons.tsx';
import { shortTitle } from '../../../state/short-title.ts';
import { volumeWords as words } from '../../../words/volumes.ts';
import { ItemRows, type ItemActions } from './item-rows.tsx';

/** What can be done with whole volumes. */
export type VolumeActions = ItemActions & {
  readonly rename: (volume: Volume, title: string) => void;
  readonly stepVolume: (volume: Volume, step: 'up' | 'down') => void;
  readonly joinNext: (volume: Volume) => void;
};

function TitleInput(props: { readonly volume: Volume; readonly name: string; readonly done: (title: string | undefined) => void }): ReactNode {
  const { volume, name, done } = props;
  const [title, setTitle] = useState(volume.title);
  const input = useRef<InputRef>(null);
  // The person asked for it by pressing a button that has just gone.
  useEffect(() => input.current?.focus(), []);
  return (
    <span className="volume-title-edit">
      <Input
        ref={input}
        value={title}
        maxLength={200}
        aria-label={words.rename(name)}
        onChange={(event) => setTitle(event.target.value)}
        onPressEnter={() => done(title)}
        onBlur={() => done(title)}
        onKeyDown={(event) => { if (event.key === 'Escape') done(undefined); }}
      />
      {volume.title === volume.ruleTitle ? null : <Button size="small" icon={<UndoIcon />} onMouseDown={(event) => event.preventDefault()} onClick={() => done('')}>{words.titleBack}</Button>}
    </span>
  );
}

function Facts(props: { readonly volume: Volume }): ReactNode {
  const { volume } = props;
  return (
    <span className="volume-facts">
      <span>{words.items(volume.items.length)}</span>
      <span>{words.pages(volume.pages, volume.pagesAreCounted)}{volume.pagesAreCounted ? null : <Tooltip title={words.uncountedNote}><Tag className="tag-uncounted">{words.uncounted}</Tag></Tooltip>}</span>
      <span>{words.sheets(volume.sheets + volume.paperSheets)}</span>
      <span>{words.thickness(volume.thickness)}</span>
      <span>{words.spine(volume.spine)}</span>
      <span>{formatChineseDate(volume.from)}–{formatChineseDate(volume.to)}</span>
      {volume.code === '' ? null : <span>{volume.code}</span>}
      {volume.isOverLimit ? <Tooltip title={volume.items.length === 1 ? words.overLimitOne : words.overLimitMany}><Tag color="orange">{words.overLimit}</Tag></Tooltip> : null}
    </span>
  );
}

type VolumeCardProps = {
  readonly volume: Volume;
  readonly prefix: string;
  readonly isOpen: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly stamped: boolean;
  readonly toggle: () => void;
  /** The menu of its papers. */
  readonly papers: ReactNode;
  readonly actions: VolumeActions | undefined;
};

/** One volume: what it is called and how thick it becomes, its documents when it is open. Documents dropped on its head become its last. */
export function VolumeCard(props: VolumeCardProps): ReactNode {
  const { volume, prefix, isOpen, isFirst, isLast, stamped, toggle, actions } = props;
  const [isRenaming, setIsRenaming] = useState(false);
  const [isTarget, setIsTarget] = useState(false);
  const short = shortTitle(volume.title, prefix);
  const name = words.volume(volume.number);
  const body = `volume-${volume.number}`;
  const dropping = actions === undefined ? {} : {
    onDragOver: (event: DragEvent) => { event.preventDefault(); setIsTarget(true); },
    onDragLeave: () => setIsTarget(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setIsTarget(false);
      actions.drop(volume.key, volume.items.length);
    },
  };
  return (
    <section className="panel volume" aria-label={words.volumeNamed(volume.number, short)} data-volume={volume.key}>
      <div className={isTarget ? 'volume-head volume-target' : 'volume-head'} {...dropping}>
        <div className="volume-name">
          <button type="button" className="volume-toggle" aria-expanded={isOpen} aria-controls={body} aria-label={isOpen ? words.close(words.volumeNamed(volume.number, short)) : words.open(words.volumeNamed(volume.number, short))} onClick={toggle}>
            {isOpen ? <CaretDownIcon /> : <RightIcon />}<strong>{name}</strong>{isRenaming ? null : <span title={volume.title}>{short}</span>}
          </button>
          {isRenaming ? (
            <TitleInput
              volume={volume}
              name={name}
              done={(title) => {
                setIsRenaming(false);
                if (title !== undefined) actions?.rename(volume, title);
              }}
            />
          ) : actions === undefined ? null : <Button size="small" type="text" icon={<EditIcon />} aria-label={words.rename(name)} title={words.rename(name)} onClick={() => setIsRenaming(true)} />}
        </div>
        <Facts volume={volume} />
        <span className="volume-actions">
          {props.papers}
          {actions === undefined ? null : (
            <>
              <Button size="small" type="text" icon={<ArrowUpIcon />} disabled={isFirst} aria-label={words.moveUp(name)} title={words.moveUp(name)} onClick={() => actions.stepVolume(volume, 'up')} />
              <Button size="small" type="text" icon={<ArrowDownIcon />} disabled={isLast} aria-label={words.moveDown(name)} title={words.moveDown(name)} onClick={() => actions.stepVolume(volume, 'down')} />
              {isLast ? null : <Button size="small" type="link" aria-label={`${name} ${words.joinNext}`} onClick={() => actions.joinNext(volume)}>{words.joinNext}</Button>}
            </>
          )}
        </span>
      </div>
      <div id={body}>{isOpen ? <ItemRows volume={volume} name={name} stamped={stamped} actions={actions} /> : null}</div>
    </section>
  );
}
