import { AppError } from '../../../shared/app-error.ts';
import { bindingProfiles } from '../../../shared/volumes/arrangement.ts';
import { sheetsOfFile } from '../../../shared/volumes/binding.ts';
import { chosenContract } from '../../api/core.ts';
import { bindingFailures, bindVolumes } from '../../api/operations/bind-volumes.ts';
import { needed, optional, type Command } from '../command.ts';
import { withCore } from '../with-core.ts';
import { exitNumbers } from '../words.ts';

function profileOption(value: string | boolean | undefined): (typeof bindingProfiles)[number] | undefined {
  const name = optional(value);
  if (name === undefined) return undefined;
  const profile = bindingProfiles.find((known) => known === name);
  if (profile === undefined) throw new AppError('invalid-input', `--profile 只能是 ${bindingProfiles.join(' 或 ')}：${name}`, { option: '--profile' });
  return profile;
}

/** `bind`: the volumes as print-ready PDFs, or as Word files where there is no office program; exit 3 when a volume lacks documents. */
export const bindCommand: Command = (context) => withCore(context, async (core) => {
  const { options } = context;
  const folder = needed(options['out'], '--out');
  const { content, warnings } = await bindVolumes(core, { contract: chosenContract(core, optional(options['contract-id'])), folder, profile: profileOption(options['profile']) });
  const lines = [
    `装订：${folder}`,
    content.office === undefined ? '  本机没有 Word、WPS 或 LibreOffice，以 Word 文件排好打印顺序，页数待核' : `  由 ${content.office} 排版`,
    ...content.files.map((file) => `  ${file.title}${file.sides === 0 ? '' : `：${file.volume === undefined ? '' : `${file.volume.pages} 页，`}${sheetsOfFile(file)} 张${file.doubleSided ? '（双面）' : ''}，${file.copies} 份`}`),
    ...bindingFailures(content).map(({ item, message }) => `  ${item}：${message}`),
    ...warnings.map(({ item, message }) => `  请检查 ${item}：${message}`),
  ];
  return { json: { ...content, folder, warnings }, lines, exit: content.gaps.length > 0 ? exitNumbers.findings : exitNumbers.done };
});
