import type { ReactNode } from 'react';
import type { Volume } from '../../../../shared/volumes/volume.ts';
import { shortTitle } from '../../../state/short-title.ts';
import { volumeWords } from '../../../words/volumes.ts';

/** A millimetre of a spine on the screen. */
const pixelsPerMillimetre = 2.2;

/** The volumes side by side as they will stand on the shelf, each as wide as it is thick; choosing one opens it below. */
export function VolumeShelf(props: { readonly volumes: readonly Volume[]; readonly prefix: string; readonly choose: (key: string) => void }): ReactNode {
  const { volumes, prefix, choose } = props;
  return (
    <ol className="shelf" aria-label={volumeWords.shelf}>
      {volumes.map((volume) => {
        const title = shortTitle(volume.title, prefix);
        return (
          <li key={volume.key}>
            <button
              type="button"
              className={volume.isOverLimit ? 'spine spine-over' : 'spine'}
              style={{ width: Math.max(26, volume.spine * pixelsPerMillimetre) }}
              aria-label={volumeWords.onShelf(volume.number, title, volume.spine)}
              title={volumeWords.onShelf(volume.number, title, volume.spine)}
              onClick={() => choose(volume.key)}
            >
              <span className="spine-title">{title}</span>
              <span className="spine-number">{volume.number}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
