import { AppError } from '../../shared/app-error.ts';
import type { ReadableStore, StoreEnvironment, WritableStore } from './store.ts';

/** What every attempt to change a folder that is open for reading is told. */
export function readOnlyError(): AppError {
  return new AppError('read-only', '数据文件夹现在以只读方式打开，只能查看，不能修改。');
}

/**
 * A reading store for callers that would also write: everything can be asked, and every transaction is refused with `read-only`
 * before it begins. SQLite itself has the file open for reading only, so nothing can get past this.
 */
export function refusingStore(store: ReadableStore, environment: StoreEnvironment): WritableStore {
  return {
    ...store,
    access: 'write',
    environment,
    lock: { release: () => undefined },
    contracts: new Map(),
    transaction: () => {
      throw readOnlyError();
    },
    clock: { latest: '' },
    revision: { reason: undefined },
  };
}
