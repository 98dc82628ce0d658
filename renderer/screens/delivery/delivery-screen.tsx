import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import { Page } from '../../parts/page.tsx';
import { LoadingView } from '../../parts/state-views.tsx';
import { TabRow } from '../../parts/tab-row.tsx';
import { goTo } from '../../state/navigation.ts';
import { deliveryParts, type DeliveryPart, type Route } from '../../state/route.ts';
import { deliveryPartWords, deliveryWords } from '../../words/delivery.ts';
import { ActionsPlace, type DeliveryPartProps } from './part-actions.tsx';
import '../../styles/delivery.css';

const views: Readonly<Record<DeliveryPart | 'files', ComponentType<DeliveryPartProps>>> = {
  files: lazy(() => import('./files-part.tsx').then((module) => ({ default: module.FilesPart }))),
  binding: lazy(() => import('./binding/binding-part.tsx').then((module) => ({ default: module.BindingPart }))),
  'sign-off': lazy(() => import('./sign-off/sign-off-part.tsx').then((module) => ({ default: module.SignOffPart }))),
  disc: lazy(() => import('./disc/disc-part.tsx').then((module) => ({ default: module.DiscPart }))),
  carried: lazy(() => import('./carried/carried-part.tsx').then((module) => ({ default: module.CarriedPart }))),
};

const tabs = (['files', ...deliveryParts] as const).map((part) => ({ key: part, label: deliveryPartWords[part] }));

/** The hand-over from its files to paper, signatures, discs and what else left the computer: one part of it at a time. */
export function DeliveryScreen(props: { readonly contract: Contract; readonly route: Extract<Route, { screen: 'delivery' }> }): ReactNode {
  const { contract, route } = props;
  const part = route.part ?? 'files';
  const [place, setPlace] = useState<Element | null>(null);
  const View = views[part];
  return (
    <Page
      title={deliveryWords.title}
      note={<TabRow label={deliveryWords.parts} panel="delivery-part" tabs={tabs} current={part} choose={(key) => void goTo({ screen: 'delivery', part: deliveryParts.find((candidate) => candidate === key) })} />}
      actions={<span ref={setPlace} className="part-actions" />}
    >
      <div role="tabpanel" id="delivery-part" aria-labelledby={`delivery-part-${part}`}>
        <ActionsPlace value={place}>
          <Suspense fallback={<section className="panel"><LoadingView /></section>}>
            <View key={part} contract={contract} open={route.open} />
          </Suspense>
        </ActionsPlace>
      </div>
    </Page>
  );
}
