import { expect, test } from 'vitest';
import { recordData } from '../../../shared/deliverables/record-data.ts';
import { reportData } from '../../../shared/deliverables/report-data.ts';
import { makeRecord, testProfile } from '../../helpers/records.ts';

test('lists the options of a vocabulary as the contract has them, the chosen one ticked', () => {
  const profile = testProfile({ vocabularies: { serviceChannel: ['电话', '钉钉'] } });
  const data = recordData(profile, makeRecord('worklog'), []);
  expect(data['选项']).toMatchObject({ 服务渠道: [{ 名称: '电话', 框: '☑' }, { 名称: '钉钉', 框: '☐' }], channel: [{ 名称: '电话' }, { 名称: '钉钉' }] });
});

test('gathers the items of an inspection that need an explanation, numbered as in the checklist', () => {
  const items = [
    { category: '数据库', item: '连接数', result: '正常' },
    { category: '网络', item: '带宽', result: '异常', handling: '已扩容', rectifiedOn: '2024-08-06' },
    { category: '网络', item: '延迟', result: '不适用' },
    { category: '备份', item: '备份任务', result: '待处理' },
  ] as const;
  const data = recordData(testProfile(), makeRecord('inspection', { items, conclusion: '存在异常，待处理' }), []);
  expect(data['异常项']).toMatchObject([
    { 序号: '2', 巡检项目: '带宽', 检查结果: '异常', 异常描述与处理措施: '已扩容', 整改完成日期: '2024年8月6日' },
    { 序号: '4', 巡检项目: '备份任务', 检查结果: '待处理' },
  ]);
});

test('a void record says so and why; others carry no such tag', () => {
  const voided = makeRecord('visit', {}, { status: 'void', voidReason: '重复登记' });
  expect(recordData(testProfile(), voided, [])).toMatchObject({ 已作废: true, 作废原因: '重复登记' });
  expect(recordData(testProfile(), makeRecord('visit'), [])).not.toHaveProperty('已作废');
});

test('long texts of a report come in paragraphs too, empty lines left out', () => {
  const report = makeRecord('report', { plan: '1. 更换证书。\n\n 2. 恢复演练。' });
  const data = reportData(testProfile(), report, [report]);
  expect(data.下阶段计划段落).toEqual([{ 文: '1. 更换证书。' }, { 文: '2. 恢复演练。' }]);
  expect(data.工作综述段落).not.toEqual([]);
});

test('the contract\'s own fields are tags by name and label, and rows for forms that do not know them', () => {
  const profile = testProfile({ extraFields: { visit: [{ name: 'score', label: '现场评分', type: 'number' }, { name: 'checkedOn', label: '复核日期', type: 'date' }, { name: 'note', label: '说明', type: 'text' }] } });
  const data = recordData(profile, makeRecord('visit', {}, { extra: { score: 9.5, checkedOn: '2024-08-06' } }), []);
  expect(data).toMatchObject({ 现场评分: '9.5', score: '9.5', 复核日期: '2024年8月6日', 补充栏目: [{ 栏目: '现场评分', 内容: '9.5' }, { 栏目: '复核日期', 内容: '2024年8月6日' }] });
  expect(data).not.toHaveProperty('说明');
});

test('tick boxes are made when a template asks for them, and are the same whoever asks', () => {
  const record = makeRecord('worklog');
  const [data, other] = [recordData(testProfile(), record, []), recordData(testProfile(), record, [], { 序号: '3' })];
  expect(typeof Object.getOwnPropertyDescriptor(data, '勾选')?.get).toBe('function');
  expect(data['勾选']).toBe(data['勾选']);
  expect({ ...data, 序号: '3' }).toEqual({ ...other });
  expect(Object.keys(data)).toEqual(expect.arrayContaining(['勾选', '选项']));
  expect(structuredClone(data)).toEqual({ ...data });
});
