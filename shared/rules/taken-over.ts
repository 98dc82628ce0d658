import type { Matter } from '../renewal/unsettled.ts';
import type { Finding } from './finding.ts';

function keyOf({ recordId, row }: Matter): string {
  return `${recordId} ${row ?? ''}`;
}

/**
 * Takes findings apart that are about unfinished matters which all go on in the contract's renewal: nobody can mend them in the year that is over, and
 * they are asked about in the next one. A finding of which some part was left behind stays.
 */
export function partTakenOver(findings: readonly Finding[], matters: readonly Matter[]): { readonly open: readonly Finding[]; readonly takenOver: readonly Finding[] } {
  if (matters.length === 0) return { open: findings, takenOver: [] };
  const gone = new Set(matters.map(keyOf));
  const goesOn = ({ matters: own = [] }: Finding): boolean => own.length > 0 && own.every((matter) => gone.has(keyOf(matter)));
  return { open: findings.filter((finding) => !goesOn(finding)), takenOver: findings.filter(goesOn) };
}
