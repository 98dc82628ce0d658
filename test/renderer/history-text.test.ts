import { expect, test } from 'vitest';
import { historyFieldLabel, historyText } from '../../renderer/forms/history-text.ts';
import { kindOf } from '../../shared/records/kinds.ts';

const { fields } = kindOf('inspection');

test.each([
  ['body.inspector', '巡检人'],
  ['body.items.2.result', '巡检项目 第 3 行 检查结果'],
  ['signOff.confirmer', '甲方确认人'],
  ['status', '状态'],
  ['inspector', '巡检人'],
  ['extra.weather', 'extra.weather'],
  ['attachment.0123abcd', '附件'],
])('%s is called %s', (field, label) => {
  expect(historyFieldLabel(fields, field)).toBe(label);
});

test.each([
  [undefined, '—'],
  [null, '—'],
  [true, '是'],
  ['final', '正式'],
  ['林远航', '林远航'],
  [1.5, '1.5'],
  [['GZ-20240805-01', 'GX-20240805-01'], 'GZ-20240805-01、GX-20240805-01'],
  [[{ item: 'CPU' }], '1 行'],
  [{ sha256: '0123', name: '机房.jpg', role: 'photo', caption: '机柜', position: 2 }, '第 2 个　机柜（机房.jpg）　照片'],
  [{ sha256: '0123', name: '机房.jpg', role: '旧的用途', caption: '', position: 1 }, '第 1 个　机房.jpg　旧的用途'],
  [{ name: '不是附件' }, '{"name":"不是附件"}'],
])('%j reads %s', (value, text) => {
  expect(historyText(value)).toBe(text);
});
