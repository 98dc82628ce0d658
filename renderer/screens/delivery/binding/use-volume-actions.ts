import { App } from 'antd';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { joinWithNext, moveItems, renameVolume, splitBefore, stepItem, stepVolume } from '../../../../shared/volumes/change-arrangement.ts';
import { arrangeVolumes } from '../../../../shared/volumes/arrange-volumes.ts';
import type { Arrangement } from '../../../../shared/volumes/arrangement.ts';
import { itemKey, type ItemKey, type Volume } from '../../../../shared/volumes/volume.ts';
import { useUndoToast } from '../../../parts/use-undo-toast.tsx';
import { volumeWords as words } from '../../../words/volumes.ts';
import type { ArrangedPaper } from './use-arrangement.ts';
import type { VolumeActions } from './volume-card.tsx';

export type VolumeChanges = {
  readonly actions: VolumeActions;
  /** Moves what is chosen to the end of a volume, or into one of its own behind all others. */
  readonly moveChosen: (volume: string | undefined) => void;
  readonly clear: () => void;
  /** What the last step by keyboard came to, to be read out. */
  readonly told: string;
};

function focusItem(list: RefObject<HTMLElement | null>, key: string): void {
  requestAnimationFrame(() => [...(list.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])].find((handle) => handle.dataset['item'] === key)?.focus());
}

/** What a person does to the volumes by hand: each change at once and, but for single steps, with a way back. */
export function useVolumeActions(paper: ArrangedPaper, list: RefObject<HTMLElement | null>, open: (volume: string) => void): VolumeChanges {
  const { plan, arrangement, volumes, change } = paper;
  const { message } = App.useApp();
  const offerUndo = useUndoToast();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState('');
  const dragged = useRef<ItemKey>(undefined);
  const latest = useRef(arrangement);
  useEffect(() => { latest.current = arrangement; }, [arrangement]);

  return useMemo(() => {
    const apply = (next: Arrangement, text: string): void => {
      if (next === arrangement) return;
      change(next);
      offerUndo(text, () => {
        // Taking back an earlier change would take the later ones with it.
        if (latest.current === next) change(arrangement);
        else message.info(words.changedSince);
        return Promise.resolve();
      });
    };
    const keysOf = (wanted: ReadonlySet<string>): ItemKey[] => plan.items.filter((item) => wanted.has(itemKey(item)));
    const moveTo = (keys: readonly ItemKey[], target: Volume, index: number): void => {
      apply(moveItems(arrangement, volumes, keys, { volume: target.key, index }), words.moved(keys.length, target.number));
      setChosen(new Set());
    };
    const moveChosen = (key: string | undefined): void => {
      const keys = keysOf(chosen);
      const target = volumes.find((volume) => volume.key === key);
      const [first] = keys;
      const last = volumes.at(-1);
      if (first === undefined || last === undefined) return;
      if (target !== undefined) return moveTo(keys, target, target.items.length);
      const behind = moveItems(arrangement, volumes, keys, { volume: last.key, index: last.items.length });
      const moved = arrangeVolumes(plan.items, behind, plan.prefix);
      const start = moved.at(-1)?.items.find((item) => chosen.has(itemKey(item))) ?? first;
      apply(splitBefore(behind, moved, start), words.moved(keys.length, moved.length + 1));
      setChosen(new Set());
    };
    return {
      told,
      moveChosen,
      clear: () => setChosen(new Set()),
      actions: {
        chosen,
        choose: (key, isChosen) => setChosen((before) => new Set(isChosen ? [...before, key] : [...before].filter((other) => other !== key))),
        step: (item, step) => {
          const next = stepItem(arrangement, volumes, item, step);
          if (next === undefined) return setTold(words.edge);
          change(next);
          const after = arrangeVolumes(plan.items, next, plan.prefix);
          const home = after.find((volume) => volume.items.some((other) => itemKey(other) === itemKey(item)));
          if (home === undefined) return;
          open(home.key);
          setTold(words.movedTo(item.title, home.number, home.items.findIndex((other) => itemKey(other) === itemKey(item)) + 1));
          focusItem(list, itemKey(item));
        },
        split: (item) => apply(splitBefore(arrangement, volumes, item), words.splitDone),
        drag: (item) => { dragged.current = item; },
        drop: (key, index) => {
          const item = dragged.current;
          const target = volumes.find((volume) => volume.key === key);
          dragged.current = undefined;
          // Files dragged in from elsewhere are none of ours.
          if (item === undefined || target === undefined) return;
          moveTo(chosen.has(itemKey(item)) ? keysOf(chosen) : [item], target, index);
        },
        rename: (volume, title) => {
          if (title.trim() !== volume.title) change(renameVolume(arrangement, volume, title));
        },
        stepVolume: (volume, step) => {
          const next = stepVolume(arrangement, volumes, volume.key, step);
          if (next !== undefined) change(next);
        },
        joinNext: (volume) => apply(joinWithNext(arrangement, volumes, volume.key), words.joinDone),
      },
    };
  }, [plan, arrangement, volumes, change, message, offerUndo, chosen, told, list, open]);
}
