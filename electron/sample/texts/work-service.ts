import type { WorkCase } from './work-case.ts';

/** Daily work round training, visits and reports, and the words in which each channel opens. */

export const trainingWork: readonly WorkCase[] = [
  {
    modules: ['培训服务'], minutes: [60, 180],
    threads: [
      ['编写“{业务}”操作培训课件和练习题', '按岗位整理操作步骤和常见错误，制作演示数据', '课件经项目经理审核'],
      ['为{部门}新到岗人员 {数} 名做一对一操作辅导', '按岗位演示“{业务}”，现场练习两遍', '{数} 人均能独立操作'],
      ['准备培训环境，导入练习数据 {多} 条', '检查投影、网络和账号', '环境可用'],
      ['整理培训反馈 {多} 份，归纳集中问题', '按问题出现次数排列，提出改进建议', '反馈汇总已归档'],
    ],
  },
];

export const visitWork: readonly WorkCase[] = [
  {
    modules: ['走访调查'], minutes: [48, 150],
    threads: [
      ['拟定走访提纲，汇总{部门}近期反馈 {数} 条', '从工作记录中提取该部门问题和处理结果', '提纲经项目经理确认'],
      ['跟踪走访中{部门}提出的“{业务}”改进意见', '与开发人员确认处理方案和时间，回复科室', '{部门}认可处理安排'],
      ['回收并整理满意度调查表 {数} 份', '核对签字和评分，登记意见建议', '调查表齐全'],
    ],
  },
];

export const reportWork: readonly WorkCase[] = [
  {
    modules: ['服务报告'], minutes: [60, 240],
    threads: [
      ['汇总 {月}服务数据，核对工作记录与巡检记录', '按服务项统计次数和工时，核对编号连续', '数据核对一致'],
      ['编写 {月}运行情况简报，涉及{节点}', '归纳运行、故障和需求情况', '简报已送{部门}'],
      ['整理交付文档目录，核对签字 {多} 份', '逐份检查签字和日期，缺漏的补签', '文档齐全'],
      ['根据评审意见修改报告 {数} 处', '补充数据口径和图表说明', '修改稿经项目经理审核'],
    ],
  },
];

/** How a request reaches the team; `{部门}` is the user's own department. */
export const channelOpenings: Readonly<Record<'电话' | '邮件' | '微信', readonly string[]>> = {
  电话: ['{部门}来电：', '接{部门}{称呼}电话：', '{部门}{称呼}来电反映：', '{部门}电话咨询：'],
  邮件: ['{部门}来信：', '收到{部门}邮件，附截图 {张} 张：', '{部门}{称呼}邮件反映：', '{部门}发来邮件，'],
  微信: ['{部门}在运维群反映：', '{部门}{称呼}微信留言：', '运维群消息（{部门}）：', '{部门}发来截图说明：', '{部门}微信咨询：'],
};

/** How the answer went back, added to the process text. */
export const channelClosings: Readonly<Record<'电话' | '邮件' | '微信', readonly string[]>> = {
  电话: ['', '', '全程电话指导。', '处理后回电告知。', '通话 {数} 分钟。'],
  邮件: ['', '处理后邮件回复。', '回复时附操作截图。', '已邮件回复并抄送项目联系人。'],
  微信: ['', '', '在群内回复处理结果。', '发送操作截图。', '语音说明操作步骤。'],
};
