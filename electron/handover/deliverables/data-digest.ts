import type { ContractProfile } from '../../../shared/contract/profile.ts';
import type { PlannedFile } from '../../../shared/deliverables/plan.ts';
import type { QuestionBody } from '../../../shared/ipc/report-life-channels.ts';
import { documentCounts } from '../../../shared/deliverables/report-annual.ts';
import { isKnownTo, partedFacts } from '../../../shared/deliverables/report-facts.ts';
import { freePersonDaysUsed } from '../../../shared/figures/requests.ts';
import { recordsOf, type AnyRecord, type RecordOf } from '../../../shared/records/record.ts';
import { editionOf, firstEdition, type Edition, type IssuedPaper } from '../../../shared/sign-off/edition.ts';
import { vouchedBody } from '../../../shared/sign-off/report-review.ts';
import { sha256Hex } from '../../files/digest.ts';
import { canonicalJson } from '../../store/canonical-json.ts';

/** What a document shows of a photo without its bytes: its digest, name and caption. */
export type PhotoFacts = { readonly sha256: string; readonly name: string; readonly caption: string };

/** What files are digested from, as it is at one moment: a source that has been asked is never changed. */
export type DigestSource = {
  readonly profile: ContractProfile;
  /** All records of the contract: running totals and reports look beyond a file's own. */
  readonly records: readonly AnyRecord[];
  readonly photosOf: (record: AnyRecord) => readonly PhotoFacts[];
  /** What the customer asked about a report, by its id; none unless given. */
  readonly questionsOf?: ((reportId: string) => readonly QuestionBody[]) | undefined;
  /** The latest production of a file; without it every file is in its first version. */
  readonly issuedOf?: ((planned: PlannedFile) => IssuedPaper | undefined) | undefined;
};

type DigestOfFile = (source: DigestSource, planned: PlannedFile, showsPhotos: boolean) => string;

/** Digests of what planned files are filled with, cheap to ask for again. */
export type DataDigests = {
  /** Of one record alone, 64 lower-case hexadecimal digits; remembered as long as the record object lives. */
  readonly ofRecord: (record: AnyRecord) => string;
  /** Works out the digests of many records, one at each step, so that what asks for all of them later holds nothing up. */
  readonly steps: (records: readonly AnyRecord[]) => Generator<undefined, void>;
  /** Of everything that a file shows. Equal digests mean that the file would come out the same from the same template. */
  readonly ofFile: DigestOfFile;
  /**
   * Of what a signed paper vouches for: its records with their photos, and what a report counts. Signatures, a report's review and the contract's settings
   * aside: the names of the signers are often filled in from the signed paper, and a setting that is changed later changes no paper.
   */
  readonly ofPaper: DigestOfFile;
  /** The version as which a file is made now. */
  readonly editionOf: (source: DigestSource, planned: PlannedFile, showsPhotos: boolean) => Edition;
};

/** Which part of its deliverable a file is: a record's id where each record has a file of its own, else the period's key. */
export function scopeOf({ deliverable, period, records }: PlannedFile): string {
  return deliverable.grouping === 'record' ? (records[0]?.id ?? period.key) : period.key;
}

/** What forms and lists print of the contract; the rest of the profile changes none of them. */
function contractPart({ title, projectName, deliverablePrefix, client, vendor, service, systems, vocabularies, extraFields, serviceItems, serviceLevel, changeQuota }: ContractProfile): unknown {
  return { title, projectName, deliverablePrefix, client: client.name, vendor: vendor.name, service, systems, vocabularies, extraFields, serviceItems, serviceLevel, changeQuota };
}

/** A report prints of the contract nearly everything; what the settings only ask or number by, it does not. */
function wholeContract(profile: ContractProfile): unknown {
  return { ...profile, questions: undefined, numberPrefixes: undefined, checklist: undefined };
}

/** What was worked out for an object is remembered for as long as the object lives; none of them is ever changed. */
function onceForEach<Subject extends object, Answer>(answerTo: (subject: Subject) => Answer): typeof answerTo {
  const known = new WeakMap<Subject, Answer>();
  return (subject) => {
    const answer = known.get(subject) ?? answerTo(subject);
    known.set(subject, answer);
    return answer;
  };
}

/** A hand-over asks three times for each file, and a source never tells anything else. */
function rememberedOf(digest: DigestOfFile): DigestOfFile {
  const known = new WeakMap<DigestSource, WeakMap<PlannedFile, Map<boolean, string>>>();
  return (source, planned, showsPhotos) => {
    const ofSource = known.get(source) ?? new WeakMap<PlannedFile, Map<boolean, string>>();
    known.set(source, ofSource);
    const ofPlanned = ofSource.get(planned) ?? new Map<boolean, string>();
    ofSource.set(planned, ofPlanned);
    const answer = ofPlanned.get(showsPhotos) ?? digest(source, planned, showsPhotos);
    ofPlanned.set(showsPhotos, answer);
    return answer;
  };
}

/** Questions are printed with a report; without any it is as it was before there were questions. */
function questionsPart({ questionsOf }: DigestSource, { deliverable, records }: PlannedFile): readonly QuestionBody[] | undefined {
  if (deliverable.kind !== 'report' || deliverable.layout === 'list') return undefined;
  const questions = records.flatMap(({ id }) => questionsOf?.(id) ?? []);
  return questions.length === 0 ? undefined : questions;
}

/** Digests of one record: all of it, what signatures vouch for on its own paper, and what reports look at, as they show it and as a signed one vouches for it. */
type RecordDigests = { readonly whole: string; readonly paper: string; readonly reported: string; readonly reportedOnPaper: string };

function recordDigests(record: AnyRecord): RecordDigests {
  const { reported, ownPaper } = partedFacts(record);
  const [shown, own] = [canonicalJson(reported), canonicalJson(ownPaper)];
  const whole = sha256Hex(`${shown}\n${own}\n${canonicalJson(record.signOff)}`);
  if (record.kind !== 'report') return { whole, paper: sha256Hex(`${shown}\n${own}`), reported: sha256Hex(shown), reportedOnPaper: sha256Hex(shown) };
  // A signed report vouches neither for how its own review went on nor for that of an earlier one.
  const vouched = canonicalJson({ ...reported, body: vouchedBody(record.kind, reported.body) });
  const ownVouched = canonicalJson({ ...ownPaper, body: vouchedBody(record.kind, ownPaper.body) });
  return { whole, paper: sha256Hex(`${vouched}\n${ownVouched}`), reported: sha256Hex(shown), reportedOnPaper: sha256Hex(vouched) };
}

export function createDataDigests(): DataDigests {
  const ofParts = onceForEach(recordDigests);
  const ofRecord = (record: AnyRecord): string => ofParts(record).whole;
  const photosOf = (source: DigestSource, { records }: PlannedFile, showsPhotos: boolean): unknown => (
    showsPhotos ? records.map((record) => source.photosOf(record).map(({ sha256, name, caption }) => [sha256, name, caption])) : []
  );
  const reportsIn = ({ deliverable, records: own }: PlannedFile): readonly RecordOf<'report'>[] => (deliverable.layout === 'list' ? [] : recordsOf(own, 'report'));
  /** The records beyond its own that a report's numbers come from. */
  const counted = (source: DigestSource, planned: PlannedFile): readonly AnyRecord[] => {
    const reports = reportsIn(planned);
    return reports.length === 0 ? [] : source.records.filter((record) => reports.some((report) => isKnownTo(report, record)));
  };
  /** What an annual report says of the deliverables; absent elsewhere. */
  const countsOf = ({ profile, records }: DigestSource, planned: PlannedFile): unknown => {
    const annual = reportsIn(planned).filter(({ body }) => body.reportType === '年度');
    return annual.length === 0 ? undefined : annual.map((report) => documentCounts(profile, report, records).map(({ count }) => count));
  };
  const ofPaper = rememberedOf((source, planned, showsPhotos) => {
    const counts = counted(source, planned);
    return sha256Hex([canonicalJson({ photos: photosOf(source, planned, showsPhotos), counts: countsOf(source, planned) }), ...planned.records.map((record) => ofParts(record).paper), '', ...counts.map((record) => ofParts(record).reportedOnPaper)].join('\n'));
  });
  // Of the contract its digest: its text would be gone through again for each of thousands of forms.
  const ofContractPart = onceForEach((profile: ContractProfile) => sha256Hex(canonicalJson(contractPart(profile))));
  const ofWholeContract = onceForEach((profile: ContractProfile) => sha256Hex(canonicalJson(wholeContract(profile))));
  /** A request prints the person-days that were used up to it: what others say beside, and what comes after it, stands on their own paper. */
  const usedUpTo = onceForEach((source: DigestSource) => freePersonDaysUsed(recordsOf(source.records, 'request')));
  /** Without the version. */
  const ofContents = rememberedOf((source, planned, showsPhotos) => {
    const { deliverable, period, records } = planned;
    const { id: _, enabled: __, fromContract: ___, template: ____, ...shown } = deliverable;
    const contract = (deliverable.kind === 'report' && deliverable.layout === 'form' ? ofWholeContract : ofContractPart)(source.profile);
    const json = canonicalJson({ contract, period, photos: photosOf(source, planned, showsPhotos), shown, questions: questionsPart(source, planned), counts: countsOf(source, planned) });
    const others = deliverable.kind === 'request' ? records.map(({ id }) => String(usedUpTo(source).get(id) ?? 0)) : counted(source, planned).map((record) => ofParts(record).reported);
    return sha256Hex([json, ...records.map(ofRecord), '', ...others].join('\n'));
  });
  const edition: DataDigests['editionOf'] = (source, planned, showsPhotos) => editionOf(source.issuedOf?.(planned), {
    paperSha256: () => ofPaper(source, planned, showsPhotos),
    dataSha256: () => withEdition(ofContents(source, planned, showsPhotos), source.issuedOf?.(planned) ?? firstEdition),
  });
  return {
    ofRecord,
    steps: function* steps(records) {
      for (const record of records) {
        ofParts(record);
        yield undefined;
      }
    },
    ofPaper,
    editionOf: edition,
    ofFile: (source, planned, showsPhotos) => withEdition(ofContents(source, planned, showsPhotos), edition(source, planned, showsPhotos)),
  };
}

/** The first version has no mark of its own: what was made before there were versions is not made anew. */
function withEdition(contents: string, { version, reason }: Edition): string {
  return version === firstEdition.version && reason === '' ? contents : sha256Hex(canonicalJson({ contents, version, reason }));
}
