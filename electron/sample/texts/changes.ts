/** Changes to the running system. `{名称}` slots as in the work texts. */
export type ChangeText = {
  readonly name: string;
  readonly target: string;
  readonly reason: string;
  readonly before: string;
  readonly after: string;
  readonly steps: string;
  readonly rollback: string;
  readonly verification: string;
};

export const patchTexts: readonly ChangeText[] = [
  { name: '{节点}操作系统{月份}补丁更新', target: '{节点}', reason: '安装{月份}发布的操作系统补丁，消除已知问题', before: '待装补丁 {多} 个，其中重要 {数} 个', after: '补丁安装完成，待装重要补丁 0 个', steps: '一、核对补丁清单并备份系统配置；二、测试环境验证；三、停止应用后安装补丁；四、重启并检查服务；五、恢复业务。', rollback: '使用安装前快照恢复。', verification: '登录、地图、举报、统计功能验证正常，系统日志无新增错误。' },
  { name: '{月份}中间件补丁更新', target: '{节点}', reason: '中间件发布累积补丁，修复内存泄漏', before: '中间件补丁级别落后一个版本', after: '升级到当前补丁级别', steps: '一、备份配置和应用包；二、摘除节点流量；三、安装补丁并重启；四、验证后恢复流量；五、另一节点同样处理。', rollback: '还原备份的安装目录。', verification: '两个节点依次升级，业务不中断，线程和内存正常。' },
  { name: '{月份}数据库补丁更新', target: '数据库主备节点', reason: '数据库发布季度补丁，提高稳定性', before: '补丁未安装', after: '主备节点补丁一致', steps: '一、全量备份；二、备节点安装补丁；三、切换后主节点安装；四、检查同步；五、收集统计信息。', rollback: '卸载补丁并用备份恢复。', verification: '主备同步延迟小于 1 秒，业务查询正常。' },
  { name: '{月份}应用版本升级（{版本}）', target: '应用节点一、应用节点二', reason: '发布缺陷修复和需求变更', before: '运行上一版本', after: '运行 {版本}', steps: '一、发布升级通知；二、备份应用和数据库；三、逐节点升级；四、执行数据库脚本；五、功能验证。', rollback: '恢复上一版本应用包和脚本。', verification: '本次 {数} 项修改逐项验证通过，{部门}试用确认。' },
];

export const hardeningTexts: readonly ChangeText[] = [
  { name: '{节点}组件漏洞整改', target: '{节点}', reason: '漏洞扫描发现组件存在已知漏洞', before: '组件版本存在中危漏洞', after: '组件升级到修复版本，复扫未再发现', steps: '一、核实漏洞影响；二、测试环境升级验证；三、维护窗口升级；四、复扫。', rollback: '恢复原组件包。', verification: '复扫报告无该漏洞，业务功能正常。' },
  { name: '{节点}远程管理加固', target: '{节点}', reason: '收紧远程管理来源，落实最小访问原则', before: '管理端口对 {多} 个地址开放', after: '管理端口只对堡垒机开放', steps: '一、梳理管理来源；二、在主机防火墙设置白名单；三、验证堡垒机登录；四、关闭其余来源。', rollback: '恢复防火墙策略备份。', verification: '非授权地址无法连接，运维通道正常。' },
  { name: '弱口令与账号策略整改', target: '{节点}', reason: '落实口令复杂度和定期更换要求', before: '检出弱口令 {数} 个，未设置锁定策略', after: '弱口令清零，连续失败 5 次锁定', steps: '一、检测弱口令；二、通知责任人更换；三、启用复杂度、有效期和锁定策略；四、复测。', rollback: '恢复策略配置。', verification: '复测未发现弱口令，锁定策略生效。' },
  { name: '传输加密协议加固', target: '{节点}', reason: '停用过时的加密协议和算法', before: '支持旧版加密协议', after: '只保留安全协议和算法', steps: '一、核对各终端兼容性；二、修改配置；三、逐类终端验证；四、观察访问日志。', rollback: '恢复原配置文件。', verification: '检测工具评分提高，各终端访问正常。' },
  { name: '{节点}日志审计加固', target: '{节点}', reason: '日志留存不足，补齐审计要求', before: '日志保留 {多} 天，未集中存储', after: '日志集中存储，保留 180 天以上', steps: '一、配置日志转发；二、调整保留策略；三、设置只读权限；四、抽查完整性。', rollback: '停止转发，恢复本地策略。', verification: '日志平台可查到各节点日志，时间一致。' },
  { name: '文件上传安全加固', target: '文件服务节点', reason: '防止上传可执行文件', before: '仅按扩展名校验', after: '按内容类型校验并隔离存放', steps: '一、增加内容类型校验；二、上传目录去除执行权限；三、构造样本测试；四、发布。', rollback: '回退到上一版本。', verification: '构造 {数} 种样本均被拦截，正常附件不受影响。' },
];

/** Tuning names its measure: before and after are numbers of it. */
export type TuningText = Omit<ChangeText, 'before' | 'after'> & { readonly measure: string; readonly unit: string; readonly from: readonly [number, number]; readonly ratio: readonly [number, number]; readonly decimals: number };

export const tuningTexts: readonly TuningText[] = [
  { name: '{业务}列表查询优化', target: '{表}', reason: '列表查询偏慢，用户反映等待时间长', measure: '平均响应时间', unit: '秒', from: [3.2, 6.8], ratio: [0.15, 0.35], decimals: 1, steps: '一、采集慢查询；二、补充组合索引；三、改写分页语句；四、对比执行计划。', rollback: '删除新增索引，恢复原语句。', verification: '压测 30 个并发，响应稳定。' },
  { name: '{图层}加载优化', target: '地图服务节点', reason: '首屏加载偏慢', measure: '首屏加载时间', unit: '秒', from: [4.5, 8.5], ratio: [0.3, 0.5], decimals: 1, steps: '一、分析切片请求；二、合并小切片并启用压缩；三、预热热点区域；四、复测。', rollback: '恢复原切片目录。', verification: '三个网络环境复测，加载时间均下降。' },
  { name: '{任务}执行优化', target: '任务调度', reason: '任务时间过长，影响白天业务', measure: '执行时间', unit: '分钟', from: [35, 90], ratio: [0.2, 0.45], decimals: 0, steps: '一、改为增量处理；二、分批提交；三、调整执行窗口；四、核对结果。', rollback: '恢复全量任务脚本。', verification: '连续三天结果与全量比对一致。' },
  { name: '应用节点内存参数优化', target: '应用节点一、应用节点二', reason: '内存回收频繁，偶有卡顿', measure: '每小时完全回收次数', unit: '次', from: [12, 30], ratio: [0.05, 0.2], decimals: 0, steps: '一、采集回收日志；二、调整堆大小和回收器参数；三、逐节点重启；四、观察一周。', rollback: '恢复原启动参数。', verification: '观察期内无卡顿反馈。' },
  { name: '{报表}统计性能优化', target: '统计分析', reason: '月初统计集中，耗时较长', measure: '生成时间', unit: '秒', from: [45, 120], ratio: [0.15, 0.4], decimals: 0, steps: '一、建立汇总中间表；二、夜间预计算；三、修改查询；四、核对合计。', rollback: '切回明细统计。', verification: '合计与明细一致，用户确认速度提高。' },
  { name: '{接口}并发优化', target: '接口服务节点', reason: '高峰期接口超时', measure: '高峰平均时延', unit: '毫秒', from: [680, 1500], ratio: [0.2, 0.4], decimals: 0, steps: '一、增加连接池；二、启用批量提交；三、设置超时与重试；四、压测。', rollback: '恢复原连接参数。', verification: '高峰期失败率低于 0.1%。' },
  { name: '数据库缓冲区参数优化', target: '数据库主节点', reason: '缓存命中率偏低', measure: '物理读次数（每秒）', unit: '次', from: [420, 900], ratio: [0.3, 0.55], decimals: 0, steps: '一、采集命中率；二、调整缓冲区和排序区；三、重启实例；四、对比一周指标。', rollback: '恢复参数文件。', verification: '命中率提高到 98% 以上，业务平稳。' },
];

export const configurationTexts: readonly ChangeText[] = [
  { name: '{图层}发布参数调整', target: '地图服务节点', reason: '按科室要求调整显示级别', before: '最大显示级别 16', after: '最大显示级别 18', steps: '一、备份服务配置；二、修改显示级别；三、补充切片；四、验证。', rollback: '恢复服务配置。', verification: '各级别显示正常。' },
  { name: '负载均衡会话保持调整', target: '应用节点一、应用节点二', reason: '节点切换后用户需重新登录', before: '会话保持 20 分钟', after: '会话保持 60 分钟并启用会话共享', steps: '一、备份配置；二、启用会话共享；三、切换节点验证；四、观察。', rollback: '恢复配置备份。', verification: '切换节点不再要求重新登录。' },
  { name: '监控告警阈值调整', target: '{节点}', reason: '误报较多，影响判断', before: '瞬时超限即告警', after: '持续 5 分钟超限告警', steps: '一、统计误报；二、调整阈值与持续时间；三、模拟告警；四、更新值班手册。', rollback: '恢复原阈值。', verification: '误报减少，模拟告警正常到达。' },
];
