import { AppError } from '../../shared/app-error.ts';
import { canonicalJson } from './canonical-json.ts';
import { reading } from './sqlite-errors.ts';
import type { ReadableStore, WritableStore } from './store.ts';

/** A setting of the data folder, unparsed: the caller checks what it gets. Undefined when it was never set. */
export function getSetting(store: ReadableStore, name: string): unknown {
  return reading(() => {
    const row = store.statements.contracts.setting.get(name);
    if (row === undefined) return undefined;
    try {
      return JSON.parse(row.value);
    } catch (cause) {
      throw new AppError('store-damaged', '数据文件夹的设置已损坏，请从备份恢复。', { setting: name }, { cause });
    }
  });
}

/** Keeps a JSON value under a name. Settings belong to the folder, not to the audit trail. */
export function setSetting(store: WritableStore, name: string, value: unknown): void {
  store.transaction(() => store.statements.contracts.setSetting.run(name, canonicalJson(value)));
}
