import { Button, Checkbox, Tag, Tooltip } from 'antd';
import { useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react';
import { formatChineseDate } from '../../../../shared/dates.ts';
import { itemKey, type ItemKey, type PlacedItem, type Volume } from '../../../../shared/volumes/volume.ts';
import { DragIcon } from '../../../parts/icons.tsx';
import { ScrollRegion } from '../../../parts/scroll-region.tsx';
import { volumeWords as words } from '../../../words/volumes.ts';

const shownAtFirst = 200;
const shownMore = 400;

/** What can be done with documents; `undefined` where nothing may be changed. */
export type ItemActions = {
  readonly chosen: ReadonlySet<string>;
  readonly choose: (key: string, isChosen: boolean) => void;
  readonly step: (item: PlacedItem, step: 'up' | 'down') => void;
  readonly split: (item: PlacedItem) => void;
  readonly drag: (item: ItemKey) => void;
  /** Puts what is dragged before the document at this place of a volume. */
  readonly drop: (volume: string, index: number) => void;
};

/** Pages, and that they are a guess. */
export function PageCount(props: { readonly pages: number; readonly isCounted: boolean }): ReactNode {
  const { pages, isCounted } = props;
  return isCounted ? <>{pages}</> : <Tooltip title={words.uncountedNote}><span>{pages} <Tag className="tag-uncounted">{words.uncounted}</Tag></span></Tooltip>;
}

type RowProps = { readonly volume: Volume; readonly item: PlacedItem; readonly index: number; readonly stamped: boolean; readonly actions: ItemActions | undefined };

function ItemRow(props: RowProps): ReactNode {
  const { volume, item, index, stamped, actions } = props;
  const [isTarget, setIsTarget] = useState(false);
  const key = itemKey(item);
  const onKey = (event: KeyboardEvent): void => {
    if (actions === undefined || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    actions.step(item, event.key === 'ArrowUp' ? 'up' : 'down');
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsTarget(false);
    actions?.drop(volume.key, index);
  };
  return (
    <tr
      className={isTarget ? 'volume-target' : undefined}
      {...(actions === undefined ? {} : { onDragOver: (event: DragEvent) => { event.preventDefault(); setIsTarget(true); }, onDragLeave: () => setIsTarget(false), onDrop: drop })}
    >
      {actions === undefined ? null : (
        <td className="volume-handle">
          <Checkbox checked={actions.chosen.has(key)} aria-label={words.choose(item.title)} onChange={(event) => actions.choose(key, event.target.checked)} />
          <button
            type="button"
            draggable
            data-item={key}
            aria-label={words.handle(item.title)}
            title={words.handle(item.title)}
            onKeyDown={onKey}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', item.title);
              actions.drag(item);
            }}
          >
            <DragIcon />
          </button>
        </td>
      )}
      <td className="cell-count">{item.number}</td>
      <td className="volume-item">{item.title}{item.note === '' ? null : <span className="muted volume-note">{item.note}</span>}</td>
      <td className="volume-numbers">{words.numbers(item.fileNumber).map((number) => <span key={number}>{number}</span>)}</td>
      <td className="volume-date">{formatChineseDate(item.date)}</td>
      <td className="cell-count"><PageCount pages={item.pages} isCounted={item.pagesAreCounted} /></td>
      {stamped ? <td className="cell-count">{item.firstPage === item.lastPage ? item.firstPage : `${item.firstPage}–${item.lastPage}`}</td> : null}
      {actions === undefined ? null : (
        <td className="cell-actions">{index === 0 ? null : <Button type="link" size="small" aria-label={words.split(item.title)} onClick={() => actions.split(item)}>{words.splitHere}</Button>}</td>
      )}
    </tr>
  );
}

/** The documents of one volume: dragged, moved by Alt and the arrow keys, or chosen to be moved together. */
export function ItemRows(props: { readonly volume: Volume; readonly name: string; readonly stamped: boolean; readonly actions: ItemActions | undefined }): ReactNode {
  const { volume, name, stamped, actions } = props;
  const [count, setCount] = useState(shownAtFirst);
  const hidden = volume.items.length - count;
  return (
    <ScrollRegion className="volume-items" label={words.itemsOf(name)}>
      <table className="plain-table" aria-label={words.itemsOf(name)}>
        <thead>
          <tr>
            {actions === undefined ? null : <th scope="col"><span className="unseen">{words.moveChosen}</span></th>}
            <th scope="col" className="cell-count">{words.number}</th>
            <th scope="col">{words.item}</th>
            <th scope="col">{words.fileNumber}</th>
            <th scope="col">{words.date}</th>
            <th scope="col" className="cell-count">{words.pageCount}</th>
            {stamped ? <th scope="col" className="cell-count">{words.pageNumbers}</th> : null}
            {actions === undefined ? null : <th scope="col"><span className="unseen">{words.splitHere}</span></th>}
          </tr>
        </thead>
        <tbody>
          {volume.items.slice(0, count).map((item, index) => <ItemRow key={itemKey(item)} volume={volume} item={item} index={index} stamped={stamped} actions={actions} />)}
        </tbody>
      </table>
      {hidden > 0 ? <Button type="link" size="small" onClick={() => setCount(count + shownMore)}>{words.more(Math.min(hidden, shownMore))}</Button> : null}
    </ScrollRegion>
  );
}
