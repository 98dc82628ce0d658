/** Appeals that came in, by the contract's own types; texts without a fitting type serve any. */
export type ComplaintText = {
  readonly type: '咨询' | '求助' | '投诉' | '举报' | '建议';
  readonly source: '12345热线' | '甲方转办' | '用户直接提出' | '服务热线';
  readonly content: string;
  readonly process: string;
  readonly result: string;
};

export const complaintTexts: readonly ComplaintText[] = [
  { type: '咨询', source: '服务热线', content: '用户咨询举报办理进度在系统中如何查询，担心线索超期。', process: '首接人员说明查询路径，远程演示筛选条件，核对该用户名下待办。', result: '用户掌握查询方法，名下没有超期线索。' },
  { type: '求助', source: '甲方转办', content: '片区监督站反映新购打印机无法打印现场文书，请求协助。', process: '当日远程安装驱动，次日上门检查打印参数并培训使用。', result: '打印恢复正常，现场文书已补打。' },
  { type: '投诉', source: '用户直接提出', content: '用户反映同一导出问题一个月内出现两次，认为处理不彻底。', process: '项目经理致电说明，复盘两次处理记录，定位为导出线程池配置偏小，调整配置并随版本修复。', result: '问题未再出现，用户认可处理结果。' },
  { type: '建议', source: '用户直接提出', content: '建议待办列表增加按片区分组，便于科室负责人查看。', process: '与提出人确认需求细节，登记为需求申请并列入计划。', result: '建议被采纳，功能上线后已通知提出人。' },
  { type: '求助', source: '服务热线', content: '专项行动期间用户请求协助连夜整理检查名单，次日使用。', process: '值班人员按审批单提取名单并核对坐标，当晚交付。', result: '名单按时交付，行动顺利开展。' },
  { type: '咨询', source: '甲方转办', content: '兄弟单位咨询系统数据共享的申请流程和所需材料。', process: '提供申请流程说明和接口清单，转告数据主管科室联系人。', result: '对方按流程提交申请。' },
  { type: '举报', source: '甲方转办', content: '科室转来：有人反映账号疑似被他人借用查询数据。', process: '当日核查该账号登录日志和操作记录，与使用人核实，强制更新口令并加强登录提醒。', result: '未发现数据外泄，已书面反馈核查结果。' },
  { type: '投诉', source: '甲方转办', content: '科室反映电话咨询高峰期占线，等待时间较长。', process: '统计近一个月来电时段，高峰期增加一名值守人员，增设微信咨询入口。', result: '占线现象明显减少，科室表示满意。' },
];

/** What the appellant said when asked afterwards. */
export const followUpTexts: readonly string[] = ['回访时用户表示问题已解决，对处理速度满意。', '电话回访，用户认可处理结果，没有新的要求。', '回访确认事项已办结，没有新的意见。', '当面回访，科室负责人表示满意。'];

export const noticeTexts: readonly string[] = ['列入当月接诉即办点评，按时办结，未扣分。', '季度考评通报：响应及时，未扣分。'];
