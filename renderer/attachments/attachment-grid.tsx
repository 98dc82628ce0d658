import { useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Attachment } from '../../shared/ipc/attachment-channels.ts';
import { call } from '../api.ts';
import { attachmentWords } from '../words/attachments.ts';
import { AttachmentTile, type TileActions } from './attachment-tile.tsx';
import { movedTo } from './moved-to.ts';
import type { Attachments } from './use-attachments.ts';
import type { Pictures } from './use-pictures.ts';

type AttachmentGridProps = {
  readonly recordId: string;
  readonly list: readonly Attachment[];
  readonly pictures: Pictures;
  readonly isReadOnly: boolean;
  readonly change: Attachments['change'];
  readonly open: (index: number) => void;
  readonly removed: (attachment: Attachment) => void;
};

/** The same functions for the whole life of the grid, so that tiles are drawn again only for what they show. */
function useSteadyActions(actions: TileActions): TileActions {
  const latest = useRef(actions);
  useLayoutEffect(() => {
    latest.current = actions;
  });
  return useMemo(() => ({
    open: (index) => latest.current.open(index),
    describe: (index, words) => latest.current.describe(index, words),
    move: (from, to) => latest.current.move(from, to),
    remove: (index) => latest.current.remove(index),
    hold: (index) => latest.current.hold(index),
    dropAt: (index) => latest.current.dropAt(index),
  }), []);
}

/** The attachments of a record in their order, which the mouse and the keyboard change. */
export function AttachmentGrid(props: AttachmentGridProps): ReactNode {
  const { recordId, list, pictures, isReadOnly, change, open, removed } = props;
  const grid = useRef<HTMLUListElement>(null);
  const [held, setHeld] = useState<number>();
  const [moved, setMoved] = useState<{ readonly sha256: string; readonly place: number }>();

  // Putting an element elsewhere in the page takes the focus from it; the keys must go on working on the same attachment.
  useLayoutEffect(() => {
    if (moved === undefined) return;
    const tile = [...(grid.current?.children ?? [])].find((child) => child instanceof HTMLElement && child.dataset['attachment'] === moved.sha256);
    const button = tile?.querySelector('button');
    if (document.activeElement === document.body || document.activeElement === null) button?.focus();
  }, [moved, list]);

  const move = (from: number, to: number): void => {
    const attachment = list[from];
    if (attachment === undefined || to < 0 || to >= list.length || from === to) return;
    const ordered = movedTo(list, from, to);
    setMoved({ sha256: attachment.sha256, place: to + 1 });
    void change(call('attachments.order', { recordId, order: ordered.map(({ sha256 }) => sha256) }), ordered);
  };
  const describe: TileActions['describe'] = (index, words) => {
    const attachment = list[index];
    if (attachment === undefined) return;
    const expected = list.map((other) => (other === attachment ? { ...other, ...words } : other));
    void change(call('attachments.describe', { recordId, sha256: attachment.sha256, ...words }), expected);
  };
  const remove = (index: number): void => {
    const attachment = list[index];
    if (attachment !== undefined) removed(attachment);
  };
  const dropAt = (index: number): void => {
    setHeld(undefined);
    if (held !== undefined) move(held, index);
  };
  const actions = useSteadyActions({ open, describe, move, remove, hold: setHeld, dropAt });

  return (
    <>
      <ul ref={grid} className="attachment-grid" aria-label={attachmentWords.gridOf}>
        {list.map((attachment, index) => (
          <AttachmentTile
            key={attachment.sha256}
            attachment={attachment}
            index={index}
            picture={pictures.get(attachment.sha256)}
            isReadOnly={isReadOnly}
            isDropTarget={held !== undefined && held !== index}
            actions={actions}
          />
        ))}
      </ul>
      <output className="unseen">{moved === undefined ? null : attachmentWords.moved(moved.place, list.length)}</output>
    </>
  );
}
