import { formatMinutes } from '../deliverables/format-value.ts';
import { answerMinutes, isUnderServiceLevel, restoreMinutes } from '../figures/incidents.ts';
import { defineRule, type Observation } from './define-rule.ts';
import { agedRecords, nameOf } from './rule-records.ts';

/** SLA 超时没说明 (合同第八章 2), on the continuous 7×24 clock. Faults still being worked on are `incident-open`. */
export const serviceLevelOverrun = defineRule({
  id: 'service-level-overrun',
  title: '故障应答或恢复超时没有说明',
  severity: 'error',
  observe: (input) => agedRecords(input, 'incident').flatMap((incident): Observation[] => {
    if (!isUnderServiceLevel(incident, input.profile) || incident.body.state === '处理中' || incident.body.overrunReason !== undefined) return [];
    const limits = input.profile.serviceLevel;
    const answer = answerMinutes(incident);
    const restore = restoreMinutes(incident);
    const overruns = [
      ...(answer !== undefined && answer > limits.answerMinutes ? [`应答用了${formatMinutes(answer)}，超过${formatMinutes(limits.answerMinutes)}`] : []),
      ...(restore !== undefined && restore > limits.restoreMinutes ? [`恢复用了${formatMinutes(restore)}，超过${formatMinutes(limits.restoreMinutes)}`] : []),
    ];
    if (overruns.length > 0) {
      return [{ message: `${nameOf(incident)} ${overruns.join('，')}，没有超时说明。`, advice: '核对各时间点；确实超时的，填写超时说明。', recordIds: [incident.id], date: incident.date }];
    }
    return answer === undefined
      ? [{ severity: 'warning', message: `${nameOf(incident)} 没有应答时间，不能证明在${formatMinutes(limits.answerMinutes)}内应答。`, advice: '补填应答时间。', recordIds: [incident.id], date: incident.date }]
      : [];
  }),
});
