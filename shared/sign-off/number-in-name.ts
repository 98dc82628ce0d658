/** Letters and digits alone, half-width and capital: `ＸＪ-20240805-01（签字）` → `XJ2024080501`. */
function bareForm(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/g, '');
}

/** A file's name without its ending. */
export function stemOf(name: string): string {
  return name.replace(/(?<=.)\.[^.\s]{1,8}$/, '');
}

/**
 * Of things with numbers, the one whose number a file's name holds, however the number is punctuated there; the longest one where several fit,
 * so that `…-10` does not go to `…-1`. Undefined when there is none, or when the name goes on with another digit.
 */
export function numberedInName<T extends { readonly number: string }>(name: string, things: readonly T[]): T | undefined {
  const bare = bareForm(stemOf(name));
  const fitting = things.filter(({ number }) => {
    const wanted = bareForm(number);
    if (wanted === '') return false;
    for (let at = bare.indexOf(wanted); at !== -1; at = bare.indexOf(wanted, at + 1)) {
      if (!/[A-Z]/.test(bare[at - 1] ?? '') && isNumberEnd(name, number, bare.slice(at + wanted.length))) return true;
    }
    return false;
  });
  return fitting.toSorted((a, b) => b.number.length - a.number.length)[0];
}

/** Whether a number ends where it was found: `XJ-20240805-010` is not number 01, but `XJ-20240805-01 2` is its second page. */
function isNumberEnd(name: string, number: string, rest: string): boolean {
  if (!/^\d/.test(rest)) return true;
  const plain = name.normalize('NFKC').toUpperCase();
  const at = plain.indexOf(number.toUpperCase());
  return at !== -1 && !/\d/.test(plain[at + number.length] ?? '');
}
