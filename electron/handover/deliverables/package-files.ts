import { AppError } from '../../../shared/app-error.ts';
import type { PlannedFile } from '../../../shared/deliverables/plan.ts';
import type { Period } from '../../../shared/contract/periods.ts';
import { daysBetween, formatChineseDate } from '../../../shared/dates.ts';
import { kindOf } from '../../../shared/records/kinds.ts';
import type { StagedFile } from '../package/description.ts';
import { deliverableFolder, factsOf, makeFiles, nameKeeper, type RenderFailure, type RenderProgress, type RenderSource } from './render-deliverables.ts';
import type { MadeFile } from './make-file.ts';

const documentsFolder = 'data/电子档案';

/** `XJ-20240805-01 至 XJ-20240830-01`, or the only number. */
export function numberRange(planned: PlannedFile): string {
  const first = planned.records[0]?.number ?? '';
  const last = planned.records.at(-1)?.number ?? '';
  return first === last ? first : `${first} 至 ${last}`;
}

/** 年度 of the directory rules: the year a document begins in; both years for one that covers most of a service year. */
function yearFolder({ from, to }: Period): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first !== last && daysBetween(from, to) > 183 ? `${first}-${last}` : first;
}

/** Documents of one title that differ by their month or quarter; single forms are told apart by their number instead. */
function hasSpanInTitle({ deliverable, name }: PlannedFile): boolean {
  return deliverable.kind === 'report' ? name !== deliverable.title : deliverable.grouping === 'month' || deliverable.grouping === 'quarter';
}

function stagedFile(source: RenderSource, made: MadeFile, keepName: (folder: string, name: string) => string): StagedFile {
  const { planned } = made;
  const folder = `${documentsFolder}/${yearFolder(planned.period)}/${deliverableFolder(source.profile, planned)}`;
  const { deliverable, period, records } = planned;
  return {
    path: `${folder}/${keepName(folder, made.name)}`,
    title: hasSpanInTitle(planned) ? `${deliverable.title}（${period.label}）` : deliverable.title,
    kind: kindOf(deliverable.kind).title,
    date: period.from === period.to ? formatChineseDate(period.from) : `${formatChineseDate(period.from)}至${formatChineseDate(period.to)}`,
    responsible: source.profile.vendor.name,
    archiveNumber: records.length === 1 ? (records[0]?.number ?? '') : '',
    // All forms of a kind have one title; what this one is about stands beside it.
    note: records.length === 1 ? (records[0]?.title ?? '') : `${records.length} 份，编号 ${numberRange(planned)}`,
    content: made.bytes,
  };
}

/**
 * The documents of a hand-over, made one by one on the way into the package. A package with a gap must not look finished:
 * when any file cannot be made, all failures are named in one `render-failed` after the last. What a finished file could not show as meant
 * is told to `onWarning`.
 */
export async function* packageDocuments(source: RenderSource, plan: readonly PlannedFile[], progress: RenderProgress, onWarning: (warning: RenderFailure) => void): AsyncGenerator<StagedFile> {
  const failures: RenderFailure[] = [];
  const keepName = nameKeeper();
  for await (const made of makeFiles(source, plan, progress, (failure) => failures.push(failure))) {
    for (const message of made.warnings) onWarning({ item: made.name, message });
    yield stagedFile(source, made, keepName);
    progress.onMade?.(factsOf(made));
  }
  const [first] = failures;
  if (first !== undefined) {
    throw new AppError('render-failed', `有 ${failures.length} 份文档没有生成，交付包没有制作。第一份：${first.item}，${first.message}`, {
      problems: failures.map((failure) => ({ place: failure.item, message: failure.message })),
    });
  }
}
