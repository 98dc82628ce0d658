import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { Contract, ContractPerson, ContractProfile } from '../../../shared/contract/profile.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import type { PlantedFault } from '../../sample/planted-fault.ts';
import type { SamplePhoto } from '../../sample/photos.ts';
import { sampleYear } from '../../sample/sample-year.ts';
import { readContract } from '../../intake/read-contract.ts';
import { kindNames, type KindName } from '../../../shared/records/kinds.ts';
import { addAttachment } from '../../store/attachments.ts';
import { allRecords } from '../../store/records.ts';
import { getContract, saveContract } from '../../store/contracts.ts';
import { saveRecords } from '../../store/save-records.ts';
import type { Core } from '../core.ts';
import { createContractFrom } from './contracts.ts';
import { keepFigures } from './report-life.ts';

export type SampleOptions = { readonly seed: number; readonly until?: LocalDate | undefined; readonly gaps: boolean };

export type SampleResult = { readonly contract: Contract; readonly records: number; readonly planted: readonly PlantedFault[] };

/** People who are not yet in the profile join it; the ones a person entered stay as they are. */
function withPeople(profile: ContractProfile, people: readonly ContractPerson[]): ContractProfile {
  const known = new Set(profile.people.map((person) => person.name));
  return { ...profile, people: [...profile.people, ...people.filter((person) => !known.has(person.name))] };
}

/**
 * Fills a contract without records with a believable year of them, all or nothing. Throws `already-exists` for a contract
 * with records: invented ones among real ones could not be told apart again.
 */
export function fillWithSample(core: Core, contractId: string, options: SampleOptions): SampleResult {
  const before = getContract(core.store, contractId);
  const present = allRecords(core.store, contractId).length;
  if (present > 0) throw new AppError('already-exists', `这份合同已经有 ${present} 条记录，不能再填入示范记录；请用新的数据目录。`, { records: present });
  const year = sampleYear(before.profile, options);
  return core.store.transaction(() => {
    const contract = saveContract(core.store, contractId, withPeople(before.profile, year.people));
    const records = saveRecords(core.store, contractId, year.records);
    attachPhotos(core, contractId, year.photos());
    keepFigures(core, contractId);
    core.emit('records.changed', { contractId });
    return { contract, records: records.length, planted: year.planted };
  });
}

function attachPhotos(core: Core, contractId: string, photos: readonly SamplePhoto[]): void {
  const ids = new Map(allRecords(core.store, contractId).map((record) => [record.number, record.id]));
  for (const { number, name, caption, mediaType, content } of photos) {
    const id = ids.get(number);
    if (id !== undefined) addAttachment(core.store, id, { name, mediaType, content, role: 'photo', caption });
  }
}

/** A new contract from the shipped demonstration text, with its sample year. */
export async function createSample(core: Core, options: SampleOptions): Promise<SampleResult> {
  const file = path.join(core.templatesFolder, 'sample', 'demo-contract.txt');
  const { profile, document } = readContract(await readFile(file), path.basename(file));
  return fillWithSample(core, createContractFrom(core, profile, { document }).id, options);
}

/** How many final records of each kind a contract has. */
export function contractCounts(core: Core, contractId: string): Readonly<Record<KindName, number>> {
  const final = allRecords(core.store, contractId).filter((record) => record.status === 'final');
  return Object.fromEntries(kindNames.map((kind) => [kind, final.filter((record) => record.kind === kind).length])) as Record<KindName, number>;
}
