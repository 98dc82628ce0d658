import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import { formatChineseDate } from '../../../shared/dates.ts';
import { isMedium, media } from '../../../shared/deliverables/medium.ts';
import { ruleOutcomes } from '../../../shared/rules/check.ts';
import { rules } from '../../../shared/rules/rules.ts';
import { chosenContract } from '../../api/core.ts';
import { renderDocuments } from '../../api/operations/documents.ts';
import { handOver } from '../../api/operations/hand-over.ts';
import { outputPlace } from '../../api/operations/output-place.ts';
import { arrangedPaper, boundPaper } from '../../api/operations/paper-of-handover.ts';
import { bindingFolder } from '../../api/operations/print-plan.ts';
import { writeReadinessReport } from '../../api/operations/readiness-report.ts';
import { assessContract } from '../../api/operations/records.ts';
import { verifyPackage } from '../../api/operations/verify.ts';
import { dateOption, needed, optional, type Command } from '../command.ts';
import { withCore } from '../with-core.ts';
import { exitNumbers, severityNames } from '../words.ts';

/** `check`: readiness findings; exit 3 when there are any of severity error. */
export const checkCommand: Command = (context) => withCore(context, async (core) => {
  const { options } = context;
  const today = dateOption(options['today'], '--today') ?? context.environment.today();
  const contract = chosenContract(core, optional(options['contract-id']));
  const assessment = await assessContract(core, contract, today);
  const { findings, waived, takenOver } = assessment;
  const outcomes = ruleOutcomes(assessment);
  const report = optional(options['report']);
  if (report !== undefined && !report.endsWith('.docx')) throw new AppError('invalid-input', '--report 要给一个 .docx 文件名', { report });
  const printed = report === undefined ? undefined : await writeReadinessReport(core, contract, today, path.resolve(report));
  const count = (severity: keyof typeof severityNames): number => findings.filter((finding) => finding.severity === severity).length;
  const lines = [
    `验收预检（${formatChineseDate(today)}）：${count('error')} 个错误，${count('warning')} 个警告，${count('notice')} 个提示${waived.length === 0 ? '' : `，已豁免 ${waived.length} 项`}${takenOver.length === 0 ? '' : `，已转入续签合同 ${takenOver.length} 项`}`,
    `检查项共 ${rules.length} 项：${outcomes.passed} 项没有发现问题${outcomes.waived === 0 ? '' : `，${outcomes.waived} 项的问题都已豁免`}${outcomes.takenOver === 0 ? '' : `，${outcomes.takenOver} 项的问题都已转入续签合同`}${outcomes.off === 0 ? '' : `，${outcomes.off} 项不检查`}`,
    ...findings.flatMap((finding) => [`  [${severityNames[finding.severity]}] ${finding.message}`, `      办法：${finding.advice}`]),
    ...(printed === undefined ? [] : [`已写出预检报告 ${String(report)}`, ...printed.warnings.map((warning) => `  请检查：${warning}`)]),
  ];
  return { json: findings, lines, exit: count('error') > 0 ? exitNumbers.findings : exitNumbers.done };
});

function warningLines(warnings: readonly { readonly item: string; readonly message: string }[]): readonly string[] {
  return warnings.map(({ item, message }) => `  请检查 ${item}：${message}`);
}

/** `render`: the documents of the deliverables. */
export const renderCommand: Command = (context) => withCore(context, async (core) => {
  const { options } = context;
  const folder = needed(options['out'], '--out');
  const { files, failures, warnings } = await renderDocuments(core, {
    contract: chosenContract(core, optional(options['contract-id'])),
    folder,
    deliverable: optional(options['deliverable']),
    range: { from: dateOption(options['from'], '--from'), to: dateOption(options['to'], '--to') },
  });
  const lines = [`已生成 ${files.length} 份文档到 ${folder}`, ...failures.map((failure) => `  没有生成：${failure.item}，${failure.message}`), ...warningLines(warnings)];
  return { json: { files, failures, warnings }, lines, exit: failures.length > 0 ? exitNumbers.badInput : exitNumbers.done };
});

/**
 * `handover`: the whole package, and with `--iso` its disc image. Where there is an office program, the volumes are bound in the same run, so that each
 * file names the volume and page that it is on; else, and with `--no-binding`, the volumes are named as they are arranged.
 */
export const handoverCommand: Command = (context) => withCore(context, async (core) => {
  const { options } = context;
  const folder = needed(options['out'], '--out');
  const contract = chosenContract(core, optional(options['contract-id']));
  const today = dateOption(options['today'], '--today') ?? context.environment.today();
  const openErrors = (await assessContract(core, contract, today)).findings
    // What the package before this one lacks is mended by making this one.
    .filter(({ severity, rule }) => severity === 'error' && rule !== 'handover-outdated').length;
  const medium = optional(options['medium']) ?? 'folder';
  if (!isMedium(medium)) throw new AppError('invalid-input', `--medium 只能是 ${media.join('、')}`, { medium });
  const binds = options['no-binding'] !== true && (await core.converter.offices()).length > 0;
  const binding = binds ? await boundPaper(core, contract, {}) : await arrangedPaper(core, contract);
  const result = await handOver(core, { contract, folder, isoFile: optional(options['iso']), today, medium, binding });
  const lines = [
    `交付包：${folder}`,
    `  ${result.documents} 份文档，共 ${result.files} 个文件，${result.bytes} 字节`,
    binds ? `  同时装订 ${binding.volumes.length} 卷：${outputPlace(core, contract.id, bindingFolder)}` : `  没有装订：文件按卷册排列注明卷号，${binding.volumes.every(({ pagesAreCounted }) => pagesAreCounted) ? '页号为上次装订所得' : '页号待装订后才有'}`,
    ...(result.discs.length < 2 ? [] : result.discs.map((disc) => `  第 ${disc.number} 盘：${disc.files} 个文件，${disc.bytes} 字节，${disc.groups.join('；')}`)),
    `  校验摘要（sha256）：${result.digest}`,
    ...(openErrors === 0 ? [] : [`  注意：验收预检还有 ${openErrors} 个错误没有处理，用 check 命令查看`]),
    ...warningLines(result.warnings),
    ...(result.isoBytes === undefined ? [] : [`  光盘映像：${String(options['iso'])}，${result.isoBytes} 字节`]),
  ];
  return { json: { folder, volumes: binding.volumes.length, bound: binds, documents: result.documents, files: result.files, bytes: result.bytes, digest: result.digest, isoBytes: result.isoBytes ?? null, discs: result.discs, openErrors, warnings: result.warnings }, lines, exit: exitNumbers.done };
});

/** `verify`: a package folder, a disc image or a mounted disc against its manifests. */
export const verifyCommand: Command = async (context) => {
  const target = needed(context.positionals[0], '要核对的目录或 .iso 文件');
  const report = await verifyPackage(target);
  const lines = report.ok
    ? [`核对通过：${report.files} 个文件，${report.bytes} 字节，校验摘要 ${report.digest}`]
    : [`核对不通过，${report.problems.length} 处不符：`, ...report.problems.map((problem) => `  ${problem.place}：${problem.message}`)];
  return { json: report, lines, exit: report.ok ? exitNumbers.done : exitNumbers.findings };
};
