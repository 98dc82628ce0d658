import type { Handlers } from '../../../shared/ipc/contract.ts';
import { kindOf } from '../../../shared/records/kinds.ts';
import { getContract } from '../../store/contracts.ts';
import { columnValues, listHandles, listPlace, listRecords } from '../../store/list-records.ts';
import { linkedRecords } from '../../store/linked-records.ts';
import { takenOverLinks } from '../../store/taken-over.ts';
import { getRecord, lastRecord, recordHistory } from '../../store/records.ts';
import { saveClosing } from '../../store/save-closing.ts';
import { restoreRecords } from '../../store/restore-records.ts';
import { saveRecord, voidRecord } from '../../store/save-records.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import type { Core } from '../core.ts';
import { reportFigures, withReportFigures } from '../operations/reports.ts';
import { emptySheet } from '../operations/intake.ts';

type RecordChannels = 'records.list' | 'records.handles' | 'records.place' | 'records.values' | 'records.get' | 'records.last' | 'records.save' | 'records.void' | 'records.restore' | 'records.linked' | 'records.takenOver' | 'records.history' | 'records.sheet' | 'reports.figures';

export function recordHandlers(core: Core): Pick<Handlers, RecordChannels> {
  const { store } = core;
  const told = (record: AnyRecord): AnyRecord => {
    core.emit('records.changed', { contractId: record.contractId });
    return record;
  };
  return {
    'records.list': (query) => listRecords(store, query),
    'records.handles': (query) => listHandles(store, query),
    'records.place': (query) => ({ row: listPlace(store, query) }),
    'records.values': (query) => columnValues(store, query),
    'records.get': ({ id }) => getRecord(store, id),
    'records.last': ({ contractId, kind }) => lastRecord(store, contractId, kind) ?? null,
    'records.save': ({ contractId, record, closes }) => {
      const input = withReportFigures(core, contractId, record);
      return told(closes === undefined ? saveRecord(store, contractId, input) : saveClosing(store, contractId, input, closes));
    },
    'records.void': ({ id, reason }) => told(voidRecord(store, id, reason)),
    'records.linked': ({ id }) => linkedRecords(store, id),
    'records.takenOver': ({ id }) => takenOverLinks(store, id),
    'records.restore': ({ items }) => {
      const records = restoreRecords(store, items);
      for (const contractId of new Set(records.map((record) => record.contractId))) core.emit('records.changed', { contractId });
      return records;
    },
    'records.history': ({ id }) => recordHistory(store, id),
    'records.sheet': ({ contractId, kind }) => ({
      name: `${kindOf(kind).title}.xlsx`,
      base64: Buffer.from(emptySheet(getContract(store, contractId), kind)).toString('base64'),
    }),
    'reports.figures': ({ contractId, ...span }) => reportFigures(core, contractId, span),
  };
}
