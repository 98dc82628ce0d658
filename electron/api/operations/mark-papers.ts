import type { Contract } from '../../../shared/contract/profile.ts';
import { planDeliverables, type PlannedFile } from '../../../shared/deliverables/plan.ts';
import type { IssuedState } from '../../../shared/deliverables/issued-state.ts';
import { isSignedState } from '../../../shared/sign-off/edition.ts';
import type { FileChoice } from '../../../shared/sign-off/scan.ts';
import { scopeOf } from '../../handover/deliverables/data-digest.ts';
import { reopenIssued, type IssuedDocument } from '../../store/issued.ts';
import { takeStep, type PaperStep } from '../../store/paper-steps.ts';
import { allRecords } from '../../store/records.ts';
import { sealRecords } from '../../store/seals.ts';
import type { Core } from '../core.ts';
import { issuedByKey } from './issue-documents.ts';

function keyOf({ deliverable, scope }: FileChoice): string {
  return `${deliverable} ${scope}`;
}

/** The files of a contract's plan by deliverable and scope. */
export function plannedFiles(core: Core, contract: Contract): (choice: FileChoice) => PlannedFile | undefined {
  const plan = planDeliverables(contract.profile, allRecords(core.store, contract.id));
  const files = new Map(plan.map((planned) => [keyOf({ deliverable: planned.deliverable.id, scope: scopeOf(planned) }), planned]));
  return (choice) => files.get(keyOf(choice));
}

/** The templates whose forms show photos. One that cannot be used shows none. */
export async function photoTemplates(core: Core, contract: Contract): Promise<ReadonlySet<string>> {
  const names = new Set(contract.profile.deliverables.filter(({ enabled }) => enabled).map(({ template }) => template));
  const loaded = await Promise.all([...names].map(async (name) => core.maker.facts(name).then(({ showsPhotos }) => (showsPhotos ? name : ''), () => '')));
  return new Set(loaded.filter((name) => name !== ''));
}

/**
 * Notes how far one paper is. A signed one seals the records that it shows; one that is signed no longer lets them go, and is not to be
 * replaced either. Inside a transaction.
 */
export function markPaper(core: Core, issued: IssuedDocument, planned: PlannedFile, state: IssuedState, step: PaperStep, showsPhotos: boolean): void {
  const { store } = core;
  if (isSignedState(issued.state) && !isSignedState(state) && issued.reopened !== undefined) reopenIssued(store, issued.id, undefined, store.environment.now());
  takeStep(store, issued.id, state, step);
  if (isSignedState(state)) sealRecords(store, issued.id, planned.records.map(({ id }) => id), showsPhotos);
}

/**
 * Notes for documents how far their paper is, all or none. Those that were never made have no paper and are counted.
 * @param step day and person; for several documents the same
 */
export async function markPapers(core: Core, contract: Contract, choices: readonly FileChoice[], state: IssuedState, step: PaperStep): Promise<{ readonly changed: number; readonly notMade: number }> {
  const withPhotos = await photoTemplates(core, contract);
  const plannedOf = plannedFiles(core, contract);
  return core.store.transaction(() => {
    const issuedOf = issuedByKey(core.store, contract.id);
    let changed = 0;
    let notMade = 0;
    for (const choice of choices) {
      const planned = plannedOf(choice);
      const issued = planned === undefined ? undefined : issuedOf(planned);
      if (planned === undefined || issued === undefined) notMade += 1;
      else {
        if (issued.state !== state) changed += 1;
        markPaper(core, issued, planned, state, step, withPhotos.has(planned.deliverable.template));
      }
    }
    return { changed, notMade };
  });
}
