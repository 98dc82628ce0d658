import { dropEmpty } from '../../shared/records/body-schema.ts';
import { kindOf } from '../../shared/records/kinds.ts';
import type { AnyRecord, RecordInput } from '../../shared/records/record.ts';

/** Inputs as the store would give them back, without the cost of storing them. */
export function storedYear(inputs: readonly RecordInput[]): AnyRecord[] {
  return inputs.map((input, index) => {
    const definition = kindOf(input.kind);
    const body = dropEmpty(input.body) as Readonly<Record<string, unknown>>;
    const record = {
      id: `record-${index}`, contractId: 'contract', kind: input.kind, number: input.number ?? '', date: definition.dateOf(body), status: input.status ?? 'final',
      title: definition.titleOf(body), body, extra: input.extra ?? {}, signOff: input.signOff ?? {}, revision: 1, createdAt: '', updatedAt: '',
    };
    // Tests check elsewhere that these bodies pass their kinds' schemas.
    return record as unknown as AnyRecord;
  });
}
