import { addMinutes } from '../../../shared/dates.ts';
import { isUnderServiceLevel } from '../../../shared/figures/incidents.ts';
import { inRecordOrder } from '../../../shared/figures/record-index.ts';
import { freePersonDays } from '../../../shared/figures/requests.ts';
import { recordsOf, type RecordOf } from '../../../shared/records/record.ts';
import { openIncident } from '../cut-off.ts';
import { roundTo } from '../random.ts';
import { freeRecords, pickOne, type RecordFault, type Scene } from './planting.ts';

/** Minutes by which a planted fault passes the promised time of restoration. */
const overrunMinutes = 95;
/** Person-days by which the planted request passes the free quota. */
const personDaysOver = 1.6;

function beyondLimit(scene: Scene, incident: RecordOf<'incident'>): RecordOf<'incident'>['body'] {
  if (incident.body.overrunReason !== undefined) return { ...incident.body, overrunReason: undefined };
  const restoredAt = addMinutes(incident.body.reportedAt, Math.ceil(scene.frame.profile.serviceLevel.restoreMinutes) + overrunMinutes);
  const timeline = incident.body.timeline?.map((step, index, all) => (index === all.length - 1 ? { ...step, at: restoredAt } : step));
  return { ...incident.body, restoredAt, timeline };
}

/** A fault of the vendor's that took too long, and nobody said why. */
export const overrunSilently: RecordFault = (scene) => {
  const measured = freeRecords(scene, 'incident').filter((incident) => isUnderServiceLevel(incident, scene.frame.profile) && incident.body.restoredAt !== undefined);
  const record = measured.find((incident) => incident.body.overrunReason !== undefined) ?? pickOne(scene, measured);
  if (record === undefined) return undefined;
  return {
    fault: { rule: 'service-level-overrun', description: `${record.number} 恢复超过合同时限，没有超时说明`, numbers: [record.number], date: record.date },
    replaced: [{ ...record, body: beyondLimit(scene, record) }],
  };
};

/** A fault that was never closed. */
export const leaveIncidentOpen: RecordFault = (scene) => {
  // One that an inspection was closed by would leave that inspection open too.
  const closing = new Set(recordsOf(scene.records, 'inspection').flatMap((inspection) => inspection.body.items.map((item) => item.handledBy)));
  const record = pickOne(scene, freeRecords(scene, 'incident').filter((incident) => incident.body.category === '故障' && incident.body.state === '已关闭' && !closing.has(incident.number)));
  if (record === undefined) return undefined;
  return {
    fault: { rule: 'incident-open', description: `${record.number} 状态一直是“处理中”，没有恢复时间`, numbers: [record.number], date: record.date },
    replaced: [{ ...record, body: openIncident(record.body) }],
  };
};

/** An appeal that nobody answered. */
export const leaveComplaintOpen: RecordFault = (scene) => {
  const record = pickOne(scene, freeRecords(scene, 'complaint'));
  if (record === undefined) return undefined;
  const unanswered = { respondedAt: undefined, process: undefined, closedAt: undefined, result: undefined, satisfied: undefined, followUpBy: undefined, followUpOn: undefined, notice: undefined, remark: undefined };
  return {
    fault: { rule: 'complaint-open', description: `${record.number} 接诉后没有响应时间，也没有办结`, numbers: [record.number], date: record.date },
    replaced: [{ ...record, body: { ...record.body, ...unanswered, resolved: '办理中' } }],
  };
};

/** Requests that count against the quota, in the order in which they use it up. */
function acceptedFree(scene: Scene): RecordOf<'request'>[] {
  return recordsOf(scene.records, 'request').filter((request) => request.status === 'final' && freePersonDays(request) > 0).toSorted(inRecordOrder);
}

/** A request that is charged, without what was agreed. */
export const chargeSilently: RecordFault = (scene) => {
  // The last one is left for the quota.
  const last = acceptedFree(scene).at(-1);
  const record = pickOne(scene, freeRecords(scene, 'request').filter((request) => request.id !== last?.id && freePersonDays(request) > 0));
  if (record === undefined) return undefined;
  return {
    fault: { rule: 'charge-without-note', description: `${record.number} 转为收费，没有收费说明`, numbers: [record.number], date: record.date },
    replaced: [{ ...record, body: { ...record.body, charge: '收费', chargeNote: undefined } }],
  };
};

/** A late request so large that the free person-days are used up and more (合同第八章 3). */
export const passQuota: RecordFault = (scene) => {
  const quota = scene.frame.profile.changeQuota.personDays;
  const accepted = acceptedFree(scene);
  const record = accepted.at(-1);
  if (record === undefined || quota <= 0 || scene.taken.has(record.id)) return undefined;
  const others = accepted.slice(0, -1).reduce((sum, request) => sum + freePersonDays(request), 0);
  const personDays = roundTo(quota - others + personDaysOver, 1);
  return {
    fault: { rule: 'person-days-over-quota', description: `${record.number} 估算 ${personDays} 人日，免费需求累计超出 ${quota} 人日，没有转收费`, numbers: [record.number], date: record.date },
    replaced: [{ ...record, body: { ...record.body, personDays, actualPersonDays: record.body.actualPersonDays === undefined ? undefined : personDays, chargeNote: undefined } }],
  };
};
