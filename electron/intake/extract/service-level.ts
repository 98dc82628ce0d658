import type { ContractProfile, Question } from '../../../shared/contract/profile.ts';
import { parseNumeral } from '../source/numerals.ts';
import type { ContractText, Sentence } from '../text/contract-text.ts';
import { ask, distinct, type Reading } from './reading.ts';

type ServiceLevel = ContractProfile['serviceLevel'];
type Limit = { readonly minutes: number; readonly working: boolean; readonly sentence: Sentence };

/** Where a contract promises no time, a month keeps every rule quiet until a person has answered. */
const unlimitedMinutes = 31 * 24 * 60;

const amount = '(\\d{1,3}(?:\\.\\d)?|[一二两三四五六七八九十半]{1,3})(?:[（(]\\d{1,3}[）)])?个?(小时|分钟|钟头|工作日|日|天|h)';
const answerWords = '应答|响应|答复|受理|回复|回应';
const restoreWords = '恢复|修复|解决|排除|处理完|修好|办结';

function minutesOf(count: string, unit: string): number | undefined {
  const value = count === '半' ? 0.5 : parseNumeral(count);
  if (value === undefined || value <= 0) return undefined;
  const factor = unit === '分钟' ? 1 : unit === '小时' || unit === '钟头' || unit === 'h' ? 60 : 24 * 60;
  return value * factor;
}

/** 1小时应答, 30分钟内响应, 响应时间不超过2小时, 应答时间：1小时 */
function limitsOf(sentence: Sentence, words: string): Limit[] {
  const forms = [new RegExp(`${amount}(?:以|之)?内?(?:予以|给予|作出|做出|进行|完成|电话|远程|在线|现场|有效|故障|系统|服务|[，,])?(?:${words})`, 'g'), new RegExp(`(?:${words})(?:时间|时限|时长)?(?:均|应|须)?(?:为|是|不超过|不大于|不多于|小于|在|≤|<|[：:])*${amount}`, 'g')];
  const found = forms.flatMap((form) => [...sentence.text.matchAll(form)]);
  // 应答时限：一般故障2小时，重大故障1小时；…
  const list = new RegExp(`(?:${words})(?:时间|时限|时长)(?:要求)?(?:为|[：:])([^。；;]{2,80})`).exec(sentence.text)?.[1]?.split(otherWords(words))[0] ?? '';
  const matches = found.length > 0 ? found : [...list.matchAll(new RegExp(amount, 'g'))];
  return matches.flatMap((match) => {
    const minutes = minutesOf(match[1] ?? '', match[2] ?? '');
    return minutes === undefined ? [] : [{ minutes, working: match[2] === '工作日', sentence }];
  });
}

function otherWords(words: string): RegExp {
  return new RegExp(words === answerWords ? restoreWords : answerWords);
}

export function formatMinutes(minutes: number): string {
  if (minutes % 1440 === 0) return `${minutes / 1440} 天`;
  return minutes % 60 === 0 || minutes > 120 ? `${Math.round((minutes / 60) * 10) / 10} 小时` : `${minutes} 分钟`;
}

function pick(limits: readonly Limit[], field: 'answerMinutes' | 'restoreMinutes', name: string): { minutes: number; questions: Question[] } {
  const values = distinct(limits.map((limit) => limit.minutes)).toSorted((left, right) => left - right);
  const strictest = values[0];
  const id = field === 'answerMinutes' ? 'answer-time' : 'restore-time';
  if (strictest === undefined) {
    return { minutes: unlimitedMinutes, questions: [ask(id, `serviceLevel.${field}`, `合同没有写故障${name}时限，暂填 ${formatMinutes(unlimitedMinutes)}（等于不考核），请确认。`, [])] };
  }
  const questions: Question[] = [];
  const passages = limits.map((limit) => limit.sentence);
  if (values.length > 1) {
    questions.push(ask(id, `serviceLevel.${field}`, `故障${name}时限写了${values.map(formatMinutes).join('、')}几种（可能按故障级别区分），软件按一种考核，暂按最严的 ${formatMinutes(strictest)}，请确认。`, passages, values.map(formatMinutes)));
  } else if (limits.some((limit) => limit.working)) {
    questions.push(ask(id, `serviceLevel.${field}`, `故障${name}时限以工作日计，软件按连续 24 小时计为 ${formatMinutes(strictest)}，请确认。`, passages, [formatMinutes(strictest)]));
  }
  return { minutes: strictest, questions };
}

/** 7天×24小时电话热线 → 7×24小时电话热线; empty when there is none. */
function hotlineOf(text: ContractText): { hotline: string; sentence: Sentence | undefined } {
  const aroundTheClock = /7 ?(?:天|日)? ?[*×xX✕/、乘] ?24 ?(?:个?小时)?|全天候|24小时不间断|全年365天/;
  const sentence = text.sentences.find((entry) => aroundTheClock.test(entry.text) && /热线|电话|值守|支持|服务/.test(entry.text));
  if (!sentence) return { hotline: '', sentence: undefined };
  const match = aroundTheClock.exec(sentence.text);
  const rest = sentence.text.slice((match?.index ?? 0) + (match?.[0].length ?? 0));
  const service = /^(?:的)?([^，,。；;]{2,24})/.exec(rest)?.[1]?.replace(/服务$|支持$/, (word) => word) ?? '服务';
  const clock = /全天候|全年/.test(match?.[0] ?? '') ? '全天候' : '7×24小时';
  const phone = /(?<!\d)(?:400-?\d{3}-?\d{4}|0\d{2,3}-?\d{7,8}|1[3-9]\d{9})(?!\d)/.exec(sentence.text)?.[0];
  return { hotline: `${clock}${service}${phone === undefined || service.includes(phone) ? '' : ` ${phone}`}`.slice(0, 200), sentence };
}

/** Times to answer and to restore, from when they count, and the hotline. */
export function readServiceLevel(text: ContractText, vendorPhone: string): Reading<ServiceLevel> {
  const sentences = text.sentences.filter((sentence) => /应答|响应|恢复|修复|故障|解决|排除/.test(sentence.text) && !/违约|保密|仲裁/.test(sentence.paragraph.path.join('/')));
  const answers = sentences.flatMap((sentence) => limitsOf(sentence, answerWords));
  const restores = sentences.flatMap((sentence) => limitsOf(sentence, restoreWords));
  const answer = pick(answers, 'answerMinutes', '应答');
  const restore = pick(restores, 'restoreMinutes', '恢复');
  const { hotline, sentence: hotlineSentence } = hotlineOf(text);
  const promise = restores[0]?.sentence ?? answers[0]?.sentence;
  const vendorFaultOnly = promise !== undefined && /乙方(?:的)?(?:责任|原因|过错)|(?:因|由于)乙方/.test(promise.text);
  const questions = [...answer.questions, ...restore.questions];
  if (answers.length > 0 && restores.length > 0 && !/(?:自|从|接到|收到).{0,14}(?:起|后|之时|报障|通知|报修)/.test(`${answers[0]?.sentence.text ?? ''}${restores[0]?.sentence.text ?? ''}`)) {
    questions.push(ask('service-level-start', 'serviceLevel.restoreMinutes', `恢复时限没有写明从报障时起算，还是从应答时起算。软件都从报障时起算，请确认。`, promise ? [promise] : [], ['从报障时起算', '从应答时起算']));
  }
  if (hotlineSentence && !/\d{7}/.test(hotline.replace(/-/g, ''))) {
    questions.push(ask('hotline-number', 'serviceLevel.hotline', '合同承诺了热线，没有写号码，请填写。', [hotlineSentence], vendorPhone === '' ? [] : [vendorPhone]));
  }
  const sources: Record<string, string> = {};
  if (answers[0]) sources['serviceLevel.answerMinutes'] = answers[0].sentence.text;
  if (restores[0]) sources['serviceLevel.restoreMinutes'] = restores[0].sentence.text;
  if (hotlineSentence) sources['serviceLevel.hotline'] = hotlineSentence.text;
  return { value: { answerMinutes: answer.minutes, restoreMinutes: restore.minutes, hotline, vendorFaultOnly }, questions, sources };
}
