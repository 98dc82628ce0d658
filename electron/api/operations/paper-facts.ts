import { AppError } from '../../../shared/app-error.ts';
import type { Contract } from '../../../shared/contract/profile.ts';
import { planSteps, type PlannedFile } from '../../../shared/deliverables/plan.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import type { RuleHandover, RuleInput, RulePaper } from '../../../shared/rules/finding.ts';
import { scopeOf, type DataDigests, type DigestSource } from '../../handover/deliverables/data-digest.ts';
import { getArrangement } from '../../store/arrangements.ts';
import { discEvents } from '../../store/discs.ts';
import { documentScans } from '../../store/document-scans.ts';
import { listHandovers, type Handover } from '../../store/handovers.ts';
import { listIssued, productionsOf, type IssuedDocument } from '../../store/issued.ts';
import type { Core } from '../core.ts';
import { localDay } from '../environment.ts';
import { digestSource } from './issue-documents.ts';

export type PaperFacts = Pick<RuleInput, 'papers' | 'handover' | 'unbound'>;

type FactsCore = Pick<Core, 'store' | 'digests' | 'maker' | 'turns'>;

/** What is needed to say of a production whether it shows what its records say now. */
type Present = { readonly digests: DataDigests; readonly source: DigestSource; /** By template; one that cannot be used is missing. */ readonly showsPhotos: ReadonlyMap<string, boolean> };

function keyOf(deliverable: string, scope: string): string {
  return `${deliverable} ${scope}`;
}

/** Templates of the plan that can be used, and whether they print photos. */
async function photosShown(maker: Core['maker'], plan: readonly PlannedFile[]): Promise<ReadonlyMap<string, boolean>> {
  const shown = new Map<string, boolean>();
  for (const name of new Set(plan.map(({ deliverable }) => deliverable.template))) {
    try {
      shown.set(name, (await maker.facts(name)).showsPhotos);
    } catch (error) {
      // Its files cannot be made now, and the delivery plan says why: what they would show is not known.
      if (!(error instanceof AppError)) throw error;
    }
  }
  return shown;
}

/**
 * Whether a production no longer shows what its records say. Signatures, a report's review and another template change nothing on paper
 * (see `DataDigests.ofPaper`); what was made before that digest was kept is compared by all its data.
 */
function isOutdated({ digests, source, showsPhotos }: Present, planned: PlannedFile, production: IssuedDocument): boolean {
  if (production.reopened !== undefined) return true;
  const photos = showsPhotos.get(planned.deliverable.template);
  if (photos === undefined) return false;
  return production.paperSha256 === undefined
    ? production.dataSha256 !== digests.ofFile(source, planned, photos)
    : production.paperSha256 !== digests.ofPaper(source, planned, photos);
}

/** The documents of the plan whose latest production is outdated, by deliverable and scope. */
function* outdatedPapers(present: Present, plan: ReadonlyMap<string, PlannedFile>, issued: readonly IssuedDocument[]): Generator<undefined, ReadonlySet<string>> {
  const outdated = new Set<string>();
  for (const document of issued) {
    const key = keyOf(document.deliverable, document.scope);
    const planned = plan.get(key);
    if (planned !== undefined && isOutdated(present, planned, document)) outdated.add(key);
    yield undefined;
  }
  return outdated;
}

/** What has become of the documents of a package since it was made: of each the production that went into it counts. */
function* handoverFacts({ store }: FactsCore, present: Present, plan: ReadonlyMap<string, PlannedFile>, issued: readonly IssuedDocument[], handover: Handover): Generator<undefined, RuleHandover> {
  const { id, contractId, name, madeAt } = handover;
  const latest = new Map(issued.map((document) => [keyOf(document.deliverable, document.scope), document]));
  const changed: string[] = [];
  const added: string[] = [];
  for (const [key, planned] of plan) {
    const last = latest.get(key);
    const packed = last === undefined || last.madeAt <= madeAt ? last : productionsOf(store, contractId, planned.deliverable.id, scopeOf(planned)).findLast((production) => production.madeAt <= madeAt);
    if (packed === undefined) added.push(planned.name);
    else if (isOutdated(present, planned, packed)) changed.push(planned.name);
    yield undefined;
  }
  return {
    name, madeOn: localDay(new Date(madeAt)), changed, added,
    isBurned: discEvents(store, contractId).some((event) => event.handoverId === id && event.kind === 'burn' && event.ok),
    scans: documentScans(store, contractId).filter(({ addedAt }) => addedAt > madeAt).length,
  };
}

/**
 * What the rules are told of documents that were made, of the package made last and of what is not bound. Nothing is compared before a
 * paper was printed, a report written or a package made.
 */
export async function paperFacts(core: FactsCore, contract: Contract, records: readonly AnyRecord[]): Promise<PaperFacts> {
  const { store, digests, maker } = core;
  const issued = listIssued(store, contract.id);
  const handover = listHandovers(store, contract.id).at(-1);
  const unbound = getArrangement(store, contract.id).arrangement.leftOut;
  const paperOf = ({ deliverable, scope, fileName, state, stateAt }: IssuedDocument): RulePaper => ({ deliverable, scope, fileName, state, since: localDay(new Date(stateAt)) });
  const ofReports = new Set(contract.profile.deliverables.filter(({ kind, layout }) => kind === 'report' && layout === 'form').map(({ id }) => id));
  const relied = issued.filter(({ state, deliverable }) => state !== 'made' || ofReports.has(deliverable));
  if (relied.length === 0 && handover === undefined) return { papers: issued.map(paperOf), unbound };
  const files = await core.turns.run(planSteps(contract.profile, records));
  const present: Present = { digests, source: digestSource(store, contract, records), showsPhotos: await photosShown(maker, files) };
  // Digests of single records are remembered; files that ask for all records then cost little.
  await core.turns.run(digests.steps(records));
  const plan = new Map(files.map((planned) => [keyOf(planned.deliverable.id, scopeOf(planned)), planned]));
  const outdated = await core.turns.run(outdatedPapers(present, plan, relied));
  return {
    unbound,
    papers: issued.map((document) => (outdated.has(keyOf(document.deliverable, document.scope)) ? { ...paperOf(document), isOutdated: true } : paperOf(document))),
    handover: handover === undefined ? undefined : await core.turns.run(handoverFacts(core, present, plan, issued, handover)),
  };
}
