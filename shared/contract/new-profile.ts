import type { LocalDate } from '../dates.ts';
import { defaultChecklist } from './default-checklist.ts';
import { addedDeliverables, usualDeliverables } from './default-deliverables.ts';
import { defaultSurveyCriteria } from './default-survey.ts';
import type { ContractProfile } from './profile.ts';

/**
 * The start of a profile that a person fills in without a contract text. Names, days and times of service are left out, so that
 * the schema asks for them; checklist and survey begin with the usual ones. Deliverables follow from the name (`withUsualDeliverables`).
 */
export function emptyProfile(): Readonly<Record<string, unknown>> {
  return {
    client: {},
    vendor: {},
    service: {},
    price: { total: 0 },
    acceptance: {},
    delivery: { forms: ['纸介质', '电子版光盘'] },
    deliverables: [],
    reporting: {},
    serviceLevel: {},
    changeQuota: { personDays: 0 },
    confidentiality: {},
    serviceItems: [],
    checklist: [...defaultChecklist],
    surveyCriteria: [...defaultSurveyCriteria],
  };
}

/** A profile made by hand gets the usual deliverables under its own name. */
export function withUsualDeliverables(profile: ContractProfile): ContractProfile {
  if (profile.deliverables.length > 0) return profile;
  const named = usualDeliverables(profile.deliverablePrefix);
  return { ...profile, deliverables: [...named, ...addedDeliverables(profile.deliverablePrefix, named)] };
}

/** The contract that is the same already: two profiles of one contract would each have a part of its records. */
export function sameContract<C extends { readonly profile: ContractProfile }>(contracts: readonly C[], profile: { readonly title: string; readonly service: { readonly from: LocalDate } }): C | undefined {
  return contracts.find((contract) => contract.profile.title === profile.title && contract.profile.service.from === profile.service.from);
}
