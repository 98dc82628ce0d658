import { AppError } from '../../shared/app-error.ts';
import { contractDocumentSchema, type ContractDocument } from '../../shared/contract/contract-document.ts';
import { requireContract } from './contracts.ts';
import { getSetting, setSetting } from './settings.ts';
import type { ReadableStore, WritableStore } from './store.ts';

function settingName(contractId: string): string {
  return `contract-document:${contractId}`;
}

/** The text of a contract as it was read; undefined when it was never kept. Throws `not-found` and, for a damaged text, `store-damaged`. */
export function getContractDocument(store: ReadableStore, contractId: string): ContractDocument | undefined {
  requireContract(store, contractId);
  const value = getSetting(store, settingName(contractId));
  if (value === undefined) return undefined;
  const parsed = contractDocumentSchema.safeParse(value);
  if (!parsed.success) throw new AppError('store-damaged', '保存的合同原文已损坏，请在“待确认问题”里重新选择合同文件。', { contract: contractId }, { cause: parsed.error });
  return parsed.data;
}

/** Keeps the text of a contract in place of the one before. Throws `not-found`. */
export function keepContractDocument(store: WritableStore, contractId: string, document: ContractDocument): void {
  store.transaction(() => {
    requireContract(store, contractId);
    setSetting(store, settingName(contractId), document);
  });
}
