import type { Problem } from '../../shared/app-error.ts';
import type { ContractProfile } from '../../shared/contract/profile.ts';
import { mainColumns, tableSheets } from '../../shared/entry/sheet-columns.ts';
import type { KindName } from '../../shared/records/kinds.ts';
import type { RecordInput } from '../../shared/records/record.ts';
import { findSheets } from './sheet/find-sheets.ts';
import { readRecords } from './sheet/read-records.ts';
import { readWorkbook } from './sheet/read-workbook.ts';
import { templateSheets } from './sheet/template-sheets.ts';
import { writeWorkbook } from './sheet/write-workbook.ts';

/** What a workbook holds: either records, or everything that is wrong with it. Never some of both. */
export type SheetReading = { readonly records: readonly RecordInput[]; readonly problems: readonly Problem[] };

/** More than anyone reads; the last one says how many were left out. */
const problemLimit = 500;

function limited(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= problemLimit) return problems;
  return [...problems.slice(0, problemLimit - 1), { place: '其余', message: `还有 ${problems.length - problemLimit + 1} 处问题没有列出，请先改正以上各处再导入` }];
}

/**
 * Reads records of one kind from an .xlsx with Chinese headings: field labels, 编号, the contract's extra fields, signatures.
 * Table fields (巡检项目, 评分 …) have a worksheet of their own, named like the field, whose 序号 column names the row of the main worksheet.
 * Every problem is reported with its row and cell, and then no record is returned.
 * @throws AppError unreadable-file when it is no workbook
 */
export function readSheet(bytes: Uint8Array, kind: KindName, profile: ContractProfile): SheetReading {
  const workbook = readWorkbook(bytes);
  const found = findSheets(workbook, mainColumns(kind, profile), tableSheets(kind));
  const { records, problems } = readRecords(found, workbook.date1904, kind, profile);
  const told = records.length === 0 && problems.length === 0 ? [{ place: '工作簿', message: '标题行下面没有填写任何记录' }] : problems;
  return told.length > 0 ? { records: [], problems: limited(told) } : { records: records.flatMap(({ input }) => input ?? []), problems: [] };
}

/**
 * An empty workbook for records of one kind under one contract: headings (required ones marked), validation lists, formats for dates,
 * times and numbers, a frozen heading, notes. What is filled into it, `readSheet` reads. The same bytes for the same contract.
 */
export function importTemplate(kind: KindName, profile: ContractProfile): Uint8Array {
  return writeWorkbook(templateSheets(kind, profile));
}
