import type { ReactNode } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { templateWords } from '../../words/templates.ts';
import { FaultList } from './fault-list.tsx';
import type { Exchange } from './use-exchange.ts';

/** A file that was not taken: why, at each place; one that only raises doubts may be taken all the same. */
export function OfferedFileDialog(props: { readonly exchange: Exchange }): ReactNode {
  const { offered, forget, takeAnyway, isBusy } = props.exchange;
  const isBroken = offered !== undefined && offered.result.problems.length > 0;
  return (
    <Dialog
      title={templateWords.offeredTitle(offered?.file.name ?? '')}
      isOpen={offered !== undefined}
      close={forget}
      width={720}
      {...(offered === undefined || isBroken ? {} : { confirm: { text: templateWords.takeAnyway, action: () => void takeAnyway(), isBusy } })}
    >
      {offered === undefined ? null : (
        <>
          <p>{isBroken ? templateWords.offeredBroken : templateWords.offeredDoubtful}</p>
          <ScrollRegion label={templateWords.faults}><FaultList problems={offered.result.problems} doubts={offered.result.doubts} /></ScrollRegion>
        </>
      )}
    </Dialog>
  );
}
