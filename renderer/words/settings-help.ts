/** What a field of the contract profile is for, below it. */
export const helpWords = {
  title: '合同封面上的全称',
  projectName: '窗口标题和报告里使用',
  service: '所有巡检、报告和佐证都按服务期核对',
  systems: '巡检和工作记录可选用的系统名称，输入后按回车',
  deadline: '合同约定的验收期限，预检从它往前倒排',
  deadlineIncluded: '“某日前”不含当天，“某日前（含）”“某日内”含当天',
  basis: '验收以什么文件为准',
  copies: '每种交付文档各交几份',
  openEnded: '合同写“包括但不限于”时选“是”',
  forms: '例如 纸介质、电子版光盘，输入后按回车',
  everyMonths: '季度报告填 3，月度报告填 1',
  reviewDays: '甲方收到报告后提出意见的期限',
  silenceApproves: '期限内没有意见即视为通过',
  answerMinutes: '从报障到应答',
  restoreMinutes: '从报障到恢复',
  hotline: '7×24 小时服务电话',
  vendorFaultOnly: '选“否”时，所有故障都按时限考核',
  personDays: '合同约定免费实施的需求变更工作量，总览里显示用量',
  complaintTypes: '接诉即办的诉求分类',
  total: '与分期付款、服务项合计核对',
  evidence: '这些种类的记录都算作该服务项的佐证；直接写明服务项编号的记录也算',
  deliverables: '标题即文件名。“合同要求”的文档缺失时预检会报错误',
  checklist: '新建巡检时按巡检类型带出这些项目。可从 Excel 粘贴，拖动或 Alt+↑↓ 排序',
  people: '登记时优先选用这里的姓名；“默认签署”会填入新记录的签署栏',
  survey: '各项满分之和最好是 100 分',
  penalties: '仅供查阅，预检不据此扣款',
  lines: '每行一条',
  confidentialityTerm: '例如 永久',
};

export const signerWords = { executor: '乙方执行人', reviewer: '乙方审核人', confirmer: '甲方确认人' };

export const penaltyWords = {
  section: '违约与保密',
  penalties: '违约责任',
  side: '违约方',
  text: '约定',
  percent: '每期比例 %',
  everyDays: '每几天为一期',
  capPercent: '上限 %',
  confidentiality: '保密',
  term: '保密期限',
  duties: '保密义务',
  returnDuties: '返还或销毁',
};

/** The contract's own words for a field. */
export function quoteOf(source: string): string {
  const text = source.trim();
  return `合同原文：“${text.length > 70 ? `${text.slice(0, 70)}…` : text}”`;
}

export const previewWords = {
  quarters: '按这个算法得到的报告期',
  quarter: '报告期',
  days: '起止',
  due: '最早提交日',
  review: '当天提交的评审截止',
  acceptance: '验收倒排',
  handover: (day: string) => `按目前的设置，最后一个可以移交的工作日是 ${day}。`,
  incomplete: '填好服务期和报告周期后，这里显示各期的起止和提交日。',
  tooMany: (count: number) => `共 ${count} 期，请核对服务期和“每几个月一份”。`,
  installments: (sum: string, total: string) => `分期合计 ${sum} 元，合同总价 ${total} 元`,
  items: (sum: string, total: string) => `服务项合计 ${sum} 元，合同总价 ${total} 元`,
  differs: '两者不一致，请核对',
  same: '一致',
  scores: (sum: number) => `满分合计 ${sum} 分`,
  numberExample: (number: string) => `例如 ${number}`,
  numberNote: '前缀用 1 到 6 个大写字母。改动只影响以后的新编号，已有编号不变。',
  sameWith: (kind: string) => `与“${kind}”的前缀相同，编号会混在一起`,
};
