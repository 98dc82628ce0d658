import { describe, expect, test } from 'vitest';
import { reportData } from '../../../shared/deliverables/report-data.ts';
import { indexRecords } from '../../../shared/figures/record-index.ts';
import { reportDraftSteps } from '../../../shared/deliverables/report-drafts.ts';
import type { ReportTags } from '../../../shared/deliverables/report-tags.ts';
import type { AnyRecord, RecordOf } from '../../../shared/records/record.ts';
import { makeRecord, testProfile } from '../../helpers/records.ts';
import { serviceYear } from '../../helpers/service-year.ts';

const profile = testProfile({
  people: [{ name: '沈亦舟', role: '项目经理', side: 'vendor' }, { name: '林远航', role: '运维工程师', side: 'vendor', unit: '运维一部' }, { name: '顾小满', role: '联系人', side: 'client' }],
  sources: { 'serviceLevel.answerMinutes': '一小时应答，四小时恢复。' },
});
const year = serviceYear(profile);

function reportOf(type: '季度' | '年度', ordinal: number | undefined): RecordOf<'report'> {
  const report = year.find((record): record is RecordOf<'report'> => record.kind === 'report' && record.body.reportType === type && record.body.ordinal === ordinal);
  if (report === undefined) throw new Error('no such report');
  return report;
}

function dataWith(records: readonly AnyRecord[], body: Partial<RecordOf<'report'>['body']> = {}): ReportTags {
  return reportData(profile, makeRecord('report', { date: '2024-11-04', ...body }), records);
}

test('what the customer asked is listed by the day on which it was asked, open ones as such', () => {
  const asked = { askedBy: '顾小满', question: '工时怎么算' };
  const answered = { ...asked, askedOn: '2024-11-06', question: '请附清单', answeredOn: '2024-11-08', answeredBy: '沈亦舟', answer: '见附件一' };
  const { 质疑答复, 有质疑答复 } = reportData(profile, reportOf('季度', 1), year, [{ ...asked, askedOn: '2024-11-07' }, answered]);
  expect([有质疑答复, 质疑答复]).toEqual([true, [
    { 序号: '1', 提出日期: '2024年11月6日', 提出人: '顾小满', 质疑内容: '请附清单', 答复日期: '2024年11月8日', 答复人: '沈亦舟', 答复内容: '见附件一' },
    { 序号: '2', 提出日期: '2024年11月7日', 提出人: '顾小满', 质疑内容: '工时怎么算', 答复日期: '—', 答复人: '—', 答复内容: '尚未答复' },
  ]]);
});

test('periods are drawn beside those before them; a single month has nothing to compare within itself', () => {
  const chartsOf = (report: RecordOf<'report'>) => Object.keys(reportData(profile, report, year).图表);
  const monthly = makeRecord('report', { reportType: '月度', periodFrom: '2024-10-01', periodTo: '2024-10-31', date: '2024-11-01' });
  expect([chartsOf(reportOf('季度', 2)), chartsOf(monthly)]).toEqual([['前期服务量', '各月巡检', '服务项工时', '各月工时'], ['前期服务量', '服务项工时']]);
  const { 图表, 前期对比 } = reportData(profile, monthly, year);
  expect(图表.前期服务量).toEqual({ 图号: '图 1', 类别: ['2024年8月', '2024年9月', '2024年10月'], 系列: [{ 名称: '投入工时（人时）', 值: 前期对比.slice(0, -1).map(({ 工时 }) => 工时) }, { 名称: '工作记录（条）', 值: 前期对比.slice(0, -1).map(({ 工作记录 }) => 工作记录) }] });
});

describe('the quarterly report of a clean year', () => {
  const data = reportData(profile, reportOf('季度', 1), year);

  test('is named and dated as the contract’s quarters are', () => {
    const { 标题, 报告名称, 是季度报告, 是年度报告, 期间, 期间起止, 期间天数, 期间工作日数, 编制日期, 编制单位, 合同价款, 签约日期 } = data;
    expect({ 标题, 报告名称, 是季度报告, 是年度报告, 期间, 期间起止, 期间天数, 期间工作日数, 编制日期, 编制单位, 合同价款, 签约日期 }).toEqual({
      标题: '示例监管平台运维服务项目第一季度服务工作总结报告', 报告名称: '第一季度服务工作总结报告', 是季度报告: true, 是年度报告: false, 期间: '第一季度',
      期间起止: '2024年8月3日至2024年11月2日', 期间天数: '92', 期间工作日数: '61', 编制日期: '2024年11月4日', 编制单位: '示例科技有限公司', 合同价款: '165,000.00', 签约日期: '2024年5月17日',
    });
  });

  test('introduces the contract in one paragraph', () => {
    expect(data.项目概述).toBe(
      '根据《2024年示例监管平台运维项目服务合同》，示例科技有限公司为示例市数据中心提供示例监管平台运维项目的运行维护服务，服务期自2024年8月3日起至2025年8月2日止，共 365 天；'
      + '合同价款 165,000.00 元，含 5 个服务项、合计 18 人月。本报告总结2024年8月3日至2024年11月2日的服务工作，期间 92 天，其中工作日 61 天。',
    );
    expect(data.项目团队).toEqual([{ 序号: '1', 姓名: '沈亦舟', 职责: '项目经理', 单位: '示例科技有限公司' }, { 序号: '2', 姓名: '林远航', 职责: '运维工程师', 单位: '运维一部' }]);
  });

  test('counts inspections by month, with the make-up days', () => {
    expect(data.巡检按月.map((row) => [row.序号, row.月份, row.应检天数, row.已检天数, row.覆盖率])).toEqual([
      ['1', '2024年8月', '20', '20', '100%'], ['2', '2024年9月', '21', '21', '100%'], ['3', '2024年10月', '19', '19', '100%'], ['4', '2024年11月', '1', '1', '100%'],
    ]);
    expect(data.巡检合计).toEqual({ 应检天数: '61', 已检天数: '61', 覆盖率: '100%', 巡检份数: '61', 巡检项次: '183', 异常项数: '0', 已处理: '0', 未处理: '0' });
    expect([data.调休说明, data.漏检说明, data.有巡检异常]).toEqual(['本季度有调休上班日 3 天（2024年9月14日、2024年9月29日、2024年10月12日），均已巡检。', '应巡检的工作日均有巡检记录。', false]);
  });

  test('shows every service item with its evidence, and where hours belong to none', () => {
    expect(data.服务项表[3]).toEqual({
      序号: '4', 服务项: '系统例查服务', 单位: '人月', 合同人月: '7.5', 记录条数: '122', 投入工时: '122.0', 折合人月: '0.70', 佐证单据: '日常巡检记录单 61 份、日常工作记录单 61 份', 说明: '',
    });
    expect([data.服务项表.length, data.服务项合计, data.人月口径]).toEqual([
      5,
      { 合同人月: '18.0', 记录条数: '385', 投入工时: '495.0', 折合人月: '2.84' },
      '折合人月 = 投入工时（人时）÷（8 小时 × 21.75 天）。另有 4 人时的单据没有归入服务项，未列入本表。各项分别四舍五入，合计按总工时折算。',
    ]);
  });

  test('adds the months up to the figures', () => {
    expect(data.月份合计).toEqual({ 工作记录: '305', 工时: data.月份合计.工时, 需求: '2', 故障: '1', 备份: '13', 变更: '3', 培训: '1', 走访: '1', 投诉: '1' });
  });

  test('has no chart of quarters, and none at all where nothing was done', () => {
    expect(Object.entries(data.图表).map(([name, chart]) => [chart.图号, name])).toEqual([['图 1', '各月巡检'], ['图 2', '服务项工时'], ['图 3', '各月工时']]);
    expect(dataWith([]).图表).toEqual({});
  });

  test('has no annual tables', () => {
    expect([data.四季对比, data.合同义务, data.交付文档]).toEqual([[], [], []]);
  });

  test('lists the documents of the period with their numbers', () => {
    expect(data.单据清单.slice(0, 3)).toEqual([
      { 序号: '1', 文种: '日常巡检记录单', 编号范围: 'XJ-20240805-01 至 XJ-20241101-01', 份数: '61', 作废: '0', 说明: '' },
      { 序号: '2', 文种: '日常工作记录单', 编号范围: 'GZ-20240805-01 至 GZ-20241101-05', 份数: '305', 作废: '0', 说明: '' },
      { 序号: '3', 文种: '用户需求申请单', 编号范围: 'XQ-20240821-01 至 XQ-20240926-01', 份数: '2', 作废: '0', 说明: '' },
    ]);
    expect(data.单据清单.at(-1)).toEqual({ 序号: '11', 文种: '服务工作总结报告', 编号范围: 'BB-20241104-01', 份数: '1', 作废: '0', 说明: '' });
  });

  test('says how silence approved it', () => {
    expect(data.评审).toEqual({
      提交日期: '2024年11月4日', 签收人: '顾小满', 评审期限: '14 日', 评审截止日期: '2024年11月18日', 评审状态: '默认通过', 评审日期: '2024年11月24日',
      评审意见: '甲方于2024年11月4日收到本报告，至2024年11月18日评审期满未提出质疑，视为通过评审。', 评审说明: '甲方自收到本报告之日起 14 日内进行评审或提出质疑，期满未提出质疑的，视为通过评审。',
    });
  });

  test('plans the next quarter by its calendar', () => {
    expect(data.下阶段计划.split('\n')[0]).toBe('1. 2024年11月3日至2025年2月2日按工作日开展日常巡检，应巡检 61 天，其中调休上班日 1 天（2025年1月26日）。');
    expect(data.存在问题).toBe('本季度各项服务按合同执行，没有遗留问题。');
  });

  test('leaves no value undefined, empty of meaning, or a number', () => {
    const odd: string[] = [];
    const look = (place: string, value: unknown): void => {
      if (Array.isArray(value)) for (const [index, entry] of value.entries()) look(`${place}[${index}]`, entry);
      else if (typeof value === 'object' && value !== null) for (const [key, entry] of Object.entries(value)) look(`${place}.${key}`, entry);
      else if (typeof value === 'string' ? /undefined|NaN|null|\[object/.test(value) : typeof value !== 'boolean') odd.push(`${place}: ${String(value)}`);
    };
    look('', data);
    look('年度', reportData(profile, reportOf('年度', undefined), year));
    expect(odd).toEqual([]);
  });
});

describe('the annual report', () => {
  const data = reportData(profile, reportOf('年度', undefined), year);

  test('compares the quarters, and the last row is the year', () => {
    expect([data.报告名称, data.四季对比.map(({ 季度, 应检天数, 已检天数, 工作记录, 需求, 人日, 故障, 应答达标率, 投诉 }) => [季度, 应检天数, 已检天数, 工作记录, 需求, 人日, 故障, 应答达标率, 投诉])]).toEqual([
      '年度服务工作总结报告',
      [
        ['第一季度', '61', '61', '305', '2', '3.0', '1', '100%', '1'],
        ['第二季度', '61', '61', '305', '3', '4.5', '2', '100%', '1'],
        ['第三季度', '62', '62', '310', '2', '3.0', '1', '100%', '2'],
        ['第四季度', '63', '63', '315', '3', '4.5', '2', '100%', '1'],
        ['全年', '247', '247', '1235', '10', '15.0', '6', '100%', '5'],
      ],
    ]);
  });

  test('has charts of the rows that its tables print, numbered as the report shows them', () => {
    const { 各季度服务量, 各月巡检, 服务项工时, 各月工时 } = data.图表;
    expect([各季度服务量, 各月巡检, 服务项工时, 各月工时].map((chart) => chart?.图号)).toEqual(['图 1', '图 2', '图 3', '图 4']);
    expect(各季度服务量?.类别).toEqual(['第一季度', '第二季度', '第三季度', '第四季度']);
    expect(各月巡检?.类别).toEqual(['24年8月', '9月', '10月', '11月', '12月', '25年1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月']);
    expect(各月巡检?.系列).toEqual([{ 名称: '已巡检（天）', 值: data.巡检按月.map((row) => row.已检天数) }, { 名称: '发现异常（项）', 值: data.巡检按月.map((row) => row.异常项数) }]);
    expect(服务项工时).toEqual({ 图号: '图 3', 类别: data.服务项表.map((row) => row.服务项), 系列: [{ 名称: '投入工时（人时）', 值: data.服务项表.map((row) => row.投入工时) }] });
    expect(各月工时?.系列[0]?.值).toEqual(data.月份表.map((row) => row.工时));
  });

  test('sets every duty of the contract against the numbers, with the contract’s own sentence where it is known', () => {
    expect(data.合同义务.map((row) => [row.义务, row.结论])).toEqual([
      ['服务期内提供运行维护服务，工作日例行巡检', '已履行'], ['完成 5 个计价服务项', '已履行'], ['每 3 个月提交季度服务工作总结报告', '已履行'], ['1小时应答、4小时恢复', '已履行'],
      ['累计 20 人日以内的需求变化免费', '已履行'], ['建立接诉即办机制，快速响应、高效办理、及时反馈', '已履行'], ['数据备份、安全加固与补丁', '已履行'],
      ['用户培训、走访与满意度调查', '已履行'], ['保密（期限：永久）与人员教育', '部分履行'], ['交付文档 1 份（纸介质、电子版光盘）', '验收时移交'],
    ]);
    expect(data.合同义务[3]).toEqual({
      序号: '4', 义务: '1小时应答、4小时恢复', 条款: '一小时应答，四小时恢复。', 履行情况: '纳入考核 6次，应答达标率 100%，恢复达标率 100%', 佐证: '故障处理记录单 6 份', 结论: '已履行',
    });
    expect(data.合同义务[2]?.履行情况).toBe('应提交 4 份，已编制 4 份，已通过 4 份');
  });

  test('lists the deliverables and plans the hand-over', () => {
    expect(data.交付文档).toEqual([
      { 序号: '1', 名称: '示例监管平台运维服务项目日常巡检记录单', 载体: '纸介质、电子版光盘', 份数: '1', 单据数: '247', 说明: '合同约定' },
      { 序号: '2', 名称: '示例监管平台运维服务项目季度总结报告', 载体: '纸介质、电子版光盘', 份数: '1', 单据数: '4', 说明: '合同约定' },
    ]);
    expect(data.下阶段计划).toBe('1. 整理交付文档，办理签字、装订和光盘制作，于 2025年9月30日 前完成验收移交。');
  });
});

describe('what is in a report', () => {
  test('figures that a person changed print his number, the records’ number and his reason', () => {
    const data = dataWith([makeRecord('worklog')], { figures: [{ figure: 'work.count', label: '日常工作记录', value: 40, reason: '含纸质登记 39 条' }] });
    expect(data.数字摘要.find((row) => row.指标 === '日常工作记录')).toEqual({ 序号: '7', 指标: '日常工作记录', 数值: '40', 单位: '条', 说明: '人工调整：含纸质登记 39 条（记录算得 1）' });
    expect(data.工作小结).toContain('完成日常工作记录 40条');
  });

  test('figures that differ without a reason print what the records say', () => {
    const data = dataWith([makeRecord('worklog')], { figures: [{ figure: 'work.count', label: '日常工作记录', value: 40 }] });
    expect(data.数字摘要.find((row) => row.指标 === '日常工作记录')?.数值).toBe('1');
  });

  test('the author’s own words are never replaced', () => {
    const { 工作综述, 存在问题, 下阶段计划 } = dataWith([], { overview: '综述', problems: '问题', plan: '计划' });
    expect({ 工作综述, 存在问题, 下阶段计划 }).toEqual({ 工作综述: '综述', 存在问题: '问题', 下阶段计划: '计划' });
  });

  test('a period without complaints says so, one with complaints does not', () => {
    const quiet = dataWith([]);
    expect([quiet.无投诉, quiet.无投诉说明, quiet.投诉小结, quiet.投诉.响应率]).toEqual([
      true, '2024年8月3日至2024年11月2日，示例科技有限公司未收到针对示例监管平台运维项目的咨询、求助、投诉、举报、建议等诉求，特此说明。', '本季度未收到诉求。', '—',
    ]);
    const loud = dataWith([makeRecord('complaint')]);
    expect([loud.无投诉, loud.无投诉说明, loud.投诉清单[0]?.响应用时, loud.投诉小结]).toEqual([false, '', '10分钟', '本季度受理诉求 1件，响应率 100%，解决率 100%，满意率 100%。']);
  });

  test('requests carry the running total of free person-days from before the period', () => {
    const records = [makeRecord('request', { date: '2024-10-01', personDays: 3 }), makeRecord('request', { date: '2024-11-05', personDays: 2 })];
    const data = dataWith(records, { date: '2025-02-05', ordinal: 2, periodFrom: '2024-11-03', periodTo: '2025-02-02' });
    expect(data.需求清单.map((row) => [row.编号, row.人日, row.累计人日])).toEqual([['XQ-20241105-01', '2', '5']]);
    expect(data.需求).toEqual({ 件数: '1', 上线件数: '1', 本期人日: '2', 累计人日: '5', 免费额度: '20', 剩余额度: '15' });
  });

  test('requests are listed as they stood on the day of the report, declined ones without person-days', () => {
    const records = [
      makeRecord('request', { date: '2024-10-08', personDays: 3, decision: '不同意', state: '已关闭', releasedOn: undefined }),
      makeRecord('request', { date: '2024-10-28', personDays: 2, actualPersonDays: 1.5, releasedOn: '2024-11-07', state: '已关闭' }),
      makeRecord('request', { date: '2024-10-29', personDays: 1, actualPersonDays: 0.5, releasedOn: '2024-11-01', state: '已上线' }),
    ];
    const data = dataWith(records, { date: '2024-11-04' });
    expect(data.需求清单.map((row) => [row.人日, row.需求状态, row.上线日期, row.累计人日])).toEqual([['—', '不同意', '—', '0.0'], ['2.0', '处理中', '—', '2.0'], ['0.5', '已上线', '2024年11月1日', '2.5']]);
    expect(data.需求.本期人日).toBe('2.5');
  });

  test('faults show their times on the 7×24 clock, drills are apart', () => {
    const records = [
      makeRecord('incident', { date: '2024-08-09', reportedAt: '2024-08-09T23:40', answeredAt: '2024-08-10T00:50', restoredAt: '2024-08-10T02:00', overrunReason: '夜间交通' }),
      makeRecord('incident', { date: '2024-08-12', category: '演练', symptom: '数据库切换演练', review: '达到预期' }),
    ];
    const data = dataWith(records);
    expect(data.故障清单.map(({ 报障时间, 应答用时, 恢复用时, 应答达标, 恢复达标, 超时说明 }) => ({ 报障时间, 应答用时, 恢复用时, 应答达标, 恢复达标, 超时说明 }))).toEqual([
      { 报障时间: '2024年8月9日 23:40', 应答用时: '1小时10分钟', 恢复用时: '2小时20分钟', 应答达标: '否', 恢复达标: '是', 超时说明: '夜间交通' },
    ]);
    expect([data.演练清单, data.服务级别.应答达标率, data.服务级别.恢复达标率]).toEqual([[{ 序号: '1', 编号: 'GX-20240812-01', 日期: '2024年8月12日', 演练内容: '数据库切换演练', 结论: '达到预期' }], '0%', '100%']);
  });

  test('open matters are told as problems', () => {
    const records = [
      makeRecord('inspection', { date: '2024-08-05', conclusion: '存在异常，待处理', items: [{ category: '服务器', item: '磁盘空间', result: '异常', measured: '92%', handling: '待扩容' }] }),
      makeRecord('worklog', { state: '未完成', nextServiceDate: '2024-11-20' }),
    ];
    const data = dataWith(records);
    expect(data.存在问题).toBe('1. 60 个工作日没有巡检记录（2024年8月6日、2024年8月7日、2024年8月8日 等 60 天）。\n2. 1 项巡检异常尚在处理。\n3. 1 条工作尚未完成。');
    expect(data.巡检异常).toEqual([{
      序号: '1', 日期: '2024年8月5日', 编号: 'XJ-20240805-01', 巡检类别: '服务器', 巡检项目: '磁盘空间', 实测值: '92%', 异常情况: '待扩容', 处理单号: '—', 整改完成日期: '—', 状态: '处理中',
    }]);
    expect(data.未完工作.map((row) => row.下次服务时间)).toEqual(['2024年11月20日']);
  });

  test('surveys print both formulas', () => {
    const data = dataWith([makeRecord('survey'), makeRecord('survey', { overall: '不满意', scores: [{ criterion: '服务态度', fullScore: 40, score: 20 }, { criterion: '处置效果', fullScore: 60, score: 30 }] }, { sequence: 2 })]);
    expect(data.满意度).toEqual({
      份数: '2', 平均分: '72.5', 满意率: '50%', 平均分公式: '各份调查表（得分合计 ÷ 满分合计 × 100）之和 ÷ 调查表份数',
      满意率公式: '（“非常满意”份数 + “满意”份数）÷ 调查表份数 × 100%', 非常满意: '1', 满意: '0', 基本满意: '0', 不满意: '1',
    });
    expect(data.满意度分项).toEqual([{ 序号: '1', 评价项目: '服务态度', 满分: '40', 平均得分: '29.0', 得分率: '72.5%' }, { 序号: '2', 评价项目: '处置效果', 满分: '60', 平均得分: '43.5', 得分率: '72.5%' }]);
  });

  test('void forms keep their number in the appendix and count nowhere', () => {
    const data = dataWith([makeRecord('worklog'), makeRecord('worklog', {}, { sequence: 2, status: 'void' }), makeRecord('worklog', {}, { sequence: 3, status: 'draft' })]);
    expect([data.单据清单, data.单据合计]).toEqual([[{ 序号: '1', 文种: '日常工作记录单', 编号范围: 'GZ-20240805-01 至 GZ-20240805-02', 份数: '1', 作废: '1', 说明: '作废单据留号' }], '1']);
  });

  test('work for 月报季评 is found by its words', () => {
    const data = dataWith([makeRecord('worklog', { description: '配合月报季评指标核查' }), makeRecord('worklog', {}, { sequence: 2 })]);
    expect([data.有月报季评, data.月报季评.map((row) => row.编号)]).toEqual([true, ['GZ-20240805-01']]);
  });

  test('a monthly report is named by its month', () => {
    const data = dataWith([], { reportType: '月度', periodFrom: '2024-09-01', periodTo: '2024-09-30' });
    expect([data.报告名称, data.是月度报告, data.漏检说明.slice(0, 15)]).toEqual(['2024年9月服务工作总结报告', true, '没有巡检记录的工作日 21 天']);
  });

  test('a report that is not handed in leaves the review blank for the pen', () => {
    expect(dataWith([]).评审).toEqual({
      提交日期: '', 签收人: '', 评审期限: '14 日', 评审截止日期: '', 评审状态: '未提交', 评审日期: '', 评审意见: '', 评审说明: '甲方自收到本报告之日起 14 日内进行评审或提出质疑，期满未提出质疑的，视为通过评审。',
    });
  });
});

test('what is drafted beside a form is what the report prints while nobody writes anything', () => {
  const { body } = reportOf('季度', 2);
  const { overview: _overview, problems: _problems, plan: _plan, ...drafted } = body;
  const printed = reportData(profile, { ...reportOf('季度', 2), body: drafted }, year);
  const steps = reportDraftSteps(profile, drafted, year, indexRecords(year));
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  expect(step.value).toEqual({
    overview: printed.工作综述, problems: printed.存在问题, plan: printed.下阶段计划, inspectionNote: printed.巡检小结, workNote: printed.工作小结, requestNote: printed.需求小结,
    incidentNote: printed.故障小结, assuranceNote: printed.备份小结, trainingNote: printed.培训小结, surveyNote: printed.满意度小结, complaintNote: printed.投诉小结,
  });
});
