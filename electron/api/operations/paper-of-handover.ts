import { AppError } from '../../../shared/app-error.ts';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { PaperBinding } from '../../handover/deliverables/package-contents.ts';
import type { RenderProgress } from '../../handover/deliverables/render-deliverables.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';
import { bindVolumes } from './bind-volumes.ts';
import { outputPlace } from './output-place.ts';
import { noBinding } from './package-source.ts';
import { bindingFolder } from './print-plan.ts';
import { currentVolumes } from './volumes.ts';

/** The volumes as they are arranged, with pages as far as they were counted: what can be named without an office program, and at once. */
export async function arrangedPaper(core: Core, contract: Contract): Promise<PaperBinding> {
  return { ...noBinding, volumes: await currentVolumes(core, contract, core.digests) };
}

/**
 * The volumes bound anew in the contract's own folder, with their PDFs: disc and paper of one run. A hand-over whose paper lacks a document is not
 * made: `render-failed` names all of them. Throws what binding throws.
 */
export async function boundPaper(core: Core, contract: Contract, progress: RenderProgress): Promise<PaperBinding> {
  // Where there is nothing to bind, there is nothing to hand over, and the hand-over says so.
  if (allRecords(core.store, contract.id).every(({ status }) => status === 'draft')) return noBinding;
  const binding = await bindVolumes(core, { contract, folder: outputPlace(core, contract.id, bindingFolder) }, progress);
  const [gap] = binding.content.gaps;
  if (gap === undefined) return binding;
  const problems = binding.content.gaps.flatMap(({ reasons }) => reasons.map(({ item, message }) => ({ place: item, message })));
  throw new AppError('render-failed', `有 ${problems.length} 份文件没有转成 PDF，光盘内容没有制作。第一份：${problems[0]?.place ?? gap.title}，${problems[0]?.message ?? ''}。也可以不带 PDF 制作。`, { problems });
}
