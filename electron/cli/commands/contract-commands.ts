import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { formatChineseDate } from '../../../shared/dates.ts';
import { kindNames, kindOf } from '../../../shared/records/kinds.ts';
import { chosenContract } from '../../api/core.ts';
import { newContract } from '../../api/operations/intake.ts';
import { contractCounts, fillWithSample } from '../../api/operations/sample.ts';
import { attachSampleScans } from '../../api/operations/sample-scans.ts';
import { dateOption, needed, optional, wholeNumberOption, type Command } from '../command.ts';
import { exitNumbers } from '../words.ts';
import { readInput, withCore, withNewCore } from '../with-core.ts';

/** `new`: a contract file becomes a profile; what it leaves open is listed with its sentences. */
export const newCommand: Command = async (context) => {
  const file = needed(context.options['contract'], '--contract');
  const bytes = await readInput(() => readFile(file), file);
  return withNewCore(context, (core) => {
    const { contract, questions } = newContract(core, bytes, path.basename(file));
    const { profile } = contract;
    const lines = [
      `已建立合同档案：${profile.title}`,
      `  服务期 ${formatChineseDate(profile.service.from)} 至 ${formatChineseDate(profile.service.to)}，服务项 ${profile.serviceItems.length} 个，交付件 ${profile.deliverables.length} 种`,
      ...(questions.length === 0 ? ['  没有待确认的问题'] : [`  有 ${questions.length} 个问题要确认：`]),
      ...questions.flatMap((question, index) => [`  ${index + 1}. ${question.question}`, ...question.sources.map((source) => `       原文：${source}`)]),
    ];
    return { json: { id: contract.id, profile, questions }, lines, exit: exitNumbers.done };
  });
};

/** `sample`: a believable year of records for demonstrations and tests. */
export const sampleCommand: Command = (context) => withCore(context, async (core) => {
  const { options } = context;
  const contract = chosenContract(core, optional(options['contract-id']));
  const seed = wholeNumberOption(options['seed'], '--seed', 1);
  const result = fillWithSample(core, contract.id, {
    seed,
    until: dateOption(options['until'], '--until'),
    gaps: options['gaps'] === true,
  });
  const scans = options['scans'] === true ? await attachSampleScans(core, result.contract, seed) : 0;
  const counts = contractCounts(core, contract.id);
  const lines = [
    `已填入 ${result.records} 条示范记录：${kindNames.map((kind) => `${kindOf(kind).title} ${counts[kind]}`).join('，')}`,
    ...(scans === 0 ? [] : [`配上 ${scans} 份签字扫描件`]),
    ...(result.planted.length === 0 ? [] : [`埋入 ${result.planted.length} 个问题：`, ...result.planted.map((fault) => `  [${fault.rule}] ${fault.description}`)]),
  ];
  return { json: { records: result.records, counts, scans, planted: result.planted }, lines, exit: exitNumbers.done };
});
