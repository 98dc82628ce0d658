/** What was last computed for each contract, and from what. */
export type LatestAnswers<Answer> = {
  /**
   * The answer computed before from the very same things, compared one by one by identity; otherwise what `compute` comes to.
   * Callers who ask while it is being computed get the same promise; a failed computation is forgotten.
   */
  readonly of: (contractId: string, basis: readonly unknown[], compute: () => Promise<Answer>) => Promise<Answer>;
  /** Lets go of everything, e.g. to give the memory back. */
  readonly forget: () => void;
};

/** Remembers one answer per contract: a window asks for the same again whenever a screen opens. */
export function latestAnswers<Answer>(): LatestAnswers<Answer> {
  const known = new Map<string, { readonly basis: readonly unknown[]; readonly answer: Promise<Answer> }>();
  return {
    forget: () => known.clear(),
    of: (contractId, basis, compute) => {
      const before = known.get(contractId);
      if (before !== undefined && before.basis.length === basis.length && before.basis.every((part, position) => part === basis[position])) return before.answer;
      const entry = { basis, answer: compute() };
      known.set(contractId, entry);
      entry.answer.catch(() => {
        if (known.get(contractId) === entry) known.delete(contractId);
      });
      return entry.answer;
    },
  };
}
