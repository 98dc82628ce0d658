import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { Contract } from '../../../shared/contract/profile.ts';
import { discLabelData, discPapers, discPapersData, discPaperTitles, type DiscPaper, type DiscPapersSource } from '../../../shared/discs/disc-data.ts';
import { writeFileAtomically } from '../../files/atomic-write.ts';
import { legalFileName } from '../../handover/file-names.ts';
import type { RenderedDocument } from '../../handover/deliverables/template-library.ts';
import { getArrangement } from '../../store/arrangements.ts';
import type { Core } from '../core.ts';
import { handoverTitle } from './describe-disc.ts';
import { discSets, plainDiscs } from './discs.ts';
import { outputPlace } from './output-place.ts';

/** The day in China at an instant. */
function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** What the papers of a hand-over's discs are filled with. Throws `not-found`. */
export async function discPapersSource(core: Core, contract: Contract, handoverId: string): Promise<DiscPapersSource & { readonly name: string }> {
  const set = (await discSets(core, contract.id)).find((candidate) => candidate.handoverId === handoverId);
  if (set === undefined) throw new AppError('not-found', '没有这次移交的光盘记录。', { handover: handoverId });
  const { arrangement } = getArrangement(core.store, contract.id);
  return {
    name: set.name, title: handoverTitle(contract.profile), madeOn: dayOf(set.madeAt), discs: plainDiscs(set), events: set.discs.flatMap(({ events }) => events),
    secrecy: arrangement.secrecy, retention: arrangement.retention,
  };
}

/** Beside the packages and the bound volumes: what goes along with the discs on paper, which a package cannot hold because it tells of its burning. */
export const discPapersFolder = '光盘交接';

/** Makes the register or the labels of a hand-over's discs in the output folder; labels one disc after the other. Throws what templates throw. */
export async function makeDiscPaper(core: Core, contract: Contract, handoverId: string, paper: DiscPaper): Promise<{ readonly file: string; readonly warnings: readonly string[] }> {
  const source = await discPapersSource(core, contract, handoverId);
  const template = await core.library.load(discPapers[paper]);
  const numbers = source.discs.map(({ number }) => number);
  const labels = (): RenderedDocument => {
    const [only, ...more] = numbers.map((number) => ({ ...discLabelData(contract.profile, source, number) }));
    return more.length === 0 ? template.render(only ?? {}) : template.renderMany([only ?? {}, ...more]);
  };
  const { bytes, warnings } = paper === 'labels' ? labels() : template.render({ ...discPapersData(contract.profile, source) });
  const folder = outputPlace(core, contract.id, discPapersFolder);
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, legalFileName(`${discPaperTitles[paper]}_${source.name}`, template.extension));
  await writeFileAtomically(file, bytes);
  return { file, warnings };
}
