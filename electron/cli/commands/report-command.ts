import { AppError } from '../../../shared/app-error.ts';
import { formatNumber } from '../../../shared/deliverables/format-value.ts';
import type { FigureChange } from '../../../shared/figures/frozen-figures.ts';
import type { ReportPeriod } from '../../../shared/ipc/report-channels.ts';
import type { ReportLife } from '../../../shared/ipc/report-life-channels.ts';
import { chosenContract, type Core } from '../../api/core.ts';
import { freezeReport, keepReport, reportLife } from '../../api/operations/report-life.ts';
import { reportPeriods } from '../../api/operations/report-periods.ts';
import { dateOption, needed, optional, type Command, type CommandResult } from '../command.ts';
import { withCore } from '../with-core.ts';
import { exitNumbers, reportStateNames } from '../words.ts';

function changeLine({ label, unit, decimals, before, after, causes }: FigureChange): string {
  const text = (value: number | null): string => (value === null ? '—' : `${formatNumber(value, decimals)} ${unit}`);
  return `    ${label}：${text(before)} → ${text(after)}（${causes.length === 0 ? '合同设置或日历' : `${causes.length} 份记录`}）`;
}

function lifeLines({ type, label, report, state }: ReportPeriod, life: ReportLife | undefined): string[] {
  const last = life?.versions.at(-1);
  const open = life?.questions.filter(({ answer }) => answer === undefined).length ?? 0;
  return [
    `${type} ${label}：${reportStateNames[state]}${report === undefined || report.number === '' ? '' : `，${report.number}`}${last === undefined ? '' : `，第 ${last.version} 版冻结于 ${last.madeAt}`}`,
    ...(life === undefined || life.changes.length === 0 ? [] : [`  ${life.changes.length} 个数字变了${life.isExplained ? '，已说明' : ''}：`, ...life.changes.map(changeLine)]),
    ...(open === 0 ? [] : [`  ${open} 条质疑没有答复`]),
  ];
}

function status(core: Core, contractId: string, today: string): CommandResult {
  const reports = reportPeriods(core, contractId, today).map((period) => ({ period, life: period.report === undefined ? undefined : reportLife(core, { contractId, reportId: period.report.id }) }));
  const isChanged = reports.some(({ life }) => life !== undefined && life.changes.length > 0 && !life.isExplained);
  return { json: reports.map(({ period, life }) => ({ ...period, ...(life === undefined ? {} : { life }) })), lines: reports.flatMap(({ period, life }) => lifeLines(period, life)), exit: isChanged ? exitNumbers.findings : exitNumbers.done };
}

/**
 * `report status`: where every report stands, exit 3 when figures changed that nobody explained; `report freeze 编号`: freezes a report's figures;
 * `report keep 编号 --reason 说明`: leaves them as they were frozen and says why.
 */
export const reportCommand: Command = (context) => withCore(context, async (core) => {
  const { positionals: [act, number], options } = context;
  const contractId = chosenContract(core, optional(options['contract-id'])).id;
  const today = dateOption(options['today'], '--today') ?? core.environment.today();
  if (act === 'status') return status(core, contractId, today);
  if (act !== 'freeze' && act !== 'keep') throw new AppError('invalid-input', 'report 后面应是 status、freeze 或 keep', {});
  const wanted = needed(number, '报告编号');
  const report = reportPeriods(core, contractId, today).find((period) => period.report?.number === wanted)?.report;
  if (report === undefined) throw new AppError('not-found', `合同要求的报告里没有 ${wanted}`, { number: wanted });
  const name = { contractId, reportId: report.id };
  if (act === 'keep') {
    await keepReport(core, name, needed(optional(options['reason'])?.trim(), '--reason'));
    const { explanations } = reportLife(core, name);
    return { json: explanations.at(-1), lines: [`${wanted} 保留原数，已记下说明`], exit: exitNumbers.done };
  }
  freezeReport(core, name, optional(options['reason'])?.trim() ?? '');
  const { versions } = reportLife(core, name);
  return { json: versions.at(-1), lines: [`${wanted} 的数字已冻结为第 ${versions.at(-1)?.version ?? 1} 版`], exit: exitNumbers.done };
});
