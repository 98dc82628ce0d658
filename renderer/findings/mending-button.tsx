import { App, Button } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { kindOf, type KindName } from '../../shared/records/kinds.ts';
import type { Finding, Mending, Severity } from '../../shared/rules/finding.ts';
import { call } from '../api.ts';
import { Hint } from '../parts/hint.tsx';
import { useMendingTrip } from '../state/mending-trip.ts';
import { goTo, useNavigation } from '../state/navigation.ts';
import type { NewRecordStart } from '../state/route.ts';
import { useShortcut } from '../state/use-shortcut.ts';
import { useWorkspace } from '../state/workspace.ts';
import { findingWords } from '../words/findings.ts';
import { sectionOfField } from '../screens/settings/section-of-field.ts';
import { AttachScanButton } from './attach-scan-button.tsx';

const LinkWorkDialog = lazy(() => import('./link-work-dialog.tsx').then((module) => ({ default: module.LinkWorkDialog })));

function mendingText(mending: Mending): string {
  switch (mending.action) {
    case 'open-record': return mending.name === undefined ? findingWords.openRecord : findingWords.openNamed(mending.name);
    case 'add-record': return findingWords.addRecord(kindOf(mending.kind).title, mending.date ?? '');
    case 'edit-profile': return findingWords.editProfile;
    case 'link-work': return findingWords.linkWork(mending.item);
    case 'attach-scan': return findingWords.attachScan;
    case 'open-carried': return findingWords.openCarried;
    case 'open-sign-off': return findingWords.openSignOff;
    case 'open-delivery': return findingWords.openDelivery[mending.part ?? 'files'];
    default: return mending satisfies never;
  }
}

type MendingButtonProps = {
  readonly mending: Mending;
  /** What is mended: the form says it and leads back to the list. */
  readonly finding: Pick<Finding, 'rule' | 'message'>;
  /** What the list shows. */
  readonly shown?: Severity | 'all';
  /** Which of the findings that the list shows it is, from 0. */
  readonly placeOf?: () => number;
  /** It is the screen's first action, by these keys. */
  readonly keys?: string;
  /** Something was mended right here. */
  readonly done?: () => void;
};

const nothing = (): void => undefined;

/** Takes a person to the place where a finding can be mended, or mends it right here. */
export function MendingButton(props: MendingButtonProps): ReactNode {
  const { mending, finding, shown = 'all', placeOf, keys, done = nothing } = props;
  const { message } = App.useApp();
  const contractId = useWorkspace((workspace) => workspace.contractId);
  const today = useWorkspace((workspace) => workspace.info?.today ?? '');
  const [isLinking, setIsLinking] = useState(false);

  const openForm = async (kind: KindName, open: string, start: NewRecordStart & { readonly date?: string | undefined } = {}): Promise<void> => {
    const from = useNavigation.getState().route;
    const place = placeOf?.() ?? 0;
    if (await goTo({ screen: 'records', kind, open, ...start })) useMendingTrip.getState().begin({ from, rule: keys === undefined ? finding.rule : undefined, message: finding.message, place, shown, kind, open });
  };

  const mend = async (): Promise<void> => {
    switch (mending.action) {
      case 'open-record': {
        const record = await call('records.get', { id: mending.recordId });
        if (!record.ok) return void message.error(findingWords.recordGone);
        return openForm(record.value.kind, record.value.id);
      }
      case 'add-record': {
        const { kind, date } = mending;
        return openForm(kind, 'new', { date, ...(date === undefined || date >= today || kind === 'report' ? {} : { supplement: 'check' }) });
      }
      case 'edit-profile':
        await goTo({ screen: 'settings', section: sectionOfField(mending.field) });
        return;
      case 'link-work':
        setIsLinking(true);
        return;
      case 'open-carried':
        await goTo({ screen: 'delivery', part: 'carried' });
        return;
      case 'open-delivery':
        await goTo({ screen: 'delivery', part: mending.part });
        return;
      case 'attach-scan':
      case 'open-sign-off':
        await goTo({ screen: 'delivery', part: 'sign-off' });
        return;
      default: return mending satisfies never;
    }
  };

  useShortcut(keys ?? '', () => void mend(), keys !== undefined);
  if (mending.action === 'attach-scan' && keys === undefined && contractId !== undefined) {
    const { deliverable, scope } = mending;
    return <AttachScanButton contractId={contractId} choice={{ deliverable, scope }} done={done} />;
  }
  const text = mendingText(mending);
  const button = <Button size="small" type={keys === undefined ? 'link' : 'primary'} onClick={() => void mend()}>{text}</Button>;
  return (
    <>
      {keys === undefined ? button : <Hint text={text} keys={keys}>{button}</Hint>}
      {mending.action !== 'link-work' || !isLinking ? null : (
        <Suspense fallback={null}>
          <LinkWorkDialog link={mending} begin={(kind) => void openForm(kind, 'new', { closes: `${mending.recordId}:${mending.row}` })} done={done} close={() => setIsLinking(false)} />
        </Suspense>
      )}
    </>
  );
}
