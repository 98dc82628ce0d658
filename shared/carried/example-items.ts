import type { CarriedItem, Closing, Permission } from './carried-item.ts';

const permission: Permission = {
  title: '示例数据备份', medium: '移动硬盘', mediumNumber: 'YD-07', carrier: '示例姓名', recipient: '示例地点', purpose: '异地备份',
  allowedBy: '示例姓名', allowedOn: '2025-09-26', permit: '示例审批单 12 号', takenOn: '2025-09-28', dueOn: '2025-10-10',
};
const closing: Closing = { outcome: 'returned', on: '2025-10-09', method: '当面交回', handler: '示例姓名', witness: '示例姓名', consent: '示例通知 3 号', note: '封条完好' };

function item(number: number, overrides: Partial<CarriedItem>): CarriedItem {
  return {
    id: `example-${number}`, contractId: 'example', number: `XC-00${number}`, state: 'out', revision: 1, madeAt: '2025-09-28T01:02:03.000Z', madeBy: '示例姓名',
    content: 'backup', permission, isEncrypted: true, openReason: '', file: { name: '备份-20250928-010203.7z', bytes: 604_000_000, sha256: '3f786850e387550f'.repeat(4), files: 345 }, ...overrides,
  };
}

/** One item returned, one destroyed, one still out: shows which tags the papers get. */
export function exampleCarriedItems(): readonly CarriedItem[] {
  return [
    item(1, { state: 'returned', closing }),
    item(2, { state: 'destroyed', content: 'field-copy', closing: { ...closing, outcome: 'destroyed', method: '覆写后格式化' } }),
    item(3, {}),
  ];
}
