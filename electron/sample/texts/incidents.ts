/** Faults and emergencies: one story each. Minutes in `steps` are after the report. */
export type IncidentText = {
  readonly category: '故障' | '应急';
  readonly trigger: string;
  readonly module: string;
  /** Position in the list of fault levels, 0 the most severe. */
  readonly level: number;
  readonly vendorFault: boolean;
  readonly symptom: string;
  readonly scope: string;
  readonly cause: string;
  readonly solution: string;
  readonly verification: string;
  readonly improvement: string;
  readonly steps: readonly string[];
  /** For a fault that an inspection found: the inspected item and what it read. */
  readonly inspected?: RegExp;
  readonly reading?: string;
};

export const incidentTexts: readonly IncidentText[] = [
  {
    category: '故障', trigger: '监控告警', module: '地图服务', level: 1, vendorFault: true,
    symptom: '一张图底图和业务图层均不显示，页面提示地图服务无响应', scope: '全部用户的地图浏览受影响，举报登记和案件办理可正常使用',
    cause: '夜间图层缓存任务异常退出，残留进程占满地图服务连接', solution: '结束残留进程，重启地图服务并重建热点区域缓存', verification: '逐个图层打开并缩放三级，显示正常；两个科室用户确认可用',
    improvement: '缓存任务增加超时自动退出和告警', steps: ['值班人员收到告警，登录平台确认地图服务不可用', '告知项目联系人并在运维群发布通知', '查看进程和日志，定位为缓存任务残留进程', '结束残留进程，重启地图服务', '图层恢复显示，通知用户'],
  },
  {
    category: '故障', trigger: '用户报障', module: '举报受理', level: 2, vendorFault: true,
    symptom: '举报登记提交时提示“系统繁忙”，多次重试不成功', scope: '投诉举报受理科当班人员无法登记，改用纸质登记',
    cause: '前一日发布的校验规则与历史字典不兼容，提交时抛出异常', solution: '回退校验规则到上一版本，补录纸质登记的举报', verification: '登记、修改、转办各测试两次正常，补录数据核对一致',
    improvement: '发布前增加历史数据回归用例', steps: ['受理科来电报障，值班人员记录现象', '复现问题，提取错误日志', '定位到前一日发布的校验规则', '回退规则并清理缓存', '受理科确认可以登记，协助补录'],
  },
  {
    category: '故障', trigger: '监控告警', module: '数据库', level: 1, vendorFault: false,
    symptom: '数据库主节点所在宿主机重启，系统无法访问', scope: '全部用户无法登录，约半小时',
    cause: '云平台宿主机硬件故障触发迁移，非应用侧原因', solution: '配合云平台完成迁移，启动数据库并检查一致性，依次启动应用', verification: '数据一致性检查通过，登录、地图、举报、统计功能正常',
    improvement: '向云平台申请主备节点分散到不同宿主机', steps: ['收到主机离线告警，联系云平台值班', '云平台确认宿主机故障并启动迁移', '迁移完成，检查文件系统和数据库日志', '启动数据库和应用，核对最近业务数据', '恢复访问，向项目联系人报告'],
  },
  {
    category: '故障', trigger: '巡检发现', module: '定时任务', level: 3, vendorFault: true, inspected: /定时|任务/, reading: '1 个任务未执行',
    symptom: '巡检发现举报数据日汇总任务未生成当日结果', scope: '驾驶舱和日报数据为前一日，不影响业务办理',
    cause: '调度服务升级后时区参数丢失，任务推迟执行', solution: '恢复时区参数，手动补跑当日任务', verification: '日报合计与明细一致，次日任务按时执行',
    improvement: '把调度参数纳入配置基线核对', steps: ['巡检人员发现日报日期未更新', '检查调度日志，任务状态为等待', '比对配置，发现时区参数缺失', '修正参数并补跑任务', '核对数据，恢复正常'],
  },
  {
    category: '故障', trigger: '第三方通知', module: '数据交换', level: 2, vendorFault: false,
    symptom: '对方单位通知接口连续返回失败，共享数据中断', scope: '监督对象同步中断，前端仍可使用历史数据',
    cause: '对方更换证书链，未提前通知，双向认证失败', solution: '导入新的根证书，补推中断期间数据', verification: '补推后双方数量一致，连续观察两小时无失败',
    improvement: '与对方建立证书变更提前通知机制', steps: ['接到对方电话，核对接口日志', '确认握手失败，原因为证书链变化', '取得新根证书并核验来源', '导入证书并重启接口服务', '补推数据，双方核对一致'],
  },
  {
    category: '故障', trigger: '用户报障', module: '移动执法端', level: 2, vendorFault: true,
    symptom: '多台执法终端无法提交检查记录，提示“令牌无效”', scope: '三个片区监督站现场执法受影响，可离线保存',
    cause: '认证服务令牌密钥轮换后移动网关未同步', solution: '同步密钥并重启移动网关，指导终端重新登录', verification: '五台终端提交成功，离线记录全部上传',
    improvement: '密钥轮换手册增加移动网关步骤', steps: ['片区监督站来电报障', '检查移动网关日志，令牌校验失败', '核对密钥版本不一致', '同步密钥，重启移动网关', '通知各片区重新登录，核对上传情况'],
  },
  {
    category: '故障', trigger: '监控告警', module: '文件服务', level: 3, vendorFault: true,
    symptom: '附件上传缓慢，部分上传超时', scope: '案件附件上传受影响，文字录入正常',
    cause: '文件服务节点磁盘读写排队，夜间同步任务延续到白天', solution: '暂停同步任务，清理临时文件，错峰继续', verification: '上传 20 MB 附件用时 3 秒，排队指标正常',
    improvement: '同步任务设置截止时间', steps: ['监控提示文件服务响应超时', '查看磁盘读写排队和进程', '确认同步任务未结束', '暂停任务并清理临时文件', '上传恢复正常，通知用户'],
  },
  {
    category: '故障', trigger: '用户报障', module: '统计分析', level: 3, vendorFault: true,
    symptom: '月报导出一直等待，超过十分钟没有结果', scope: '统计岗位月初导出受影响，页面查询正常',
    cause: '月初集中导出，导出线程池耗尽', solution: '结束僵死导出，扩大线程池并限制单人并发', verification: '三个岗位同时导出均在一分钟内完成',
    improvement: '增加导出排队提示和后台生成', steps: ['统计岗位来电报障', '检查线程池，全部被占用', '结束超过十分钟的导出任务', '调整线程池参数并重启导出服务', '用户重新导出成功'],
  },
  {
    category: '应急', trigger: '第三方通知', module: '安全管理', level: 1, vendorFault: false,
    symptom: '接主管部门通报，某开源组件出现高危漏洞，要求当日排查', scope: '应用节点与接口服务节点使用该组件，未发现被利用迹象',
    cause: '上游组件存在反序列化漏洞', solution: '启动应急预案，临时关闭外部入口相关功能，升级组件后恢复', verification: '复扫无高危项，访问日志核查近 30 天无异常',
    improvement: '建立第三方组件清单，按月核对公告', steps: ['接到通报，启动应急预案并成立处置小组', '排查组件使用清单，确认两个节点涉及', '采取临时防护，限制访问来源', '测试环境验证后升级组件', '复扫通过，向主管部门反馈处置结果'],
  },
  {
    category: '应急', trigger: '监控告警', module: '网络', level: 1, vendorFault: false,
    symptom: '政务外网出口中断，系统无法从各监督站访问', scope: '四个片区监督站无法访问，中心机房内可用',
    cause: '运营商光缆被施工挖断', solution: '启动应急预案，切换备用线路，协调运营商抢修', verification: '各监督站访问正常，备用线路带宽满足需要',
    improvement: '每半年演练一次线路切换', steps: ['监控发现出口中断，核实为线路故障', '向项目联系人报告并启动预案', '切换备用线路并调整路由', '逐站验证访问', '各监督站访问恢复，继续跟踪运营商抢修'],
  },
  {
    category: '故障', trigger: '监控告警', module: '中间件', level: 2, vendorFault: true,
    symptom: '应用节点一响应时间持续升高，用户反映卡顿', scope: '约一半用户受影响，切换节点后恢复',
    cause: '导出功能内存没有及时释放，引起频繁回收', solution: '将节点摘除流量后重启，限制单次导出行数', verification: '两个节点响应时间均小于 1 秒，观察四小时稳定',
    improvement: '修复导出内存问题并随下一版本发布', steps: ['监控提示响应时间超过阈值', '将节点一从负载均衡摘除', '导出堆转储后重启应用', '限制单次导出行数并复测', '恢复节点流量，响应时间恢复正常'],
  },
  {
    category: '故障', trigger: '用户报障', module: '统一身份认证', level: 2, vendorFault: false,
    symptom: '用户从门户单点登录失败，提示票据过期', scope: '通过门户进入的用户无法登录，直接登录正常',
    cause: '门户服务器时间偏差，票据被判为过期', solution: '联系门户运维校时，期间引导用户直接登录', verification: '门户登录恢复，抽查 10 个账号正常',
    improvement: '把门户时间偏差纳入日常巡检', steps: ['多个科室来电反映无法登录', '对比票据时间与本地时间，偏差较大', '联系门户运维单位确认', '门户校时完成', '用户验证登录正常'],
  },
  {
    category: '故障', trigger: '用户报障', module: '文书管理', level: 3, vendorFault: true,
    symptom: '打印处罚决定书时签章图片缺失', scope: '法制审核岗位打印受影响，可延后打印',
    cause: '签章服务证书更新后缓存未刷新', solution: '清理签章缓存并重新加载证书', verification: '打印三类文书，签章清晰、位置正确',
    improvement: '证书更新步骤增加缓存刷新', steps: ['法制审核岗位报障', '检查签章服务日志', '确认缓存使用旧证书', '清理缓存并重新加载', '打印验证通过'],
  },
  {
    category: '故障', trigger: '监控告警', module: '短信网关', level: 3, vendorFault: false,
    symptom: '短信提醒发送失败率升高', scope: '线索转办提醒延迟，系统内待办正常',
    cause: '短信通道服务商机房切换，部分号段不可达', solution: '切换备用通道，失败短信补发', verification: '补发成功率 99% 以上，用户确认收到',
    improvement: '通道失败率超过 5% 自动切换', steps: ['监控提示短信失败率超过阈值', '联系通道服务商确认切换', '启用备用通道', '补发失败短信', '补发完成，失败率恢复正常'],
  },
];

export type DrillText = { readonly subject: string; readonly planNumber: string; readonly scope: string; readonly steps: readonly string[]; readonly conclusion: string; readonly improvement: string };

export const drillTexts: readonly DrillText[] = [
  {
    subject: '数据库主备切换演练', planNumber: 'YJ-01', scope: '在维护窗口内演练，业务暂停约十分钟',
    steps: ['宣布演练开始，确认人员到位', '模拟主节点不可用，发出告警', '按预案执行主备切换', '启动应用并验证登录、地图、举报功能', '切回主节点，宣布演练结束'],
    conclusion: '切换在预案时限内完成，数据无丢失，人员分工清楚', improvement: '切换脚本增加自动检查备节点延迟',
  },
  {
    subject: '数据恢复演练', planNumber: 'YJ-02', scope: '在恢复环境中进行，不影响生产系统',
    steps: ['抽取最近一次全量备份', '在恢复环境中还原数据库', '核对主要数据表记录数', '抽查业务数据和附件', '记录用时并宣布结束'],
    conclusion: '恢复完整，用时符合预案要求', improvement: '附件恢复改为并行，缩短用时',
  },
  {
    subject: '网络线路切换演练', planNumber: 'YJ-03', scope: '选择非工作高峰时段，各监督站配合验证',
    steps: ['通知各监督站演练时间', '断开主线路，确认告警到达', '切换备用线路', '各监督站验证访问', '恢复主线路并总结'],
    conclusion: '告警及时，切换顺利，访问正常', improvement: '补充两个监督站的联系人',
  },
  {
    subject: '网页篡改处置演练', planNumber: 'YJ-04', scope: '在演练环境中模拟，不影响生产系统',
    steps: ['模拟首页内容异常，监测发现并上报', '断开演练环境外部访问', '保全日志并比对文件', '从备份恢复页面', '复测后恢复访问，讨论改进'],
    conclusion: '上报和处置流程清楚，恢复及时', improvement: '缩短日志保全步骤，准备取证脚本',
  },
];
