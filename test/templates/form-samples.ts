import { defaultChecklist } from '../../shared/contract/default-checklist.ts';
import type { KindBody, KindName } from '../../shared/records/kinds.ts';

/** Every field filled with text of the length people really write: what the shipped forms are looked at with. */
export type FullBodies = { readonly [K in KindName]: KindBody<K> };

const day = '2024-08-05';

const measured = ['23%', '61%', '72%', '4.2ms', '1.36', '12/12', '0.2秒', '0条', '—', '运行', '86/300', '67.4%'];

/** Every item that a daily check looks at, or with `cycles` those of longer cycles too. */
function checklist(cycles: readonly string[]) {
  return defaultChecklist.filter((item) => cycles.includes(item.cycle));
}

/** An inspection of which the first few items are abnormal. */
export function inspectionBody(abnormal: number, cycles: readonly string[] = ['日检']): KindBody<'inspection'> {
  return {
    date: day, cycle: '日检', startTime: '09:00', endTime: '09:42', inspector: '林远航', system: '举报监督执法一张图系统', dutyType: '值班',
    items: checklist(cycles).map(({ category, item, method, standard }, index) => ({
      category, item, method, standard, measured: index < abnormal ? '88%' : measured[index % measured.length], result: index < abnormal ? '异常' as const : '正常' as const,
      ...(index < abnormal ? {
        handling: '使用率超过阈值，经排查为地图瓦片缓存未按期清理；当日 10:20 清理 30 日前的缓存约 46GB，并把清理任务改为每日执行，使用率降至 64%。',
        handledBy: 'GZ-20240805-02', rectifiedOn: day, remark: '已复查',
      } : {}),
    })),
    conclusion: abnormal === 0 ? '正常' : '存在异常，已处理',
    remark: '节后首个工作日，重点核对了备份任务与证书有效期。',
  };
}

const attendees = ['顾小满', '程知秋', '沈亦舟', '许念慈', '江予白', '陆清和', '秦思远', '叶书瑶', '韩若川', '宋时雨', '唐景行', '苏望舒', '白以宁', '方既明', '魏长风', '罗青禾', '何见山', '梁晚晴'];

export const fullBodies: FullBodies = {
  inspection: inspectionBody(2),
  worklog: {
    date: day, startTime: '10:00', endTime: '11:30', channel: '微信', serviceItem: 3, serviceType: '响应支持', module: '举报查询与统计', requester: '顾小满', requesterUnit: '综合监督一科',
    requesterPhone: '010-5550xxxx', dutyType: '值班',
    description: '用户在微信群反映：按“受理日期 + 所属街道”组合查询举报线索时，翻到第二页后街道条件丢失，列表又显示全部街道的数据，导出的表格也随之多出数据。请尽快处理，月底统计要用。',
    process: '1. 10:05 电话回复用户，约定当日上午处理完毕。\n2. 在测试环境重现：翻页请求只带了日期参数，街道参数在分页组件重新渲染时被清空。\n3. 修改查询条件的保存方式，翻页与导出共用同一组条件。\n4. 11:10 在测试环境验证三种条件组合各翻 5 页、各导出 1 次，结果一致；11:20 经用户同意发布到正式环境。',
    result: '翻页与导出的条件不再丢失。用户在正式环境按街道导出 312 条，与统计口径一致，确认问题解决。',
    state: '未完成', nextServiceDate: '2024-08-06', reportedAt: `${day}T09:58`, answeredAt: `${day}T10:05`, restoredAt: `${day}T11:20`, hours: 1.5, staff: '林远航',
    related: ['XQ-20240802-01', 'GX-20240805-01'], remark: '同类问题已在统计模块一并检查，未发现。',
  },
  request: {
    date: day, name: '月度举报统计表增加区县列并支持按区县导出', requestType: '统计报表', serviceItem: 1, requesterUnit: '综合监督一科', requester: '顾小满', requesterPhone: '010-5550xxxx', module: '统计分析',
    detail: '1. 月度举报统计表在“街道”之前增加“区县”一列，按行政区划代码排序；\n2. 表尾增加各区县小计和全市合计；\n3. 支持选择一个或多个区县导出 Excel，导出文件名带区县名和月份；\n4. 历史月份同样适用，数据从 2023 年 1 月起补齐。',
    wantedBy: '2024-08-20', impact: '涉及统计模块两张表、一个导出接口；不影响其他模块，历史数据补算约需 2 小时，安排在夜间。', personDays: 2.5, charge: '收费',
    chargeNote: '超出免费额度 1.5 人日，双方商定按合同单价计 1,800 元，另行结算。', decision: '同意', decidedBy: '沈亦舟', handler: '林远航', plannedRelease: '2024-08-16', releasedOn: '2024-08-15',
    actualPersonDays: 2.5, testConclusion: '功能测试 12 项全部通过；与手工统计的 2024 年 7 月数据核对一致。', state: '已上线', acceptance: '统计结果与业务口径一致，同意验收。',
    related: ['GZ-20240815-02'], remark: '操作说明已更新。',
  },
  survey: {
    date: day, respondent: '顾小满', respondentUnit: '综合监督一科', phone: '010-5550xxxx', method: '现场走访', staff: '林远航、沈亦舟', content: '2024年8月至10月系统日常巡检、故障处理、需求完善和使用咨询服务。',
    scores: [
      ['任务理解与完成度', '按要求完成交办任务；每有一项未完成扣 2 分', 10, 9.5], ['服务规范性', '按流程受理、记录、反馈；记录缺失每次扣 1 分', 10, 9], ['服务态度', '热情耐心；有效投诉每次扣 5 分', 10, 10],
      ['服务及时性', '1 小时内应答、4 小时内恢复；超时每次扣 2 分', 10, 9], ['技术能力', '能独立定位和解决问题', 10, 9], ['处置效果', '问题一次解决，不反复；同一问题重复出现每次扣 3 分', 15, 14],
      ['优化建议', '主动提出改进建议；到场汇报每季度不少于 1 次，缺 1 次扣 4 分', 15, 13.5], ['文档管理', '报告、记录单按期提交，内容真实完整', 20, 19],
    ].map(([criterion, standard, fullScore, score]) => ({ criterion: String(criterion), standard: String(standard), fullScore: Number(fullScore), score: Number(score), opinion: '总体较好' })),
    overall: '满意', suggestion: '地图页面在早高峰打开较慢，建议继续优化；培训希望增加实际案例。', remark: '走访时当面填写。',
  },
  incident: {
    date: day, category: '故障', serviceItem: 4, trigger: '监控告警', system: '举报监督执法一张图系统', module: '地图服务', level: '严重',
    symptom: '10:00 起地图页面无法打开，提示“服务暂不可用”，举报点位与执法轨迹均不显示；其他模块正常。', scope: '全市 16 个区的监督员不能查看一张图，举报录入不受影响，约 120 人。', reporter: '顾小满', reporterPhone: '010-5550xxxx',
    reportedAt: `${day}T10:00`, answeredAt: `${day}T10:12`, arrivedAt: `${day}T10:25`, restoredAt: `${day}T14:35`, vendorFault: true, overrunReason: '政务云平台临时维护，11:40 至 13:20 无法登录主机。',
    timeline: [
      { at: `${day}T10:00`, action: '监控平台告警，用户同时来电报障', person: '林远航' }, { at: `${day}T10:12`, action: '电话应答，确认现象与范围，通知项目经理', person: '林远航' },
      { at: `${day}T10:25`, action: '远程接入，发现地图服务进程因内存耗尽退出，自动拉起失败', person: '林远航' }, { at: `${day}T11:40`, action: '平台维护，登录中断；与平台值班电话确认恢复时间', person: '沈亦舟' },
      { at: `${day}T13:25`, action: '重新登录，清理瓦片缓存，调整进程内存上限后启动', person: '林远航' }, { at: `${day}T14:35`, action: '用户确认地图恢复，观察 30 分钟无异常', person: '林远航' },
    ],
    cause: '瓦片缓存清理任务自 8 月 1 日起执行失败且未告警，缓存占满内存盘，进程申请内存失败后退出。', solution: '清理缓存 46GB；内存上限由 8GB 调为 12GB；清理任务失败时增加短信告警。', verification: '三个区的用户分别打开地图正常，加载时间 2.8 秒。',
    planNumber: 'YJ-2024-03', escalation: '10:30 电话报告甲方项目负责人；15:00 提交书面说明。', improvement: '巡检清单增加“定时任务执行”“内存盘空间”两项。', improvementDoneOn: '2024-08-07', review: '定时任务失败没有告警是主要原因，已把全部九个任务纳入监控；与平台方约定维护提前一天通知。',
    handler: '林远航', hours: 5.5, state: '已关闭', related: ['GZ-20240805-03', 'BG-20240807-01'], remark: '超时部分的责任认定见双方会议纪要。',
  },
  complaint: {
    date: day, receivedAt: `${day}T09:30`, source: '12345热线', appealType: '投诉', urgency: '一般', appellant: '匿名', appellantUnit: '某街道居民', phone: '138 0000 xxxx',
    content: '来电人反映：8 月 2 日通过公众端提交的举报，编号查询时一直显示“未受理”，多次刷新仍无变化，要求说明处理进度并核实系统是否正常。', firstHandler: '林远航', respondedAt: `${day}T09:40`,
    process: '1. 9:40 联系来电人核对举报编号；2. 查询后台，该件已于 8 月 2 日 16:20 受理，状态同步接口当晚积压，公众端未更新；3. 重新推送积压的 17 条状态并核对；4. 10:20 请来电人刷新，显示“已受理”，对延迟表示歉意。',
    closedAt: `${day}T10:30`, result: '状态已更新，来电人表示理解。同步接口增加积压告警。', resolved: '是', satisfied: '满意', followUpBy: '沈亦舟', followUpOn: '2024-08-06', notice: '未被通报，不扣分。', related: ['GZ-20240805-04'], remark: '首接负责。',
  },
  training: {
    date: day, topic: '举报线索全流程操作与统计分析培训', trainingType: '系统操作培训', purpose: '使新任监督员掌握举报线索受理、派发、办结和统计的操作，减少退件。', lecturer: '林远航', startTime: '14:00', endTime: '16:30', place: '业务楼三层第二会议室', mode: '现场与线上结合', hours: 3,
    summary: '一、举报线索的受理与登记：来源、类别、必填项和常见退件原因；\n二、派发与办理：时限、催办、延期申请；\n三、一张图：点位查询、轨迹回放、周边机构；\n四、统计分析：月报、区县对比、导出；\n五、账号安全：口令、权限、保密要求；\n六、现场练习与答疑：每人完成一件线索的全流程操作。',
    materials: '培训课件 1 份、操作手册（2024 版）每人 1 份、练习用例 12 个。', attendees: attendees.map((name, index) => ({ name, unit: index % 3 === 0 ? '综合监督一科' : '综合监督二科', position: index % 4 === 0 ? '科长' : '监督员', phone: '010-5550xxxx' })),
    evaluation: '现场练习 18 人全部完成；课后问卷平均 4.7 分（满分 5 分）。建议增加统计口径的讲解。', organizer: '沈亦舟', remark: '线上参加 6 人，已补签。',
  },
  visit: {
    date: day, startTime: '14:00', endTime: '15:30', place: '业务楼二层', visitors: '沈亦舟、林远航', hostUnit: '综合监督一科', hosts: '顾小满、程知秋', phone: '010-5550xxxx', purpose: '了解第一季度系统使用情况，听取对运维服务的意见，并发放满意度调查表。',
    content: '1. 汇报本季度巡检、故障和需求处理情况；\n2. 现场查看地图加载、统计导出等常用功能，平均响应 2.8 秒；\n3. 逐条核对上次走访意见的落实情况，3 条均已落实；\n4. 介绍下季度计划：证书更换、恢复演练、统计口径优化。',
    feedback: '对响应速度和服务态度满意；希望统计表能按区县导出，地图在早高峰再快一些。', action: '区县导出已提交需求申请单；地图性能列入下季度性能调优计划。', actionState: '落实中', related: ['MY-20240805-01', 'XQ-20240805-01'], remark: '附现场照片 2 张。',
  },
  'backup-run': {
    date: day, serviceItem: 2, task: '业务库每日全量备份', backupType: '全量', target: '业务数据库（举报、执法、机构三个库）', startedAt: `${day}T01:00`, endedAt: `${day}T01:46`, sizeGb: 128.456, location: '备份服务器 /backup/db 与异地存储',
    result: '失败', verification: '备份文件校验值与清单一致，随机抽取 3 张表核对行数一致。', restoreTest: '成功', handling: '第一次执行因备份盘空间不足失败，01:20 清理 15 日前的备份后重新执行成功。', staff: '林远航', related: ['XJ-20240805-01'], remark: '备份盘已申请扩容。',
  },
  change: {
    date: day, category: '安全加固', serviceItem: 1, name: '关闭弱加密套件并升级中间件补丁', system: '举报监督执法一张图系统', target: '应用服务器 2 台、负载均衡 1 台', reason: '漏洞扫描报告指出应用端口仍支持弱加密套件，存在被降级攻击的风险。', vulnerability: 'CVE-2016-2183', severity: '一般',
    before: '支持 3DES 等 6 个弱套件；\n中间件版本 9.0.65', after: '仅保留 TLS 1.2 以上的 4 个强套件；\n中间件版本 9.0.91', startedAt: `${day}T20:00`, endedAt: `${day}T21:40`,
    steps: '1. 19:50 备份两台服务器的配置与程序目录；\n2. 从负载均衡摘除 1 号机，升级中间件，修改套件配置并重启；\n3. 验证登录、地图、录入、导出四项功能后挂回，再处理 2 号机；\n4. 重新扫描，确认弱套件已关闭。', rollbackPlan: '任一步验证失败，恢复备份目录与配置并重启，预计 10 分钟。', verification: '复测无弱套件；四项核心功能正常，响应时间无变化。', result: '成功',
    staff: '林远航', approver: '沈亦舟', hours: 2, related: ['GX-20240801-01'], remark: '变更窗口已提前一天通知用户。',
  },
  report: {
    date: '2024-11-04', reportType: '季度', ordinal: 1, periodFrom: '2024-08-03', periodTo: '2024-11-02', author: '沈亦舟', overview: '本季度系统总体运行平稳。', problems: '地图服务在早高峰响应偏慢。', plan: '完成证书更换与恢复演练。',
    figures: [{ figure: 'worklog-count', label: '工作记录', value: 312 }], submittedOn: '2024-11-05', submittedTo: '顾小满', reviewState: '已通过', reviewedOn: '2024-11-12', reviewOpinion: '内容完整，同意通过。', remark: '无',
  },
};
