import { truthOf } from '../compare-values.ts';
import { valueText } from '../value-text.ts';
import { wholeNumber } from './decimal.ts';
import { doubt, largestCount, longestText, type Filter, type FilterParameter } from './filter.ts';

const tooLong = `结果超过 ${longestText} 个字`;

/** A filter of the text that a value prints as. */
function ofText(apply: (text: string, parameters: readonly unknown[], original: unknown) => unknown): Filter['apply'] {
  return (value, parameters) => {
    const text = valueText(value);
    return text === undefined ? doubt(value, '不是文字') : apply(text, parameters, value);
  };
}

function textOf(parameter: unknown): string {
  return valueText(parameter) ?? '';
}

function countOf(parameter: unknown): number | undefined {
  const count = wholeNumber(parameter);
  return count !== undefined && count >= 0 && count <= longestText ? count : undefined;
}

/** The words of a text that lists several: 电话、邮件. */
function words(text: string): readonly string[] {
  return text.split('、').map((word) => word.trim());
}

const separator: FilterParameter = {
  name: '符号',
  kind: 'constant',
  optional: true,
  complaint: (text) => (text === '' || text.length > 20 ? '符号应有 1 到 20 个字' : undefined),
};

/** Capital characters are wanted of amounts; capital letters only where there are letters. */
function letterCase(change: (text: string) => string): Filter['apply'] {
  return ofText((text, _, original) => (/[a-z]/i.test(text) || !/\d/.test(text) ? change(text) : doubt(original, '这里没有字母；数字的大写请用“金额大写”或“大写数字”')));
}

export const textFilters: readonly Filter[] = [
  {
    name: '默认',
    aliases: ['default'],
    summary: '没有内容时印这个',
    example: { data: {}, tag: '{备注|默认:"无"}', result: '无' },
    parameters: [{ name: '内容', kind: 'value' }],
    takesMissing: true,
    apply: (value, [fallback]) => (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0) ? fallback : value),
  },
  {
    name: '勾选',
    aliases: ['check'],
    summary: '是、真、√ 等印 ☑，其他印 ☐；写了选项时，等于它（或几项里有它）印 ☑',
    example: { data: { 服务渠道: '电话' }, tag: '{服务渠道|勾选:电话}电话 {服务渠道|勾选:现场}现场', result: '☑电话 ☐现场' },
    parameters: [{ name: '选项', kind: 'constant', optional: true }],
    takesMissing: true,
    apply: (value, [option]) => {
      if (option === undefined) return truthOf(value) === true ? '☑' : '☐';
      const wanted = textOf(option).trim();
      const chosen = Array.isArray(value) ? value.some((item) => valueText(item)?.trim() === wanted) : valueText(value)?.trim() === wanted || words(textOf(value)).includes(wanted);
      return chosen ? '☑' : '☐';
    },
  },
  {
    name: '是否',
    aliases: ['yesNo'],
    summary: '真假印成是、否，可换成别的两个词；没有内容算否',
    example: { data: { 已回访: true }, tag: '{已回访|是否:"已回访","未回访"}', result: '已回访' },
    parameters: [{ name: '是的写法', kind: 'constant', optional: true }, { name: '否的写法', kind: 'constant', optional: true }],
    takesMissing: true,
    apply: (value, [yes, no]) => {
      const truth = value === undefined || value === null || value === '' ? false : truthOf(value);
      if (truth === undefined) return doubt(value, '看不出是或否');
      return truth ? textOf(yes ?? '是') : textOf(no ?? '否');
    },
  },
  {
    name: '拼接',
    aliases: ['affix'],
    summary: '有内容时在前面、后面加字；没有内容就什么也不印',
    example: { data: { 联系电话: '010-55500101' }, tag: '{联系电话|拼接:"（电话：","）"}', result: '（电话：010-55500101）' },
    parameters: [{ name: '前面', kind: 'value' }, { name: '后面', kind: 'value', optional: true }],
    apply: ofText((text, [before, behind]) => (text === '' ? '' : `${textOf(before)}${text}${textOf(behind)}`)),
  },
  {
    name: '截取',
    aliases: ['truncate'],
    summary: '只要前面几个字，截短时可在后面加省略号',
    example: { data: { 工作描述: '更换机房空调滤网' }, tag: '{工作描述|截取:4,"…"}', result: '更换机房…' },
    parameters: [{ name: '字数', kind: 'number' }, { name: '省略号', kind: 'constant', optional: true }],
    apply: ofText((text, [count, ellipsis], original) => {
      const wanted = countOf(count);
      if (wanted === undefined) return doubt(original, '字数应是整数');
      const characters = Array.from(text);
      return characters.length <= wanted ? text : `${characters.slice(0, wanted).join('')}${textOf(ellipsis)}`;
    }),
  },
  {
    name: '末尾',
    aliases: ['tail'],
    summary: '只要最后几个字',
    example: { data: { 编号: 'XJ-2024-0012' }, tag: '{编号|末尾:4}', result: '0012' },
    parameters: [{ name: '字数', kind: 'number' }],
    apply: ofText((text, [count], original) => {
      const wanted = countOf(count);
      return wanted === undefined ? doubt(original, '字数应是整数') : Array.from(text).slice(wanted === 0 ? text.length : -wanted).join('');
    }),
  },
  {
    name: '替换',
    aliases: ['replace'],
    summary: '把一个词全部换成另一个',
    example: { data: { 服务渠道: '热线传真' }, tag: '{服务渠道|替换:"热线","服务热线"}', result: '服务热线传真' },
    parameters: [{ name: '原来的', kind: 'value' }, { name: '换成的', kind: 'value' }],
    apply: ofText((text, [from, to], original) => {
      const wanted = textOf(from);
      if (wanted === '') return text;
      const pieces = text.split(wanted);
      const length = text.length + (pieces.length - 1) * (textOf(to).length - wanted.length);
      return length > longestText && length > text.length ? doubt(original, tooLong) : pieces.join(textOf(to));
    }),
  },
  {
    name: '大写',
    aliases: ['upper'],
    summary: '字母改成大写；数字的大写用“金额大写”“大写数字”',
    example: { data: { 系统模块: 'oa' }, tag: '{系统模块|大写}', result: 'OA' },
    parameters: [],
    apply: letterCase((text) => text.toUpperCase()),
  },
  {
    name: '小写',
    aliases: ['lower'],
    summary: '字母改成小写',
    example: { data: { 系统模块: 'OA' }, tag: '{系统模块|小写}', result: 'oa' },
    parameters: [],
    apply: letterCase((text) => text.toLowerCase()),
  },
  {
    name: '去空白',
    aliases: ['trim'],
    summary: '去掉前后的空白；写“全部”连中间的也去掉',
    example: { data: { 姓名: ' 王 宁 ' }, tag: '{姓名|去空白:全部}', result: '王宁' },
    parameters: [{ name: '全部', kind: 'constant', optional: true, oneOf: ['全部'] }],
    apply: ofText((text, [all]) => (all === undefined ? text.trim() : text.replace(/\s/g, ''))),
  },
  {
    name: '单行',
    aliases: ['oneLine'],
    summary: '把几行并成一行，行间用分号或别的符号',
    example: { data: { 处理措施: '重启服务\n清理日志' }, tag: '{处理措施|单行}', result: '重启服务；清理日志' },
    parameters: [separator],
    apply: ofText((text, [sign]) => text.split(/\r\n|[\n\r]/).map((line) => line.trim()).filter((line) => line !== '').join(sign === undefined ? '；' : textOf(sign))),
  },
  {
    name: '分行',
    aliases: ['lines'],
    summary: '把用顿号（或别的符号）隔开的几项印成一项一行',
    example: { data: { 执行人: '王宁、李岩' }, tag: '{执行人|分行}', result: '王宁\n李岩' },
    parameters: [separator],
    apply: ofText((text, [sign]) => text.split(sign === undefined ? '、' : textOf(sign)).map((line) => line.trim()).join('\n')),
  },
  {
    name: '重复',
    aliases: ['repeat'],
    summary: `把文字重复几次，最多 ${largestCount} 次`,
    example: { data: { 星级: 4 }, tag: '{"★"|重复:星级}', result: '★★★★' },
    parameters: [{ name: '次数', kind: 'number' }],
    apply: ofText((text, [count], original) => {
      const times = countOf(count);
      if (times === undefined || times > largestCount) return doubt(original, `次数应是 0 到 ${largestCount} 的整数`);
      return text.length * times > longestText ? doubt(original, tooLong) : text.repeat(times);
    }),
  },
];
