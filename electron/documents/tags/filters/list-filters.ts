import { comparisonHolds, isEmpty, sortingKey, sortingOrder, type SortingKey } from '../compare-values.ts';
import { holds, valueAt } from '../scope.ts';
import { valueText } from '../value-text.ts';
import { add, divide, readDecimal, wholeNumber, type Decimal } from './decimal.ts';
import { doubt, longestText, type Filter, type FilterParameter } from './filter.ts';
import { calculated, decimalsOf } from './number-filters.ts';
import { comparisonSign, comparisonSigns } from '../comparison-sign.ts';

const field: FilterParameter = { name: '栏目', kind: 'field' };
const optionalField: FilterParameter = { ...field, optional: true };
const count: FilterParameter = { name: '条数', kind: 'number' };

type List = readonly unknown[];

function ofList(apply: (list: List, parameters: readonly unknown[]) => unknown): Filter['apply'] {
  return (value, parameters) => (Array.isArray(value) ? apply(value, parameters) : doubt(value, '不是列表'));
}

/** What an item says in a column; the item itself without one. */
function cell(item: unknown, column: unknown): unknown {
  return typeof column === 'string' ? valueAt(item, column.split('.')) : item;
}

/** The numbers of a column; blank cells do not count. undefined when a cell is no number. */
function numbersOf(list: List, column: unknown): readonly Decimal[] | undefined {
  const cells = list.map((item) => cell(item, column)).filter((value) => !isEmpty(value));
  const numbers = cells.map(readDecimal).filter((number) => number !== undefined);
  return numbers.length === cells.length ? numbers : undefined;
}

const nothing: Decimal = { units: 0n, scale: 0 };

function sum(numbers: readonly Decimal[]): Decimal {
  return numbers.reduce(add, nothing);
}

const notNumbers = '有一项不是数字';

/** The first cell in the order of sorting, or in the other direction; blank ones do not count. */
function extreme(list: List, column: unknown, direction: 1 | -1): unknown {
  const keyed = list.map((item) => cell(item, column)).filter((value) => !isEmpty(value)).map((value) => ({ value, key: sortingKey(value) }));
  return keyed.length === 0 ? null : keyed.reduce((best, other) => (sortingOrder(other.key, best.key) * direction < 0 ? other : best)).value;
}

/** Two parameters: equals. Three: the comparison stands in the middle. One: has any content. */
function chosen(item: unknown, [column, first, second]: readonly unknown[], parameters: number): boolean {
  const value = cell(item, column);
  if (parameters === 1) return holds(value);
  return parameters === 2 ? comparisonHolds('==', value, first) : comparisonHolds(comparisonSign(String(first)) ?? '==', value, second);
}

const filterParameters: readonly FilterParameter[] = [
  field,
  { name: '比较符号或值', kind: 'value', optional: true },
  { name: '值', kind: 'value', optional: true },
];

function signComplaint(parameters: Parameters<NonNullable<Filter['complaint']>>[0]): string | undefined {
  if (parameters.length < 3 || (typeof parameters[1] === 'string' && comparisonSign(parameters[1]) !== undefined)) return undefined;
  return `写三个参数时，中间应是比较符号：${comparisonSigns.join(' ')}`;
}

function wholeCount(list: List, wanted: unknown, take: (list: List, count: number) => List): unknown {
  const number = wholeNumber(wanted);
  return number === undefined || number < 0 ? doubt(list, '条数应是整数') : take(list, number);
}

/** Equal cells have one key: a number is not the text of the same digits only where the data says so nowhere. */
function keyOf(value: unknown): unknown {
  return valueText(value)?.trim() ?? value;
}

export const listFilters: readonly Filter[] = [
  {
    name: '连接',
    aliases: ['join'],
    summary: '把几项连成一句，默认用顿号；列表可指定栏目',
    example: { data: { 参训人员: [{ 姓名: '王宁' }, { 姓名: '李岩' }] }, tag: '{参训人员|连接:"，",姓名}', result: '王宁，李岩' },
    parameters: [{ name: '符号', kind: 'constant', optional: true }, optionalField],
    takesMissing: true,
    ofList: true,
    apply: (value, [separator, column]) => {
      if (value === undefined || value === null) return '';
      if (!Array.isArray(value)) return value;
      const texts = value.map((item) => valueText(cell(item, column))).filter((text) => text !== undefined && text !== '');
      const between = separator === undefined ? '、' : (valueText(separator) ?? '');
      const length = texts.reduce((total, text) => total + (text ?? '').length + between.length, 0);
      return length > longestText ? doubt(value, `结果超过 ${longestText} 个字`) : texts.join(between);
    },
  },
  {
    name: '条数',
    aliases: ['count'],
    summary: '列表有几条',
    example: { data: { 参训人员: [{ 姓名: '王宁' }, { 姓名: '李岩' }] }, tag: '{参训人员|条数}', result: '2' },
    parameters: [],
    takesMissing: true,
    apply: (value) => (value === undefined || value === null || value === '' ? 0 : Array.isArray(value) ? value.length : doubt(value, '不是列表')),
  },
  {
    name: '合计',
    aliases: ['sum'],
    summary: '把一栏的数加起来，空格不算',
    example: { data: { 记录: [{ 工时: '1.1' }, { 工时: '2.2' }] }, tag: '{记录|合计:工时}', result: '3.3' },
    parameters: [optionalField],
    ofList: true,
    apply: ofList((list, [column]) => {
      const numbers = numbersOf(list, column);
      return numbers === undefined ? doubt(list, notNumbers) : calculated(sum(numbers));
    }),
  },
  {
    name: '平均',
    aliases: ['average'],
    summary: '一栏的平均数，空格不算；最多两位小数，可另写位数',
    example: { data: { 评分: [{ 得分: '9' }, { 得分: '10' }] }, tag: '{评分|平均:得分}', result: '9.5' },
    parameters: [optionalField, { name: '小数位', kind: 'number', optional: true }],
    ofList: true,
    apply: ofList((list, [column, decimals]) => {
      const numbers = numbersOf(list, column);
      if (numbers === undefined) return doubt(list, notNumbers);
      const places = decimalsOf(decimals);
      if (places !== undefined && (places < 0 || places > 20)) return doubt(list, '小数位应是 0 到 20 的整数');
      const mean = divide(sum(numbers), { units: BigInt(numbers.length), scale: 0 }, places ?? 2);
      return mean === undefined ? null : calculated(mean, places);
    }),
  },
  {
    name: '最大',
    aliases: ['max'],
    summary: '一栏里最大的数或最晚的日期',
    example: { data: { 记录: [{ 日期: '2024年8月5日' }, { 日期: '2024年10月1日' }] }, tag: '{记录|最大:日期}', result: '2024年10月1日' },
    parameters: [optionalField],
    ofList: true,
    apply: ofList((list, [column]) => extreme(list, column, -1)),
  },
  {
    name: '最小',
    aliases: ['min'],
    summary: '一栏里最小的数或最早的日期',
    example: { data: { 记录: [{ 日期: '2024年8月5日' }, { 日期: '2024年10月1日' }] }, tag: '{记录|最小:日期}', result: '2024年8月5日' },
    parameters: [optionalField],
    ofList: true,
    apply: ofList((list, [column]) => extreme(list, column, 1)),
  },
  {
    name: '首个',
    aliases: ['first'],
    summary: '列表的第一条，或它的一栏',
    example: { data: { 处置过程: [{ 处置人: '王宁' }, { 处置人: '李岩' }] }, tag: '{处置过程|首个:处置人}', result: '王宁' },
    parameters: [optionalField],
    ofList: true,
    apply: ofList((list, [column]) => (list.length === 0 ? null : cell(list[0], column))),
  },
  {
    name: '末个',
    aliases: ['last'],
    summary: '列表的最后一条，或它的一栏',
    example: { data: { 处置过程: [{ 处置人: '王宁' }, { 处置人: '李岩' }] }, tag: '{处置过程|末个:处置人}', result: '李岩' },
    parameters: [optionalField],
    ofList: true,
    apply: ofList((list, [column]) => (list.length === 0 ? null : cell(list.at(-1), column))),
  },
  {
    name: '前',
    aliases: ['take'],
    summary: '只要前面几条',
    example: { data: { 记录: ['甲', '乙', '丙'] }, tag: '{#记录|前:2}{.}{/}', result: '甲乙' },
    parameters: [count],
    apply: ofList((list, [wanted]) => wholeCount(list, wanted, (items, number) => items.slice(0, number))),
  },
  {
    name: '跳过',
    aliases: ['skip'],
    summary: '不要前面几条',
    example: { data: { 记录: ['甲', '乙', '丙'] }, tag: '{#记录|跳过:2}{.}{/}', result: '丙' },
    parameters: [count],
    apply: ofList((list, [wanted]) => wholeCount(list, wanted, (items, number) => items.slice(number))),
  },
  {
    name: '排序',
    aliases: ['sort'],
    summary: '按一栏从小到大、从早到晚排，空的在最后；写“降序”反过来',
    example: { data: { 评分: [{ 项目: '态度', 得分: '9' }, { 项目: '质量', 得分: '10' }] }, tag: '{#评分|排序:得分,降序}{项目}；{/}', result: '质量；态度；' },
    parameters: [optionalField, { name: '次序', kind: 'constant', optional: true, oneOf: ['升序', '降序'] }],
    ofList: true,
    apply: ofList((list, [column, direction]) => {
      const keyed = list.map((item) => ({ item, key: sortingKey(cell(item, column)) }));
      const order = ({ key }: { readonly key: SortingKey }, { key: other }: { readonly key: SortingKey }): number =>
        direction !== '降序' || key.rank === 4 || other.rank === 4 ? sortingOrder(key, other) : sortingOrder(other, key);
      return keyed.toSorted(order).map(({ item }) => item);
    }),
  },
  {
    name: '倒序',
    aliases: ['reverse'],
    summary: '从最后一条往前',
    example: { data: { 记录: ['甲', '乙', '丙'] }, tag: '{记录|倒序}', result: '丙、乙、甲' },
    parameters: [],
    apply: ofList((list) => list.toReversed()),
  },
  {
    name: '去重',
    aliases: ['unique'],
    summary: '相同的只留第一条，可指定按哪一栏',
    example: { data: { 记录: [{ 执行人: '王宁' }, { 执行人: '李岩' }, { 执行人: '王宁' }] }, tag: '{记录|去重:执行人|连接:"、",执行人}', result: '王宁、李岩' },
    parameters: [optionalField],
    ofList: true,
    apply: ofList((list, [column]) => {
      const seen = new Set<unknown>();
      return list.filter((item) => {
        const key = keyOf(cell(item, column));
        const isNew = !seen.has(key);
        seen.add(key);
        return isNew;
      });
    }),
  },
  {
    name: '筛选',
    aliases: ['filter'],
    summary: `只要一栏等于某值的；比大小时中间写符号（${comparisonSigns.join(' ')}）；只写栏目是要这一栏有内容的`,
    example: { data: { 巡检项目: [{ 名称: '电源', 结果: '正常' }, { 名称: '空调', 结果: '异常' }] }, tag: '{#巡检项目|筛选:结果,"异常"}{名称}{/}', result: '空调' },
    parameters: filterParameters,
    complaint: signComplaint,
    ofList: true,
    apply: ofList((list, parameters) => list.filter((item) => chosen(item, parameters, parameters.length))),
  },
  {
    name: '排除',
    aliases: ['exclude'],
    summary: '与筛选相反：不要这样的',
    example: { data: { 巡检项目: [{ 名称: '电源', 结果: '正常' }, { 名称: '空调', 结果: '异常' }] }, tag: '{#巡检项目|排除:结果,"正常"}{名称}{/}', result: '空调' },
    parameters: filterParameters,
    complaint: signComplaint,
    ofList: true,
    apply: ofList((list, parameters) => list.filter((item) => !chosen(item, parameters, parameters.length))),
  },
];
