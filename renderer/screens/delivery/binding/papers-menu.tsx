import { Button, Dropdown } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import type { VolumePaper } from '../../../../shared/deliverables/paper-subjects.ts';
import type { Arrangement } from '../../../../shared/volumes/arrangement.ts';
import type { Volume } from '../../../../shared/volumes/volume.ts';
import { EyeIcon } from '../../../parts/icons.tsx';
import { PreviewDialog } from '../../../preview/preview-dialog.tsx';
import { paperWords as words, volumeWords } from '../../../words/volumes.ts';

const ofVolume = { simple: ['volume-cover', 'volume-contents'], archive: ['volume-cover-archive', 'volume-contents-archive', 'volume-note'] } as const satisfies Record<Arrangement['profile'], readonly VolumePaper[]>;
const ofAll = { simple: ['volume-spines', 'box-labels', 'volumes-list', 'volumes-receipt'], archive: ['volume-spines-archive', 'box-labels', 'volumes-list', 'volumes-receipt'] } as const satisfies Record<Arrangement['profile'], readonly VolumePaper[]>;

type PapersMenuProps = { readonly contractId: string; readonly profile: Arrangement['profile']; readonly prefix: string; readonly volume?: Volume };

/** The papers of one volume, or those over all of them, to look at before anything is bound. */
export function PapersMenu(props: PapersMenuProps): ReactNode {
  const { contractId, profile, prefix, volume } = props;
  const [shown, setShown] = useState<VolumePaper>();
  const button = useRef<HTMLButtonElement>(null);
  const papers: readonly VolumePaper[] = volume === undefined ? ofAll[profile] : ofVolume[profile];
  const name = volume === undefined ? '' : volumeWords.volume(volume.number);
  const look = (paper: VolumePaper | undefined): void => {
    // The menu goes; the preview gives the focus back to what had it before.
    button.current?.focus();
    setShown(paper);
  };
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items: papers.map((paper) => ({ key: paper, label: words.papers[paper] })), onClick: ({ key }) => look(papers.find((paper) => paper === key)) }}>
        {volume === undefined
          ? <Button ref={button} size="small" icon={<EyeIcon />}>{words.lookAtAll}</Button>
          : <Button ref={button} size="small" type="text" icon={<EyeIcon />} aria-label={words.lookOf(name)} title={words.lookOf(name)} />}
      </Dropdown>
      <PreviewDialog
        name={shown === undefined ? '' : `${name}${words.papers[shown]}`}
        target={shown === undefined ? undefined : { contractId, template: `${shown}.docx`, ...(volume === undefined ? {} : { volume: volume.number }) }}
        titlePrefix={prefix}
        close={() => setShown(undefined)}
      />
    </>
  );
}
