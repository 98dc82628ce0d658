import type { ReactNode } from 'react';
import { EmptyView } from '../../../parts/state-views.tsx';
import { deliveryPartWords } from '../../../words/delivery.ts';
import type { DeliveryPartProps } from '../part-actions.tsx';

/** Filled by the work that follows. */
export function DiscPart(_props: DeliveryPartProps): ReactNode {
  return <section className="panel"><EmptyView text={deliveryPartWords.disc} /></section>;
}
