import type { Contract } from '../../../shared/contract/profile.ts';
import { planDeliverables } from '../../../shared/deliverables/plan.ts';
import { qrModules } from '../../documents/qr/qr-picture.ts';
import { scopeOf } from '../../handover/deliverables/data-digest.ts';
import { drawSignedSheet, isScanned } from '../../sample/scans.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';
import { attachScans, type ScanPiece } from './attach-scans.ts';
import { documentSource } from './document-source.ts';

/** Kinds whose paper has more than the one sheet that is drawn: a training has its list of those present. */
const manySheets: ReadonlySet<string> = new Set(['report', 'training']);

/**
 * Gives most of the sample's forms that are signed by everybody a drawn scan, found by the code that is printed on their paper. Their documents count as
 * made, printed and signed then, and their records are sealed. Answers how many; the same seed gives the same.
 */
export async function attachSampleScans(core: Core, contract: Contract, seed: number): Promise<number> {
  const records = allRecords(core.store, contract.id);
  const { identityOf } = documentSource(core, contract, records);
  let last = contract.profile.service.from;
  const pieces = planDeliverables(contract.profile, records).flatMap((planned): ScanPiece[] => {
    const { deliverable, records: [record, ...more] } = planned;
    const day = record?.signOff.confirmedOn;
    if (record === undefined || more.length > 0 || deliverable.layout !== 'form' || deliverable.grouping !== 'record' || manySheets.has(deliverable.kind) || record.status !== 'final' || day === undefined || !isScanned(seed, record.number)) return [];
    const code = identityOf(planned, record, false)?.code;
    const modules = code === undefined ? undefined : qrModules(code);
    if (modules === undefined) return [];
    if (day > last) last = day;
    return [{ deliverable: deliverable.id, scope: scopeOf(planned), recordId: record.id, name: `${record.number}.png`, content: drawSignedSheet(seed, record.number, modules), pages: 1 }];
  });
  return pieces.length === 0 ? 0 : (await attachScans(core, contract, pieces, last)).kept;
}
