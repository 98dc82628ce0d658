import { lastHandoverDay } from '../../shared/contract/periods.ts';
import { addDays, type LocalDate } from '../../shared/dates.ts';
import { kindOf, type KindName } from '../../shared/records/kinds.ts';
import type { SignOff } from '../../shared/records/record.ts';
import { workingDayAfter, type Frame } from './frame.ts';
import { createRandom } from './random.ts';

/** A form goes round within two weeks, also over the long holidays. */
const longestRound = 14;

export type Signing = {
  readonly kind: KindName; readonly key: string; readonly date: LocalDate; readonly executor: string; readonly doneOn: LocalDate;
  /** The day the customer is known to have confirmed; everything of the vendor's was signed before it went out. */
  readonly confirmedOn?: LocalDate;
};

/** Days of the three signatures: the work itself, the project manager's review, the customer's confirmation. */
function signingDays(frame: Frame, signing: Signing): { readonly executedOn: LocalDate; readonly reviewedOn: LocalDate; readonly confirmedOn: LocalDate } {
  const random = createRandom(frame.seed, `sign ${signing.key}`);
  const reviewedOn = workingDayAfter(frame, signing.doneOn, random.whole(0, 1));
  const confirmedOn = workingDayAfter(frame, reviewedOn, random.whole(1, 3));
  const atOnce = workingDayAfter(frame, signing.doneOn, 0);
  const isInTime = confirmedOn <= addDays(signing.date, longestRound);
  // What is done at the very end is signed on the last day on which it can be handed over.
  const last = lastHandoverDay(frame.profile);
  const byLast = (day: LocalDate): LocalDate => (day <= last ? day : signing.date <= last ? last : signing.date);
  if (signing.confirmedOn !== undefined) return { executedOn: byLast(signing.doneOn), reviewedOn: byLast(signing.doneOn), confirmedOn: byLast(signing.confirmedOn) };
  return { executedOn: byLast(signing.doneOn), reviewedOn: byLast(isInTime ? reviewedOn : atOnce), confirmedOn: byLast(isInTime ? confirmedOn : atOnce) };
}

/** The signatures that a form has by `until`. */
export function signOffOf(frame: Frame, signing: Signing, until: LocalDate | undefined): SignOff {
  const roles = kindOf(signing.kind).signOff;
  const { executedOn, reviewedOn, confirmedOn } = signingDays(frame, signing);
  const isSigned = (role: (typeof roles)[number], on: LocalDate): boolean => roles.includes(role) && (until === undefined || on <= until);
  return {
    ...(isSigned('executor', executedOn) ? { executor: signing.executor, executedOn } : {}),
    ...(isSigned('reviewer', reviewedOn) ? { reviewer: frame.cast.manager, reviewedOn } : {}),
    ...(isSigned('confirmer', confirmedOn) ? { confirmer: frame.cast.contact.name, confirmedOn } : {}),
  };
}
