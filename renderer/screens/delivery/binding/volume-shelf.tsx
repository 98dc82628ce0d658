import { useState, type DragEvent, type ReactNode } from 'react';
import type { Volume } from '../../../../shared/volumes/volume.ts';
import { shortTitle } from '../../../state/short-title.ts';
import { volumeWords } from '../../../words/volumes.ts';

/** A millimetre of a spine on the screen. */
const pixelsPerMillimetre = 3;
/** From so many millimetres on a title may have several lines. */
const wideSpine = 20;

type ShelfProps = {
  readonly volumes: readonly Volume[];
  readonly prefix: string;
  readonly choose: (key: string) => void;
  /** What is dragged becomes the last of a volume; `undefined` where nothing may be changed. */
  readonly drop: ((volume: Volume) => void) | undefined;
};

/** The volumes side by side as they will stand on the shelf, each as wide as it is thick; choosing one opens it below. */
export function VolumeShelf(props: ShelfProps): ReactNode {
  const { volumes, prefix, choose, drop } = props;
  const [target, setTarget] = useState('');
  const dropping = (volume: Volume): Readonly<Record<string, (event: DragEvent) => void>> => (drop === undefined ? {} : {
    onDragOver: (event) => {
      event.preventDefault();
      setTarget(volume.key);
    },
    onDragLeave: () => setTarget(''),
    onDrop: (event) => {
      event.preventDefault();
      setTarget('');
      drop(volume);
    },
  });
  return (
    <ol className="shelf" aria-label={volumeWords.shelf}>
      {volumes.map((volume) => {
        const title = shortTitle(volume.title, prefix);
        return (
          <li key={volume.key}>
            <button
              type="button"
              className={`spine ${volume.spine >= wideSpine ? 'spine-wide' : ''} ${volume.isOverLimit ? 'spine-over' : ''} ${target === volume.key ? 'volume-target' : ''}`}
              style={{ width: Math.max(30, volume.spine * pixelsPerMillimetre) }}
              title={volumeWords.onShelf(volume.number, title, volume.spine)}
              onClick={() => choose(volume.key)}
              {...dropping(volume)}
            >
              <span className="unseen">{volumeWords.volume(volume.number)} </span>
              <span className="spine-title">{title}</span>
              <span className="spine-number" aria-hidden>{volume.number}</span>
              <span className="unseen">{volumeWords.spineOf(volume.spine)}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
