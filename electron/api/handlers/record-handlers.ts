import type { Handlers } from '../../../shared/ipc/contract.ts';
import { kindOf } from '../../../shared/records/kinds.ts';
import { countAttachments } from '../../store/attachments.ts';
import { getContract } from '../../store/contracts.ts';
import { listRecords } from '../../store/list-records.ts';
import { getRecord, lastRecord, recordHistory } from '../../store/records.ts';
import { saveRecord, voidRecord } from '../../store/save-records.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import type { Core } from '../core.ts';
import { reportFigures, withReportFigures } from '../operations/reports.ts';
import { emptySheet, importRecords } from '../operations/intake.ts';

type RecordChannels = 'records.list' | 'records.get' | 'records.last' | 'records.save' | 'records.void' | 'records.history' | 'records.import' | 'records.sheet' | 'reports.figures';

export function recordHandlers(core: Core): Pick<Handlers, RecordChannels> {
  const { store } = core;
  const told = (record: AnyRecord): AnyRecord => {
    core.emit('records.changed', { contractId: record.contractId });
    return record;
  };
  return {
    'records.list': (query) => {
      const page = listRecords(store, query);
      return { ...page, attachmentCounts: Object.fromEntries(countAttachments(store, page.records.map(({ id }) => id))) };
    },
    'records.get': ({ id }) => getRecord(store, id),
    'records.last': ({ contractId, kind }) => lastRecord(store, contractId, kind) ?? null,
    'records.save': ({ contractId, record }) => told(saveRecord(store, contractId, withReportFigures(core, contractId, record))),
    'records.void': ({ id, reason }) => told(voidRecord(store, id, reason)),
    'records.history': ({ id }) => recordHistory(store, id),
    'records.import': ({ contractId, kind, file, dryRun }) => importRecords(core, getContract(store, contractId), kind, Buffer.from(file.base64, 'base64'), dryRun),
    'records.sheet': ({ contractId, kind }) => ({
      name: `${kindOf(kind).title}.xlsx`,
      base64: Buffer.from(emptySheet(getContract(store, contractId), kind)).toString('base64'),
    }),
    'reports.figures': ({ contractId, ...span }) => reportFigures(core, contractId, span),
  };
}
