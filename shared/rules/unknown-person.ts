import { kindOf } from '../records/kinds.ts';
import type { AnyRecord } from '../records/record.ts';
import { defineRule, walkThrough, type Observation } from './define-rule.ts';
import { namesIn, sideOf, staffOf } from './people-in-records.ts';
import { allAgedRecords, listNumbers } from './rule-records.ts';

/** Whether two names differ in one character: replaced, added or left out. */
function differsByOne(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [Array.from(a), Array.from(b)] : [Array.from(b), Array.from(a)];
  if (long.length - short.length > 1) return false;
  const at = short.findIndex((character, position) => character !== long[position]);
  if (at === -1) return long.length === short.length + 1;
  const restOfShort = short.slice(short.length === long.length ? at + 1 : at).join('');
  return restOfShort === long.slice(at + 1).join('');
}

/** 人名写法不一: the vendor's staff and the signers, against the contract's list of people, where it has such a list for their side. */
export const unknownPerson = defineRule({
  id: 'unknown-person',
  title: '人名不在合同人员名单',
  severity: 'warning',
  observe: function* (input): Generator<Observation | undefined> {
    const { people } = input.profile;
    const names = { vendor: people.filter((person) => person.side === 'vendor').map((person) => person.name), client: people.filter((person) => person.side === 'client').map((person) => person.name) };
    const known = { vendor: new Set(names.vendor), client: new Set(names.client) };
    const strangers = new Map<string, { readonly side: 'vendor' | 'client'; readonly name: string; readonly records: AnyRecord[] }>();
    const look = (record: AnyRecord, side: 'vendor' | 'client', name: string) => {
      if (known[side].size === 0 || known[side].has(name)) return;
      const stranger = strangers.get(`${side} ${name}`);
      if (stranger === undefined) strangers.set(`${side} ${name}`, { side, name, records: [record] });
      else if (stranger.records.at(-1) !== record) stranger.records.push(record);
    };
    yield* walkThrough(allAgedRecords(input), (record) => {
      for (const name of staffOf(record)) look(record, 'vendor', name);
      for (const role of kindOf(record.kind).signOff) {
        for (const name of namesIn(record.signOff[role])) look(record, sideOf(role), name);
      }
    });
    for (const { side, name, records } of strangers.values()) {
      const alike = names[side].find((candidate) => differsByOne(candidate, name));
      yield {
        message: `“${name}”出现在 ${records.length} 份单据（${listNumbers(records)}），不在合同的${side === 'vendor' ? '乙方' : '甲方'}人员名单里${alike === undefined ? '' : `，是否应为“${alike}”`}。`,
        advice: '改正姓名；确有此人的，加入合同人员名单。',
        recordIds: records.map((record) => record.id),
        date: records[0]?.date,
        mending: [...records.slice(0, 5).map((record) => ({ action: 'open-record' as const, recordId: record.id })), { action: 'edit-profile' as const, field: 'people' }],
      };
    }
  },
});
