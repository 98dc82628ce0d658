import type { z } from 'zod';

const typeNames: Readonly<Record<string, string>> = { string: '应是文字', number: '应是数字', int: '应是整数', boolean: '应是 true 或 false', array: '应是列表', object: '应是栏目和内容', record: '应是栏目和内容' };

function sizeMessage(origin: string, limit: string, bound: '至少' | '最多'): string {
  if (origin === 'string') return `${bound} ${limit} 个字`;
  if (origin === 'array') return `${bound} ${limit} 项`;
  return bound === '至少' ? `不能小于 ${limit}` : `不能大于 ${limit}`;
}

/**
 * What is wrong with a value, in Chinese, where its schema says nothing of its own. For the option `error` of `safeParse`: files and
 * calls that people write get their problems in the language of the screen.
 */
export function chineseIssue(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type': return issue.input === undefined ? '必填' : (typeNames[issue.expected] ?? '内容的类型不对');
    case 'invalid_value': return `只能是：${issue.values.map(String).join('、')}`;
    case 'unrecognized_keys': return `没有这个栏目：${issue.keys.map((key) => key.slice(0, 60)).slice(0, 20).join('、')}`;
    case 'too_small': return sizeMessage(issue.origin, String(issue.minimum), '至少');
    case 'too_big': return sizeMessage(issue.origin, String(issue.maximum), '最多');
    default: return '写法不对';
  }
}
