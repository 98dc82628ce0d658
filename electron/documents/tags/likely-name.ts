/**
 * The known name that was probably meant: the nearest by number of wrong, missing or extra characters, if it is near enough to be
 * a slip and no other is as near. Blanks and case do not count.
 */
export function likelyName(written: string, known: Iterable<string>): string | undefined {
  const wanted = folded(written);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  let tied = false;
  for (const name of new Set(known)) {
    const distance = editDistance(wanted, folded(name), bestDistance);
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
      tied = false;
    } else if (distance === bestDistance) {
      tied = best !== undefined;
    }
  }
  // A two-character name is as near to a hundred others: only a sure hit helps. 0 means that just case or blanks differ.
  if (best === undefined || (tied && bestDistance > 0) || (wanted.length <= 2 && bestDistance > 1)) return undefined;
  return best;
}

/** Levenshtein distance, or limit + 1 as soon as it must be greater than the limit. */
export function editDistance(left: string, right: string, limit = Number.POSITIVE_INFINITY): number {
  // Taking a long text apart costs more than seeing its length; a character takes one unit or two.
  if (Math.max(left.length, right.length) / 2 - Math.min(left.length, right.length) > limit) return limit + 1;
  const from = Array.from(left);
  const to = Array.from(right);
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, character] of from.entries()) {
    const current = [row + 1];
    for (const [column, other] of to.entries()) {
      const changed = (previous[column] ?? 0) + (character === other ? 0 : 1);
      current.push(Math.min(changed, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    if (Math.min(...current) > limit) return limit + 1;
    previous = current;
  }
  return previous.at(-1) ?? 0;
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
