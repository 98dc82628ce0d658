import { AppError, type Problem } from '../../shared/app-error.ts';
import { chineseIssue } from '../../shared/schema-messages.ts';
import type { ContractDocument } from '../../shared/contract/contract-document.ts';
import { profileSchema, type ContractProfile, type Question } from '../../shared/contract/profile.ts';
import { assembleProfile } from './assemble-profile.ts';
import { findItemTable } from './extract/item-table.ts';
import { partyLabels } from './extract/party-blocks.ts';
import { openContractFile } from './source/contract-file.ts';
import { buildText } from './text/build-text.ts';
import { contractDocument } from './text/contract-document.ts';
import type { ContractText } from './text/contract-text.ts';
import { findDates } from './text/find-dates.ts';
import { findMoney } from './text/find-money.ts';

/**
 * A contract as read: the profile, what the text leaves open (the same questions are in `profile.questions`), and the text itself;
 * a profile that was read as it is (.json) has none.
 */
export type ContractReading = { readonly profile: ContractProfile; readonly questions: readonly Question[]; readonly document?: ContractDocument };

/** Signs that a text is a contract about services; one alone proves nothing. */
const signs: readonly (readonly [name: string, found: (text: ContractText) => boolean])[] = [
  ['甲方和乙方', (text) => new Set(partyLabels(text).map((label) => label.side)).size === 2],
  ['“合同”或“协议”字样', (text) => text.paragraphs.some((paragraph) => /合同|协议/.test(paragraph.text))],
  ['条款编号', (text) => text.paragraphs.filter((paragraph) => paragraph.level !== undefined).length >= 4],
  ['日期或期限', (text) => text.sentences.some((sentence) => findDates(sentence.text).length > 0)],
  ['金额', (text) => text.sentences.some((sentence) => findMoney(sentence.text).length > 0) || findItemTable(text) !== undefined],
  ['服务或运维内容', (text) => text.paragraphs.some((paragraph) => /运行维护|运维|维护|技术支持|技术服务|服务期/.test(paragraph.text))],
];

function refuseOtherTexts(text: ContractText, fileName: string): void {
  const missing = signs.filter(([, found]) => !found(text)).map(([name]) => name);
  if (missing.length <= 2 && !missing.includes('甲方和乙方') && !missing.includes('“合同”或“协议”字样')) return;
  throw new AppError('not-a-contract', `“${fileName}”不像运维服务合同：没有找到${missing.join('、')}。请选择合同正文的 .docx 或 .txt 文件。`, { missing: missing.join('、') });
}

function parseProfile(json: unknown, fileName: string): ContractReading {
  const parsed = profileSchema.safeParse(json, { error: chineseIssue });
  if (!parsed.success) {
    const problems: Problem[] = parsed.error.issues.slice(0, 100).map((issue) => ({ place: issue.path.join('.') || '档案', message: issue.message }));
    throw new AppError('invalid-input', `“${fileName}”不是合同档案，或内容有 ${problems.length} 处不对。`, { problems });
  }
  return { profile: parsed.data, questions: parsed.data.questions };
}

/**
 * Reads a contract (.docx; .txt in UTF-8, UTF-16 or GB18030) and fills the profile, or takes a profile (.json) as it is.
 * What the text leaves uncertain or contradictory becomes a question with its sentences; nothing is guessed silently.
 * @throws AppError unreadable-file | not-a-contract | invalid-input
 */
export function readContract(bytes: Uint8Array, fileName: string): ContractReading {
  const file = openContractFile(bytes, fileName);
  if (file.type === 'profile') return parseProfile(file.json, fileName);
  const text = buildText(file.lines);
  refuseOtherTexts(text, fileName);
  const profile = assembleProfile(text);
  return { profile, questions: profile.questions, document: contractDocument(text, fileName) };
}

/**
 * The text alone, for a profile that was made without it. Throws `unreadable-file`; a file with a profile (.json) has no text.
 */
export function readContractDocument(bytes: Uint8Array, fileName: string): ContractDocument {
  const file = openContractFile(bytes, fileName);
  if (file.type === 'profile') throw new AppError('unreadable-file', `“${fileName}”是导出的合同档案，里面没有合同原文。请选择合同正文的 .docx 或 .txt 文件。`, { format: 'json' });
  return contractDocument(buildText(file.lines), fileName);
}
