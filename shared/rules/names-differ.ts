import type { ContractProfile } from '../contract/profile.ts';
import type { AnyRecord } from '../records/record.ts';
import { defineRule, walkThrough, type Observation } from './define-rule.ts';
import { almostWritten, mentions } from './almost-written.ts';
import { allAgedRecords, listNumbers } from './rule-records.ts';

/** The names that stand on covers and forms; those of contract and hand-over may differ from each other, in nothing else. */
function lockedNames({ client, vendor, projectName, title, deliverablePrefix }: ContractProfile): string[] {
  return [...new Set([client.name, vendor.name, projectName, title, deliverablePrefix].map((name) => name.trim()))];
}

/** Shorter texts cannot hold a name. */
const shortestWriting = 6;

/** Shows the texts in a value to `look`. No list of them: there are records by the ten thousand, and hardly one of them holds a name. */
function eachText(value: unknown, look: (text: string) => void): void {
  if (typeof value === 'string') {
    if (value.length >= shortestWriting) look(value);
  } else if (Array.isArray(value)) {
    for (const part of value) eachText(part, look);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) eachText(part, look);
  }
}

/** What somebody wrote on a record. The lines of an inspection come from the contract's own checklist but for what was found. */
function eachTextOf({ kind, body }: AnyRecord, look: (text: string) => void): void {
  for (const [field, value] of Object.entries(body)) {
    if (kind !== 'inspection' || field !== 'items') eachText(value, look);
  }
  if (kind !== 'inspection') return;
  for (const { handling, remark } of body.items) {
    if (handling !== undefined) eachText(handling, look);
    if (remark !== undefined) eachText(remark, look);
  }
}

/** 单位名、项目名写法不一: a name that is almost one of the contract's, in a record or in the title of a deliverable. People are `unknown-person`'s matter. */
export const namesDiffer = defineRule({
  id: 'names-differ',
  title: '单位或项目名称写法不一',
  severity: 'error',
  observe: function* (input): Generator<Observation | undefined> {
    const names = lockedNames(input.profile);
    const find = almostWritten(names);
    const isMentioned = mentions(names);
    const variants = new Map<string, { readonly name: string; readonly written: string; readonly records: AnyRecord[] }>();
    yield* walkThrough(allAgedRecords(input), (record) => {
      eachTextOf(record, (text) => {
        if (!isMentioned(text)) return;
        for (const { name, written } of find(text)) {
          const known = variants.get(written);
          if (known === undefined) variants.set(written, { name, written, records: [record] });
          else if (known.records.at(-1) !== record) known.records.push(record);
        }
      });
    });
    for (const { name, written, records } of variants.values()) {
      yield {
        message: `“${written}”应写作“${name}”，出现在 ${listNumbers(records)}。`,
        advice: '按合同档案的名称改正单据；合同档案写错的，改合同档案。',
        recordIds: records.map((record) => record.id),
        date: records[0]?.date,
        mending: [...records.slice(0, 5).map((record) => ({ action: 'open-record' as const, recordId: record.id })), { action: 'edit-profile' as const, field: 'projectName' }],
      };
    }
    for (const { id, title, enabled } of input.profile.deliverables) {
      if (!enabled) continue;
      for (const { name, written } of find(title)) {
        yield { message: `交付文件“${title}”的题名里“${written}”应写作“${name}”。`, advice: '在合同档案的交付文件里改正题名，封面、目录、文件名会一同改正。', mending: [{ action: 'edit-profile', field: `deliverables.${id}` }] };
      }
    }
  },
});
