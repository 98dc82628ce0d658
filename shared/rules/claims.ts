/**
 * Totals that a person wrote into prose: `本季度共巡检 250 次`. Only what can mean nothing else is taken for one. From its beginning to the number
 * a part of a sentence must be made of the words below and of nothing else, so that dates, clauses, demands (不低于 95%), parts (其中微信 12 条),
 * other periods (上季度) and approximations (约 250 次) are never read as a figure of the report.
 */
export type Claim = {
  /** As it was written, without spaces: `共巡检250次`. */
  readonly text: string;
  readonly value: number;
  /** Digits behind the point. */
  readonly decimals: number;
  /** Ids of the figures that it can be about. */
  readonly figures: readonly string[];
  /** It may also mean everything since the service began: 累计. */
  readonly isRunning: boolean;
  /** The spans that the sentence names: 本月 in a quarterly report is a part of it. */
  readonly spans: readonly (keyof typeof spanWords)[];
};

const spanWords = { 月度: /[本全]月/u, 季度: /[本全]季/u, 年度: /[本全](?:服务)?年/u } as const;
const spanNames = ['月度', '季度', '年度'] as const;

/** Say that a number is a total. */
const totals = ['总共', '共计', '合计', '总计', '累计', '共', '本服务年度', '本季度', '本年度', '本月度', '本报告期', '报告期', '本季', '本期', '本月', '本年', '全年度', '全年', '全季', '全月', '内'];
/** Change nothing about what is counted. */
const fillers = [
  '项目组', '我公司', '我方', '乙方', '运维团队', '按合同约定', '按照合同约定', '按合同', '完成', '开展', '组织', '执行', '实施', '收到', '受理', '接收', '处理', '处置', '发生', '发现', '提交', '登记', '形成',
  '收回', '回收', '举办', '召开', '进行', '投入', '使用', '已', '均', '了', '的', '各类', '各项', '实际', '为', '是', '达到', '达', '有', ':', '：',
];
/** Behind a number these make something else of it. */
const qualifiers = ['以上', '以下', '以内', '左右', '上下', '余', '多', '不等', '/', '每', '至', '到', '~', '～', '-', '—', '–'];

type Subject = { readonly words: readonly string[]; readonly units: readonly string[]; readonly figures: readonly string[]; /** The words alone say that it is the whole. */ readonly isWhole?: true };

const days = ['天', '个工作日'];
const times = ['次', '起', '件', '个'];
const sheets = ['份', '张', '条'];

const subjects: readonly Subject[] = [
  { words: ['应巡检'], units: days, figures: ['inspection.due'], isWhole: true },
  { words: ['日常巡检', '例行巡检', '巡检'], units: days, figures: ['inspection.done', 'inspection.due'] },
  { words: ['日常巡检', '例行巡检', '巡检'], units: ['次', '份', '遍'], figures: ['inspection.count', 'inspection.done'] },
  { words: ['日常巡检记录单', '日常巡检记录', '巡检记录单', '巡检记录'], units: sheets, figures: ['inspection.count'] },
  { words: ['巡检异常项', '巡检异常', '异常项', '异常'], units: ['项', '个', '处'], figures: ['inspection.abnormal', 'inspection.closed'] },
  { words: ['日常工作记录单', '日常工作记录', '工作记录单', '工作记录', '日常工作'], units: ['项', '件', '次', ...sheets], figures: ['work.count', 'work.finished'] },
  { words: ['各类服务投入工时', '投入工时', '服务工时', '工时'], units: ['人时', '小时'], figures: ['effort.hours', 'work.hours'] },
  { words: ['用户需求申请单', '用户需求申请', '需求申请单', '需求申请', '用户需求', '需求'], units: ['件', '项', '个', '份', '条'], figures: ['request.count', 'request.accepted', 'request.released'] },
  { words: ['上线需求', '需求上线'], units: ['件', '项', '个'], figures: ['request.released'] },
  { words: ['免费人日', '免费额度', '免费需求工作量'], units: ['人日', '人天'], figures: ['request.personDays', 'request.personDaysUsed'] },
  { words: ['剩余免费人日', '剩余免费额度'], units: ['人日', '人天'], figures: ['request.personDaysLeft'], isWhole: true },
  { words: ['故障与应急事件', '故障和应急事件', '故障事件', '系统故障', '故障'], units: times, figures: ['incident.count', 'incident.measured', 'incident.settled'] },
  { words: ['应急演练', '演练'], units: ['次', '场'], figures: ['incident.drills'] },
  { words: ['备份任务', '数据备份', '备份'], units: ['次', '份'], figures: ['backup.count', 'backup.succeeded'] },
  { words: ['备份恢复测试', '恢复测试'], units: ['次'], figures: ['backup.restoreTests', 'backup.restoreSucceeded'] },
  { words: ['安全加固'], units: ['次'], figures: ['change.hardening'] },
  { words: ['性能调优'], units: ['次'], figures: ['change.tuning'] },
  { words: ['用户培训', '培训'], units: ['场', '次', '场次'], figures: ['training.count'] },
  { words: ['参加培训', '参训', '培训'], units: ['人次'], figures: ['training.attendees'] },
  { words: ['定期走访', '用户走访', '走访'], units: ['次'], figures: ['visit.count'] },
  { words: ['满意度调查表', '满意度调查', '调查表'], units: ['份', '张'], figures: ['survey.count'] },
  { words: ['用户诉求', '诉求'], units: times, figures: ['complaint.count', 'complaint.responded', 'complaint.resolved'] },
  { words: ['满意度平均分'], units: ['分'], figures: ['survey.averageScore'], isWhole: true },
  { words: ['巡检覆盖率'], units: ['%'], figures: ['inspection.coverage'], isWhole: true },
  { words: ['异常处理率'], units: ['%'], figures: ['inspection.closedRate'], isWhole: true },
  { words: ['工作完成率'], units: ['%'], figures: ['work.finishedRate'], isWhole: true },
  { words: ['应答达标率'], units: ['%'], figures: ['incident.answerRate'], isWhole: true },
  { words: ['恢复达标率'], units: ['%'], figures: ['incident.restoreRate'], isWhole: true },
  { words: ['备份成功率'], units: ['%'], figures: ['backup.rate'], isWhole: true },
  { words: ['诉求响应率'], units: ['%'], figures: ['complaint.responseRate'], isWhole: true },
  { words: ['诉求解决率'], units: ['%'], figures: ['complaint.resolutionRate'], isWhole: true },
  { words: ['诉求满意率'], units: ['%'], figures: ['complaint.satisfactionRate'], isWhole: true },
];

function oneOf(words: readonly string[]): string {
  return `(?:${words.toSorted((a, b) => b.length - a.length).join('|')})`;
}

const around = `(${oneOf([...totals, ...fillers])}*)`;
const number = String.raw`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,9}(?:\.\d{1,4})?)`;
const patterns = subjects.map(({ words, units, figures, isWhole }) => ({
  figures, isWhole: isWhole === true, expression: new RegExp(`^${around}${oneOf(words)}${around}${number}${oneOf(units)}(?!${oneOf(qualifiers)})`),
}));
const saysTotal = new RegExp(oneOf(totals));
/** Nothing but the report's own people or time: what follows still speaks of the whole. */
const opening = new RegExp(`^(?:${oneOf([...totals, ...fillers])}+|(?:本[^，]{0,3})?(?:项目组|我公司|我方|乙方)(?:按合同约定|按照合同约定|按合同)(?:开展|提供)?(?:各项)?(?:运行)?(?:维护|运维)?服务)$`);
/** Longer parts of sentences are stories. */
const longestPart = 60;

/** @param earlier what was said in the sentence before */
function claimIn(part: string, earlier: string): Claim | undefined {
  for (const { expression, figures, isWhole } of patterns) {
    const match = expression.exec(part);
    const [text, before = '', between = '', written = ''] = match ?? [];
    if (text === undefined) continue;
    const said = earlier + before + between;
    if (!isWhole && !saysTotal.test(said)) continue;
    const plain = written.replaceAll(',', '');
    return { text, value: Number(plain), decimals: plain.split('.')[1]?.length ?? 0, figures, isRunning: said.includes('累计'), spans: spanNames.filter((name) => spanWords[name].test(said)) };
  }
  return undefined;
}

/** Full-width digits and signs as the keyboard's, spaces and what stands in brackets left out, and the number of a list's line. */
function plainLine(line: string): string {
  return line
    .replaceAll(/[０-９％．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll(/\s+/gu, '')
    .replaceAll(/（[^（）]*）|\([^()]*\)/gu, '')
    .replace(/^(?:\d{1,2}[.、)]|[一二三四五六七八九十]{1,3}、)/u, '');
}

/** The totals that a text states. A part of a sentence counts as long as everything before it in the sentence speaks of the whole, too. */
export function claimsIn(text: string): Claim[] {
  const sentences = text.split('\n').flatMap((line) => plainLine(line).split(/[。；;！!？?]/u));
  return sentences.flatMap((sentence) => {
    const claims: Claim[] = [];
    let earlier = '';
    for (const part of sentence.split(/[，、]|,(?!\d{3})/u)) {
      const claim = part.length > longestPart ? undefined : claimIn(part, earlier);
      if (claim === undefined && !opening.test(part)) break;
      earlier += claim?.text ?? part;
      if (claim !== undefined) claims.push(claim);
    }
    return claims;
  });
}
