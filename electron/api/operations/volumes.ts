import { AppError } from '../../../shared/app-error.ts';
import type { Contract } from '../../../shared/contract/profile.ts';
import { planSteps, type PlannedFile } from '../../../shared/deliverables/plan.ts';
import type { VolumePlan } from '../../../shared/ipc/volume-channels.ts';
import { arrangeVolumes } from '../../../shared/volumes/arrange-volumes.ts';
import type { Arrangement } from '../../../shared/volumes/arrangement.ts';
import { itemKey, type Volume } from '../../../shared/volumes/volume.ts';
import { scopeOf, type DataDigests } from '../../handover/deliverables/data-digest.ts';
import { boundItems, type KnownPages } from '../../handover/volumes/bound-items.ts';
import { paperScans, readDocumentScans, type ScanOfDocument } from '../../handover/sign-off/scans-of.ts';
import { getArrangement } from '../../store/arrangements.ts';
import type { TemplateFacts } from '../../handover/deliverables/template-library.ts';
import { listPageCounts } from '../../store/page-counts.ts';
import { fetchRecords } from '../../store/record-memory.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';
import { digestSource } from './issue-documents.ts';

/** What counting would have to be done again for: the template of each deliverable that was counted, where it can be used. */
async function templateFacts(core: Core, names: ReadonlySet<string>): Promise<ReadonlyMap<string, TemplateFacts>> {
  const facts = new Map<string, TemplateFacts>();
  for (const name of names) {
    try {
      facts.set(name, await core.maker.facts(name));
    } catch (error) {
      // Its documents cannot be made now: their pages are no longer known, and the delivery plan says why.
      if (!(error instanceof AppError)) throw error;
    }
    await core.turns.next();
  }
  return facts;
}

/** Pages with the scans of signed paper in place of the printed ones or behind them, as far as those have been counted. */
function withScans({ signedPages }: Pick<Arrangement, 'signedPages'>, printed: KnownPages, scans: readonly ScanOfDocument[]): KnownPages {
  if (signedPages === 'none' || scans.length === 0) return printed;
  const counts = scans.map(({ pages }) => pages);
  if (counts.includes(undefined)) return { ...printed, isCurrent: false, isSigned: true };
  const total = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const pages = signedPages === 'behind' ? printed.pages + total : total;
  return { pages, isCurrent: printed.isCurrent, isSigned: true, ...(pages === printed.pages ? { recordStarts: printed.recordStarts } : {}) };
}

/** The pages of planned files as they were counted last, and whether the files would still come out the same. */
async function countedPages(core: Core, contract: Contract, digests: DataDigests, plan: readonly PlannedFile[], arrangement: Arrangement): Promise<(planned: PlannedFile) => KnownPages | undefined> {
  const counts = new Map(listPageCounts(core.store, contract.id).map((count) => [itemKey(count), count]));
  const counted = plan.flatMap((planned) => {
    const count = counts.get(itemKey({ deliverable: planned.deliverable.id, scope: scopeOf(planned) }));
    return count === undefined ? [] : [{ planned, count }];
  });
  const templates = await templateFacts(core, new Set(counted.map(({ planned }) => planned.deliverable.template)));
  const source = digestSource(core.store, contract, allRecords(core.store, contract.id));
  const stored = readDocumentScans(core.store, contract.id);
  const known = new Map<PlannedFile, KnownPages>();
  await core.turns.run((function* compare() {
    for (const { planned, count } of counted) {
      const template = templates.get(planned.deliverable.template);
      const isCurrent = template !== undefined && template.sha256 === count.templateSha256 && digests.ofFile(source, planned, template.showsPhotos) === count.dataSha256;
      const hasScans = template !== undefined && stored.allScansOf(planned).length > 0;
      const scans = hasScans ? paperScans(stored.scansOf(planned, digests.editionOf(source, planned, template.showsPhotos).version), planned) : [];
      known.set(planned, withScans(arrangement, { pages: count.pages, recordStarts: count.recordStarts, isCurrent }, scans));
      yield undefined;
    }
  })());
  return (planned) => known.get(planned);
}

/** The documents of a contract as they are bound, and how a person arranged them. */
export async function volumePlan(core: Core, contract: Contract, digests: DataDigests): Promise<VolumePlan> {
  await fetchRecords(core.store, contract.id, core.turns.next);
  const plan = await core.turns.run(planSteps(contract.profile, allRecords(core.store, contract.id)));
  const { revision, arrangement } = getArrangement(core.store, contract.id);
  const known = await countedPages(core, contract, digests, plan, arrangement);
  return { revision, arrangement, items: boundItems(contract.profile, plan, known), prefix: contract.profile.deliverablePrefix };
}

/** The volumes of a contract with the pages as they are known now. */
export async function currentVolumes(core: Core, contract: Contract, digests: DataDigests): Promise<Volume[]> {
  const { items, arrangement, prefix } = await volumePlan(core, contract, digests);
  return arrangeVolumes(items, arrangement, prefix);
}
