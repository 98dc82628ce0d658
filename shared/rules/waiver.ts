import type { Finding } from './finding.ts';
import type { RuleId } from './rule-ids.ts';

/** The longest reason a person may give. */
export const waiverReasonLimit = 500;

/** A finding that somebody decided to live with (豁免), why, who and when. `at` is an instant in UTC. */
export type Waiver = {
  readonly id: string;
  readonly rule: RuleId;
  /** What it is about: `subjectOf` the finding. */
  readonly subject: string;
  /** What was found then: `substanceOf` the finding. It lapses when something else is found. */
  readonly substance: string;
  readonly message: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
};

/** The records and the day that a finding is about; the same as long as it is the same matter. */
export function subjectOf({ recordIds, date }: Pick<Finding, 'recordIds' | 'date'>): string {
  return [date ?? '', ...recordIds.toSorted()].join(' ');
}

/** What a finding says of it, without what changes from day to day by itself. */
export function substanceOf({ message, substance }: Pick<Finding, 'message' | 'substance'>): string {
  return substance ?? message;
}

function keyOf(rule: string, subject: string, substance: string): string {
  return `${rule}\n${subject}\n${substance}`;
}

export type WaivedFinding = { readonly finding: Finding; readonly waiver: Waiver };

/** A waiver that no longer stands for anything: `changed` when the rule now says something else of the same records or day, `settled` when it says nothing. */
export type LapsedWaiver = { readonly waiver: Waiver; readonly why: 'changed' | 'settled' };

export type Sorted = { readonly open: readonly Finding[]; readonly waived: readonly WaivedFinding[]; readonly lapsed: readonly LapsedWaiver[] };

function isAbout(finding: Finding, { subject }: Waiver): boolean {
  const [date = '', ...ids] = subject.split(' ');
  if (ids.length === 0) return finding.recordIds.length === 0 && (finding.date ?? '') === date;
  const waived = new Set(ids);
  return finding.recordIds.some((id) => waived.has(id));
}

/** Takes waived findings out of the others. Each waiver stands for the very finding that it was given for, and for nothing else. */
export function sortByWaivers(findings: readonly Finding[], waivers: readonly Waiver[]): Sorted {
  if (waivers.length === 0) return { open: findings, waived: [], lapsed: [] };
  const known = new Map(waivers.map((waiver) => [keyOf(waiver.rule, waiver.subject, waiver.substance), waiver]));
  const open: Finding[] = [];
  const waived: WaivedFinding[] = [];
  const used = new Set<string>();
  for (const finding of findings) {
    const waiver = known.get(keyOf(finding.rule, subjectOf(finding), substanceOf(finding)));
    if (waiver === undefined) open.push(finding);
    else {
      waived.push({ finding, waiver });
      used.add(waiver.id);
    }
  }
  const lapsed = waivers.filter(({ id }) => !used.has(id)).map((waiver): LapsedWaiver => ({
    waiver, why: open.some((finding) => finding.rule === waiver.rule && isAbout(finding, waiver)) ? 'changed' : 'settled',
  }));
  return { open, waived, lapsed };
}
