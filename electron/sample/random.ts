/**
 * Chance that repeats: the same seed and topic give the same draws on every computer.
 * Each topic has its own stream, so that more draws for one kind of record leave the others as they are.
 */
export type Random = {
  /** From 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  /** A number from `low` to `high` with `decimals` decimals. */
  readonly decimal: (low: number, high: number, decimals: number) => number;
  /** True with the probability given, 0 to 1. */
  readonly chance: (probability: number) => boolean;
  /** One member of a list that is not empty. */
  readonly pick: <Value>(list: readonly Value[]) => Value;
  /** One member, chosen by weight; the weights must not all be zero. */
  readonly weighted: <Value>(list: readonly Value[], weightOf: (value: Value) => number) => Value;
  /** A copy in another order. */
  readonly shuffle: <Value>(list: readonly Value[]) => Value[];
};

/** FNV-1a, 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** Rounds to a number of decimals without the tail that binary fractions leave. */
export function roundTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** The stream of one topic under one seed (mulberry32). */
export function createRandom(seed: number, topic: string): Random {
  let state = (Math.imul(seed | 0, 0x9e3779b1) ^ hashText(topic)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <Value>(list: readonly Value[]): Value => {
    const value = list[whole(0, list.length - 1)];
    if (value === undefined) throw new RangeError('pick from an empty list');
    return value;
  };
  const weighted = <Value>(list: readonly Value[], weightOf: (value: Value) => number): Value => {
    let left = next() * list.reduce((sum, value) => sum + weightOf(value), 0);
    for (const value of list) {
      left -= weightOf(value);
      if (left < 0) return value;
    }
    return pick(list);
  };
  const shuffle = <Value>(list: readonly Value[]): Value[] => {
    const ranked = list.map((value) => ({ value, rank: next() }));
    return ranked.toSorted((a, b) => a.rank - b.rank).map((entry) => entry.value);
  };
  return {
    next, whole, pick, weighted, shuffle,
    decimal: (low, high, decimals) => roundTo(low + next() * (high - low), decimals),
    chance: (probability) => next() < probability,
  };
}

/** Splits a total over weights so that the parts add up to it exactly (largest remainder). */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum <= 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const order = exact.map((value, index) => ({ index, rest: value - Math.floor(value) })).toSorted((a, b) => b.rest - a.rest || a.index - b.index);
  let left = total - parts.reduce((all, part) => all + part, 0);
  for (const { index } of order) {
    if (left <= 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}
