import type { CarriedBody, CarriedItem, Closing, Permission } from '../../shared/carried/carried-item.ts';

/** A permission in which everything is said. */
export function carriedPermission(overrides: Partial<Permission> = {}): Permission {
  return {
    title: '2025年9月数据备份', medium: '移动硬盘', mediumNumber: 'YD-07', carrier: '林远航', recipient: '公司备份柜', purpose: '异地备份',
    allowedBy: '沈亦舟', allowedOn: '2025-09-26', permit: '携出审批单 2025-12', takenOn: '2025-09-28', dueOn: '2025-10-10', ...overrides,
  };
}

export function carriedBody(overrides: Partial<CarriedBody> = {}): CarriedBody {
  return {
    content: 'backup', permission: carriedPermission(), isEncrypted: true, openReason: '',
    file: { name: '备份-20250928-010203.7z', bytes: 1_234_567, sha256: 'ab'.repeat(32), files: 42 }, ...overrides,
  };
}

export function carriedClosing(overrides: Partial<Closing> = {}): Closing {
  return { outcome: 'returned', on: '2025-10-09', method: '当面交回', handler: '林远航', witness: '沈亦舟', consent: '', note: '', ...overrides };
}

export function carriedItem(overrides: Partial<CarriedItem> = {}): CarriedItem {
  return { ...carriedBody(), id: 'carried-1', contractId: 'contract-1', number: 'XC-001', state: 'out', revision: 1, madeAt: '2025-09-28T01:02:03.000Z', madeBy: '林远航', ...overrides };
}
