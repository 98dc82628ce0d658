import { formatChineseDate } from '../dates.ts';
import { indexRecords, inRecordOrder } from '../figures/record-index.ts';
import { kindOf } from '../records/kinds.ts';
import type { AnyRecord } from '../records/record.ts';
import type { Finding, RuleInput, Severity } from './finding.ts';
import { settingOf, withLevel, type RuleSetting } from './rule-settings.ts';
import { makeLookups } from './rule-records.ts';
import { rules } from './rules.ts';
import { partTakenOver } from './taken-over.ts';
import { sortByWaivers, type LapsedWaiver, type WaivedFinding } from './waiver.ts';

const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

function inReadingOrder(a: Finding, b: Finding): number {
  if (a.severity !== b.severity) return weights[a.severity] - weights[b.severity];
  const dayA = a.date ?? '';
  const dayB = b.date ?? '';
  return dayA < dayB ? -1 : dayA > dayB ? 1 : 0;
}

/** Names the records of a finding that opens several, each once: buttons that read alike lead a person who hears them nowhere. */
function withNames(finding: Finding, nameOf: (recordId: string) => string | undefined): Finding {
  const opened = finding.mending.flatMap((mending) => (mending.action === 'open-record' ? [mending.recordId] : []));
  if (opened.length < 2) return finding;
  const several = new Set(opened).size > 1;
  const mending = finding.mending.filter((one, place) => one.action !== 'open-record' || finding.mending.findIndex((other) => other.action === 'open-record' && other.recordId === one.recordId) === place);
  return { ...finding, mending: mending.map((one) => {
    const name = several && one.action === 'open-record' ? nameOf(one.recordId) : undefined;
    return name === undefined ? one : { ...one, name };
  }) };
}

/** `GZ-20240805-01`; a draft has no number yet: `日常工作记录单 2024年8月5日`. */
function shortName({ kind, number, date }: AnyRecord): string {
  return number === '' ? `${kindOf(kind).title} ${formatChineseDate(date)}` : number;
}

/** What the rules came to: what is open, what somebody waived, what goes on in the renewal, and what the contract has the rules weigh otherwise. */
export type Assessment = {
  readonly findings: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  /** Unfinished matters that go on in the contract's renewal (已转入续签合同): they count apart. */
  readonly takenOver: readonly Finding[];
  readonly lapsed: readonly LapsedWaiver[];
  readonly settings: readonly RuleSetting[];
};

/**
 * 验收预检: what all rules find, errors first, each severity by day; what was waived or switched off is not among it. The same records
 * give the same findings in the same order, whatever order they are given in.
 */
export function checkReadiness(input: RuleInput): readonly Finding[] {
  return assessReadiness(input).findings;
}

/** The same with waivers and settings. */
export function assessReadiness(input: RuleInput): Assessment {
  const steps = assessSteps(input);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** The same in steps of a few hundredths of a second at 20 000 records, for a caller that lets others in between. */
export function* assessSteps(input: RuleInput): Generator<undefined, Assessment> {
  const records = input.records.toSorted(inRecordOrder);
  const indexed: RuleInput = {
    ...input,
    records,
    profile: { ...input.profile, calendarOverrides: { ...input.calendar, ...input.profile.calendarOverrides } },
    index: input.index ?? indexRecords(records),
  };
  const prepared: RuleInput = { ...indexed, lookups: makeLookups(indexed) };
  const settings = rules.flatMap(({ id }) => settingOf(input.profile.ruleSettings, id) ?? []);
  const levels = new Map(settings.map(({ rule, severity }) => [rule, severity]));
  const findings: Finding[] = [];
  const byId = new Map(records.map((record) => [record.id, record]));
  const nameOf = (recordId: string): string | undefined => {
    const record = byId.get(recordId);
    return record === undefined ? undefined : shortName(record);
  };
  for (const rule of rules) {
    const level = levels.get(rule.id);
    if (level === 'off') continue;
    for (const finding of rule.walk(prepared)) {
      if (finding === undefined) yield;
      else findings.push(withNames(level === undefined ? finding : withLevel(finding, rule.severity, level), nameOf));
    }
    yield;
  }
  const { open, waived, lapsed } = sortByWaivers(findings.toSorted(inReadingOrder), input.waivers ?? []);
  const { open: left, takenOver } = partTakenOver(open, input.takenOver ?? []);
  return { findings: left, waived, takenOver, lapsed, settings };
}

export type FindingCounts = Readonly<Record<Severity, number>>;

export function countFindings(findings: readonly Finding[]): FindingCounts {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), notice: count('notice') };
}

/** How many rules found something, by the worst that each found, how many found only what was waived or goes on in the renewal, how many found nothing, and how many did not look. */
export type RuleOutcomes = FindingCounts & { readonly waived: number; readonly takenOver: number; readonly passed: number; readonly off: number };

/** Every rule once: one that the contract has switched off has not passed, nor one whose findings were all waived or taken over. */
export function ruleOutcomes({ findings, waived, takenOver, settings }: Pick<Assessment, 'findings' | 'waived' | 'takenOver' | 'settings'>): RuleOutcomes {
  const worst = new Map<string, Severity>();
  for (const { rule, severity } of findings) {
    const known = worst.get(rule);
    if (known === undefined || weights[severity] < weights[known]) worst.set(rule, severity);
  }
  const count = (severity: Severity) => [...worst.values()].filter((value) => value === severity).length;
  const onlyWaived = new Set(waived.map(({ finding }) => finding.rule).filter((rule) => !worst.has(rule)));
  const onlyTakenOver = new Set(takenOver.map(({ rule }) => rule).filter((rule) => !worst.has(rule) && !onlyWaived.has(rule)));
  const off = rules.filter(({ id }) => settingOf(settings, id)?.severity === 'off').length;
  return { error: count('error'), warning: count('warning'), notice: count('notice'), waived: onlyWaived.size, takenOver: onlyTakenOver.size, passed: rules.length - worst.size - onlyWaived.size - onlyTakenOver.size - off, off };
}
