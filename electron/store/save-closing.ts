import { AppError } from '../../shared/app-error.ts';
import type { ItemToClose } from '../../shared/ipc/record-channels.ts';
import type { AnyRecord, RecordInput } from '../../shared/records/record.ts';
import { getRecord } from './records.ts';
import { saveRecord } from './save-records.ts';
import type { WritableStore } from './store.ts';

/**
 * Saves a record that handles an abnormal item of an inspection, and writes its number there as 处理单号, both or neither. Saving a draft
 * leaves the inspection alone, because a draft has no number yet; an item that names another record already keeps it.
 * Throws what `saveRecord` throws, and `not-found` when the inspection or the item is gone.
 */
export function saveClosing(store: WritableStore, contractId: string, input: RecordInput, closes: ItemToClose): AnyRecord {
  return store.transaction(() => {
    const record = saveRecord(store, contractId, input);
    if (record.number === '') return record;
    const inspection = getRecord(store, closes.inspectionId);
    if (inspection.kind !== 'inspection' || inspection.contractId !== contractId) throw new AppError('not-found', '找不到要处理的巡检记录。', { record: closes.inspectionId });
    const { items } = inspection.body;
    // Rows may have been moved since: the name finds the item, too.
    const row = items[closes.row]?.item === closes.item ? closes.row : items.findIndex(({ item }) => item === closes.item);
    const item = items[row];
    if (item === undefined) throw new AppError('not-found', `巡检记录「${inspection.number}」里已经没有“${closes.item}”这一项。`, { record: inspection.id });
    if (item.handledBy === undefined || item.handledBy.trim() === '') {
      const body = { ...inspection.body, items: items.map((other, index) => (index === row ? { ...other, handledBy: record.number } : other)) };
      saveRecord(store, contractId, { id: inspection.id, kind: 'inspection', body, revision: inspection.revision });
    }
    return record;
  });
}
