import { AppError } from '../../../shared/app-error.ts';
import type { Contract } from '../../../shared/contract/profile.ts';
import { planSteps, type PlannedFile, type PlanRange } from '../../../shared/deliverables/plan.ts';
import type { PlannedDeliverable, PlannedDocument } from '../../../shared/ipc/delivery-channels.ts';
import { scopeOf, type DataDigests, type DigestSource } from '../../handover/deliverables/data-digest.ts';
import type { TemplateFacts } from '../../handover/deliverables/template-library.ts';
import { fetchRecords } from '../../store/record-memory.ts';
import { allRecords } from '../../store/records.ts';
import type { IssuedDocument } from '../../store/issued.ts';
import type { Core } from '../core.ts';
import { isSignedState } from '../../../shared/sign-off/edition.ts';
import { digestSource, freshnessOf, issuedByKey } from './issue-documents.ts';

type UsedTemplate = TemplateFacts | { readonly fault: string };

/** The templates of the enabled deliverables by name; one that cannot be used says why. */
async function templatesOf(core: Core, contract: Contract): Promise<ReadonlyMap<string, UsedTemplate>> {
  const names = new Set(contract.profile.deliverables.filter(({ enabled }) => enabled).map(({ template }) => template));
  const templates = new Map<string, UsedTemplate>();
  for (const name of names) {
    try {
      templates.set(name, await core.maker.facts(name));
    } catch (error) {
      // A program that gave up is no fault of the template: asked again, it may answer.
      if (!(error instanceof AppError) || error.code === 'internal' || error.code === 'cancelled') throw error;
      templates.set(name, { fault: error.message });
    }
    await core.turns.next();
  }
  return templates;
}

type StateInput = { readonly digests: DataDigests; readonly source: DigestSource; readonly templates: ReadonlyMap<string, UsedTemplate>; readonly issuedOf: (planned: PlannedFile) => IssuedDocument | undefined };

function stateOf({ digests, source, templates }: StateInput, planned: PlannedFile, issued: IssuedDocument | undefined): Pick<PlannedDocument, 'freshness' | 'changed'> {
  // What was never made need not be compared.
  if (issued === undefined) return { freshness: 'never' };
  const template = templates.get(planned.deliverable.template);
  if (isSignedState(issued.state)) {
    const showsPhotos = template !== undefined && 'showsPhotos' in template && template.showsPhotos;
    return digests.editionOf(source, planned, showsPhotos).version === issued.version ? { freshness: 'current' } : { freshness: 'stale', changed: 'records' };
  }
  if (template === undefined || 'fault' in template) return { freshness: 'stale', changed: 'template' };
  return freshnessOf(issued, digests.ofFile(source, planned, template.showsPhotos), template.sha256);
}

function documentOf(input: StateInput, planned: PlannedFile): PlannedDocument {
  const issued = input.issuedOf(planned);
  return {
    scope: scopeOf(planned),
    name: planned.name,
    period: planned.period.label,
    from: planned.period.from,
    to: planned.period.to,
    records: planned.records.length,
    ...stateOf(input, planned, issued),
    ...(issued === undefined ? {} : { issued: { id: issued.id, state: issued.state, madeAt: issued.madeAt, madeBy: issued.madeBy, stateAt: issued.stateAt, version: issued.version } }),
  };
}

function* statesOf(input: StateInput, plan: readonly PlannedFile[]): Generator<undefined, Map<PlannedFile, PlannedDocument>> {
  // Digests of single records are remembered; files that ask for all records then cost little.
  yield* input.digests.steps(input.source.records);
  const states = new Map<PlannedFile, PlannedDocument>();
  for (const planned of plan) {
    states.set(planned, documentOf(input, planned));
    yield undefined;
  }
  return states;
}

/** Every file of the plan with whether it is up to date. */
export async function planWithStates(core: Core, contract: Contract, digests: DataDigests, range: PlanRange): Promise<{ readonly states: Map<PlannedFile, PlannedDocument>; readonly templates: ReadonlyMap<string, UsedTemplate> }> {
  await fetchRecords(core.store, contract.id, core.turns.next);
  await core.turns.next();
  const templates = await templatesOf(core, contract);
  const records = allRecords(core.store, contract.id);
  const input = { digests, templates, source: digestSource(core.store, contract, records), issuedOf: issuedByKey(core.store, contract.id) };
  const plan = await core.turns.run(planSteps(contract.profile, records, range));
  return { templates, states: await core.turns.run(statesOf(input, plan)) };
}

/** Every enabled deliverable with its files, and of each file whether it was made and would come out the same today. */
export async function deliveryPlan(core: Core, contract: Contract, digests: DataDigests): Promise<PlannedDeliverable[]> {
  const { states, templates } = await planWithStates(core, contract, digests, {});
  const byDeliverable = Map.groupBy(states, ([planned]) => planned.deliverable.id);
  return contract.profile.deliverables.filter(({ enabled }) => enabled).map(({ id, title, template }) => {
    const files = (byDeliverable.get(id) ?? []).map(([, document]) => document);
    const used = templates.get(template);
    return { id, title, template, ...(used !== undefined && 'fault' in used ? { fault: used.fault } : {}), records: files.reduce((sum, file) => sum + file.records, 0), files };
  });
}

/** The files that were never made or would come out otherwise today, by deliverable and scope. */
export async function outdatedFiles(core: Core, contract: Contract, digests: DataDigests, range: PlanRange): Promise<{ readonly deliverable: string; readonly scope: string }[]> {
  const { states } = await planWithStates(core, contract, digests, range);
  return [...states].filter(([, { freshness }]) => freshness !== 'current').map(([{ deliverable }, { scope }]) => ({ deliverable: deliverable.id, scope }));
}
