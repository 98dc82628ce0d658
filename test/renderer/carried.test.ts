import { expect, test } from 'vitest';
import { newPermission, permissionProblems, withContent } from '../../renderer/screens/delivery/carried/carried-form.ts';
import { offeredPassphrase, problemsOfChoice } from '../../renderer/screens/delivery/carried/passphrase-field.tsx';
import { carriedItem, carriedPermission } from '../helpers/carried.ts';

test('a new permission begins with the people and media of the last one of its sort, and with today', () => {
  const items = [carriedItem({ content: 'field-copy', permission: carriedPermission({ carrier: '王宁', medium: '笔记本电脑' }) }), carriedItem({ permission: carriedPermission({ permit: '旧审批单' }) })];
  expect(newPermission('field-copy', '2025-10-20', items)).toMatchObject({ title: '现场用运维数据副本', medium: '笔记本电脑', carrier: '王宁', takenOn: '2025-10-20', allowedOn: '2025-10-20', dueOn: '2025-10-27', permit: '', mediumNumber: '' });
  expect(newPermission('backup', '2025-10-20', items)).toMatchObject({ carrier: '林远航', medium: '移动硬盘', recipient: '公司备份柜' });
  expect(newPermission('backup', '2025-10-20', [])).toMatchObject({ medium: 'U盘', carrier: '' });
  const paper = carriedItem({ content: 'other', permission: carriedPermission({ medium: '纸质资料', recipient: '项目组' }) });
  expect(newPermission('backup', '2025-10-20', [paper])).toMatchObject({ medium: 'U盘', recipient: '', carrier: '林远航', allowedBy: '沈亦舟' });
});

test('what is carried is chosen anew without losing what was typed', () => {
  const begun = { ...newPermission('backup', '2025-10-20', []), carrier: '林远航', purpose: '季度归档' };
  expect(withContent(begun, 'backup', 'check-package', '2025-10-20', [])).toEqual({ ...begun, title: '供核对的运维资料' });
});

test('every field that is missing says so, once', () => {
  expect(permissionProblems(newPermission('backup', '2025-10-20', []))).toEqual({ carrier: '请填写携带人', recipient: '请填写去向或接收人', allowedBy: '请填写许可人' });
  expect(permissionProblems(carriedPermission())).toEqual({});
});

test('a passphrase is offered that is good, and different every time; it has to be kept before going on', () => {
  const [one, two] = [offeredPassphrase(), offeredPassphrase()];
  expect(one.passphrase).not.toBe(two.passphrase);
  expect([problemsOfChoice(one).passphrase, typeof problemsOfChoice(one).kept, problemsOfChoice({ ...one, isKept: true }).kept]).toEqual([undefined, 'string', undefined]);
});
