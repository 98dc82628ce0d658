import type { LocalDate } from '../dates.ts';
import type { Matter } from '../renewal/unsettled.ts';
import type { Finding, Mending, Rule, RuleInput, Severity } from './finding.ts';
import type { RuleId } from './rule-ids.ts';

/** What a rule has to say about one thing; the rest of the finding comes from the rule. */
export type Observation = {
  readonly message: string;
  readonly advice: string;
  readonly recordIds?: readonly string[];
  readonly date?: LocalDate | undefined;
  /** Left out: opening the records concerned. */
  readonly mending?: readonly Mending[];
  /** Where one case weighs otherwise than the rule in general. */
  readonly severity?: Severity;
  /** The message without what changes from day to day by itself. */
  readonly substance?: string;
  /** What is not finished, where that is what was found. */
  readonly matters?: readonly Matter[];
};

type RuleDefinition = {
  readonly id: RuleId;
  readonly title: string;
  readonly severity: Severity;
  /** `undefined` among the observations says: long work is half done, others may be let in first. */
  readonly observe: (input: RuleInput) => Iterable<Observation | undefined>;
};

/** Things looked at before others are let in: a few milliseconds' work for most rules. */
const thingsAtOnce = 500;

/** Looks at each thing, letting others in between. */
export function* walkThrough<T>(things: Iterable<T>, look: (thing: T) => Iterable<Observation | undefined> | void): Generator<Observation | undefined> {
  let seen = 0;
  for (const thing of things) {
    seen += 1;
    if (seen % thingsAtOnce === 0) yield undefined;
    yield* look(thing) ?? [];
  }
}

/** More buttons than this help nobody; `recordIds` still names every record. */
const mostButtons = 5;

function openRecords(recordIds: readonly string[]): Mending[] {
  return recordIds.slice(0, mostButtons).map((recordId) => ({ action: 'open-record', recordId }));
}

export function defineRule({ id, title, severity, observe }: RuleDefinition): Rule {
  const findingOf = (observation: Observation): Finding => {
    const recordIds = observation.recordIds ?? [];
    return {
      rule: id,
      severity: observation.severity ?? severity,
      message: observation.message,
      advice: observation.advice,
      recordIds,
      date: observation.date,
      mending: observation.mending ?? openRecords(recordIds),
      ...(observation.substance === undefined ? {} : { substance: observation.substance }),
      ...(observation.matters === undefined ? {} : { matters: observation.matters }),
    };
  };
  const walk = function* (input: RuleInput): Generator<Finding | undefined> {
    for (const observation of observe(input)) yield observation === undefined ? undefined : findingOf(observation);
  };
  return { id, title, severity, walk, find: (input) => [...walk(input)].filter((finding) => finding !== undefined) };
}
