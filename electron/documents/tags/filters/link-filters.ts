import { linkValue } from '../link-value.ts';
import { valueText } from '../value-text.ts';
import { doubt, type Filter } from './filter.ts';

/** One address, or what already is a link, as a link with this text. undefined when it is neither. */
function linkTo(value: unknown, text: string): unknown {
  const link = linkValue(value);
  const target = link?.target ?? valueText(value)?.trim();
  if (target === undefined || target === '') return undefined;
  return { _type: 'link', target, text: text === '' ? (link?.text ?? target) : text, ...(link?.tip !== undefined && { tooltip: link.tip }) };
}

export const linkFilters: readonly Filter[] = [
  {
    name: '链接',
    aliases: ['link', '超链接'],
    summary: '印成可以点开的链接（Word）；写了文字就印文字，不写就印网址本身',
    example: { data: { 网址: 'https://oa.example.cn/1024' }, tag: '{网址|链接:"查看"}', result: '查看' },
    parameters: [{ name: '文字', kind: 'value', optional: true }],
    apply: (value, [text]) => {
      const shown = valueText(text)?.trim() ?? '';
      if (Array.isArray(value)) return value.map((item) => linkTo(item, shown) ?? item);
      return linkTo(value, shown) ?? doubt(value, '不是网址');
    },
  },
];
