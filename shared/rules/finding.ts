import type { CalendarOverrides } from '../calendar/working-days.ts';
import type { CarriedItem } from '../carried/carried-item.ts';
import type { ContractProfile } from '../contract/profile.ts';
import type { LocalDate } from '../dates.ts';
import type { RecordIndex } from '../figures/record-index.ts';
import type { AnyRecord } from '../records/record.ts';
import type { Matter } from '../renewal/unsettled.ts';
import type { FileChoice } from '../sign-off/scan.ts';
import type { RuleId } from './rule-ids.ts';
import type { Lookups } from './rule-records.ts';
import type { Waiver } from './waiver.ts';

/** 错误 stops an acceptance, 警告 will be asked about, 提示 is worth a look. */
export type Severity = 'error' | 'warning' | 'notice';

/** What a person can do about a finding; the window offers it as a button. */
export type Mending =
  /** `name` tells the records of one finding apart; absent where there is only one to open. */
  | { readonly action: 'open-record'; readonly recordId: string; readonly name?: string }
  | { readonly action: 'add-record'; readonly kind: AnyRecord['kind']; readonly date?: LocalDate }
  | { readonly action: 'edit-profile'; readonly field: string }
  /** An abnormal item of an inspection and the record that handles it: `row` from 0. */
  | { readonly action: 'link-work'; readonly recordId: string; readonly row: number; readonly item: string }
  /** The scan of one signed document. */
  | { readonly action: 'attach-scan'; readonly deliverable: string; readonly scope: string }
  | { readonly action: 'open-carried' }
  | { readonly action: 'open-delivery'; readonly part?: 'binding' | 'disc' }
  | { readonly action: 'open-sign-off' };

export type Finding = {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** One Chinese sentence that names the record, day or number concerned. */
  readonly message: string;
  /** How to mend it, in Chinese. */
  readonly advice: string;
  readonly recordIds: readonly string[];
  readonly date?: LocalDate | undefined;
  readonly mending: readonly Mending[];
  /** The message without what changes from day to day (已逾期 3 天); absent where nothing does. */
  readonly substance?: string;
  /** Where the finding is that something is not finished: what it is about, as a renewal takes it over. */
  readonly matters?: readonly Matter[];
};

/** A photo as rules see it: its caption says when the camera took it, where the camera wrote that down. */
export type RulePhoto = { readonly name: string; readonly caption: string };

/** A document on paper. `since` is the day on which it came so far; `isOutdated`: what it shows of its records is no longer what they say. */
export type RulePaper = FileChoice & { readonly fileName: string; readonly state: 'made' | 'printed' | 'signed' | 'scanned'; readonly since: LocalDate; readonly isOutdated?: boolean };

/** The package that was made last for the customer, with what has happened to its documents since. */
export type RuleHandover = {
  readonly name: string;
  readonly madeOn: LocalDate;
  /** A disc of it was burned. */
  readonly isBurned: boolean;
  /** Documents in it that would say something else today, and documents that it does not have. */
  readonly changed: readonly string[];
  readonly added: readonly string[];
  /** Signed scans that were added later. */
  readonly scans: number;
};

/** What rules look at. Void records are in `records` (they keep their numbers); drafts are too, marked by status. */
export type RuleInput = {
  readonly profile: ContractProfile;
  readonly records: readonly AnyRecord[];
  /** Days set otherwise than the built-in calendar; the contract's own (`profile.calendarOverrides`) win over them. */
  readonly calendar: CalendarOverrides;
  /** What left the computer; none unless given. */
  readonly carried?: readonly CarriedItem[] | undefined;
  /** Findings that somebody decided to live with; none unless given. */
  readonly waivers?: readonly Waiver[] | undefined;
  /** What goes on in the contract's renewal; nothing unless given. */
  readonly takenOver?: readonly Matter[] | undefined;
  /** The photos of records, by record id; none unless given. */
  readonly photos?: ReadonlyMap<string, readonly RulePhoto[]> | undefined;
  /** Documents that were made, with how far their paper is; none unless given. */
  readonly papers?: readonly RulePaper[] | undefined;
  /** The latest package; none unless given. */
  readonly handover?: RuleHandover | undefined;
  /** Ids of deliverables that the arrangement of the volumes leaves out; none unless given. */
  readonly unbound?: readonly string[] | undefined;
  /** Nothing is demanded that need not exist yet on this day. */
  readonly today: LocalDate;
  /** `indexRecords(records)`; `checkReadiness` builds it once for all rules. */
  readonly index?: RecordIndex | undefined;
  /** `makeLookups(input)`; `checkReadiness` makes them once for all rules. */
  readonly lookups?: Lookups | undefined;
};

/** One check of domain rules. Pure: the same input gives the same findings in the same order. */
export type Rule = {
  readonly id: RuleId;
  readonly title: string;
  readonly severity: Severity;
  readonly find: (input: RuleInput) => readonly Finding[];
  /** The same one by one; `undefined` wherever others may be let in before the rest. */
  readonly walk: (input: RuleInput) => Iterable<Finding | undefined>;
};
