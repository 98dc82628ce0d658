import { describe, expect, it } from 'vitest';
import { closes } from '../../../electron/documents/tags/closing-name.ts';
import { listNameOf, nameOf, namesOf, parseExpression, usedNames } from '../../../electron/documents/tags/expression.ts';
import { filterReference } from '../../../electron/documents/tags/filters/filter-table.ts';
import { parseTag } from '../../../electron/documents/tags/tag.ts';
import { evaluated } from './filters/evaluated.ts';

const data = {
  结果: '异常', 状态: '正常', 数: 5, 数文: '1,234.50', 日: '2024年8月5日', 时: '2024年8月5日 09:05', 空文: '', 无: null, 列表: ['甲', '乙'], 空表: [], 对象: { 名: '某' }, 是否: '是', 否否: '否', 真的: true, '客户 名称': '甲公司', '工时（人时）': '8', 'R&D': '研发', "O'Brien": '名',
};
const valueOf = (written: string): unknown => evaluated(written, data).value;

describe('a text that stays a name', () => {
  it.each([
    '名称', 'a.b', 'first name', 'first-name', 'e-mail', '甲/乙', '工时（人时）', '工时(人时)', '(a)', 'a)', '5', '-5', '1.5', '真', 'true', '空', '重要！', 'a!', 'R&D', "O'Brien", '关于“十四五”的说明', 'a,b', 'a:b', '时间：', 'and', 'or', '或', '非常满意', '是否且可', 'rock and', 'and roll', '不是或否', '=[[ ]]=', '->', '<b>', 'a <', '=', '!', 'a =', '#a', '*', '$x', 'a;b', 'a{b',
  ])('%s', (written) => {
    expect(parseExpression(written)).toEqual({ kind: 'path', written, segments: written.split('.').map((segment) => segment.trim()) });
  });

  it('goes before its reading as an expression when the data has such a key', () => {
    expect([evaluated('a|b', { 'a|b': 1 }).doubts, evaluated('a|大写', { 'a|大写': 'key', a: 'x' }).value, evaluated('"a"', { '"a"': 'key' }).value, evaluated('research and development', { 'research and development': 'key' }).value, evaluated('a==b', { 'a==b': 'key' }).value]).toEqual([
      ['没有“b”这个过滤器'], 'key', 'key', 'key', 'key',
    ]);
  });
});

describe('an expression', () => {
  it.each<[string, unknown]>([
    // comparisons, in every spelling
    ['结果 == "异常"', true], ['结果=="正常"', false], ['结果＝＝“异常”', true], ['结果 = "异常"', true], ['结果＝“异常”', true], ['结果 === "异常"', true], ['结果 != "异常"', false], ['结果！＝“正常”', true], ['结果 <> "正常"', true], ['结果≠“正常”', true], ["结果 == '异常'", true], ['结果 == ‘异常’', true], ['结果 == „异常“', true], ['结果 == ”异常”', true], ['结果 == 「异常」', true],
    ['数 > 4', true], ['数 ＞ 5', false], ['数 >= 5', true], ['数 => 5', true], ['数≥5', true], ['数 < 5', false], ['数 <= 5', true], ['数 =< 5', true], ['数≤4', false], ['5 == 数', true], ['数 == "5.0"', true], ['数 == ５', true], ['-5 < 数', true], ['数 > -1.5', true],
    ['数文 == 1234.5', true], ['数文 > 数', true], ['数文 < "999"', false],
    ['日 == "2024-08-05"', true], ['日 >= "2024/8/1"', true], ['时 == "2024.8.5"', true], ['时 > "2024-08-05 09:00"', true], ['时 < "2024年8月5日 9:05"', false], ['日 < "2024年10月1日"', true], ['日 == "2024年8月"', true], ['日 > "2024年7月"', true], ['"9:05" < "10:00"', true],
    ['结果 > 5', false], ['结果 < 5', false], ['结果 <= 5', false], ['结果 == 5', false], ['结果 != 5', true], ['日 > "待定"', false], ['"a" < "b"', true], ['" a" == "a "', true], ['列表 == "甲、乙"', true],
    // nothing
    ['没有 == 空', true], ['没有 == null', true], ['没有 == ""', true], ['空文 == 空', true], ['无 == 空', true], ['空表 == 空', true], ['结果 == 空', false], ['结果 != 空', true], ['没有 == 没有过', true], ['没有 > 空', false], ['没有 >= 空', false], ['对象 == 对象', false], ['对象 == 空', false], ['对象 != "x"', true],
    // yes and no
    ['是否 == 真', true], ['是否 == true', true], ['否否 == 假', true], ['否否 == 真', false], ['真的 == 真', true], ['真的 == "是"', true], ['数 == 真', false], ['没有 == 假', false], ['真 == 假', false],
    // and, or, not
    ['数 > 4 且 结果 == "异常"', true], ['数 > 4 and 结果 == "正常"', false], ['数 > 9 或 结果 == "异常"', true], ['数>9||结果=="异常"', true], ['数>4&&结果=="正常"', false], ['数>4＆＆结果=="异常"', true], ['数>9｜｜数<1', false], ['数 > 4 AND 数 < 6', true],
    ['非 (数 > 4)', false], ['非 数 > 9', true], ['not 数 > 9', true], ['!数 > 9', true], ['！空文', true], ['!列表', false], ['!空表', true], ['!!结果', true], ['! 非 结果', true], ['非（空文）', true],
    ['真 或 假 且 假', true], ['（真 或 假）且 假', false], ['非 假 且 假', false], ['假 或 非 假', true],
    // the deciding value itself
    ['空文 或 结果', '异常'], ['结果 或 空文', '异常'], ['没有 或 空表', []], ['数 且 列表', ['甲', '乙']], ['空文 且 列表', ''], ['没有 且 列表', undefined],
    // names in expressions
    ['客户 名称 == "甲公司"', true], ['工时（人时） > 7', true], ['(工时（人时） > 7)', true], ['R&D == "研发"', true], ["O'Brien == '名'", true], ['对象.名 == "某"', true], ['对象 . 名 == "某"', true],
    // literals
    ['"文字"', '文字'], ['“文字”', '文字'], ["'it'", 'it'], ['"a|b"', 'a|b'], ['"真"', '真'], ['""', ''], ['  "a"  ', 'a'], ['"他说“好”"', '他说“好”'], ['"a == b"', 'a == b'], ['(((结果))) == ((("异常")))', true],
    // filters bind tightest
    ['列表|条数 > 1', true], ['列表|条数>2', false], ['日|年 == 2024', true], ['(结果 == "异常")|是否', '是'], ['(结果 == "异常")|勾选', '☑'], ['列表|条数|加:数', 7], ['列表 | 连接 : "/" ', '甲/乙'], ['列表｜连接：“/”', '甲/乙'], ['列表|JOIN:"/"', '甲/乙'], ['没有|默认:(空文 或 结果)', '异常'], ['没有|默认:(日|年)', '2024'], ['非 列表|条数 == 2', false], ['"a"|拼接:",":"，"', ',a，'], ['数 > 4 且 列表|条数 == 2', true],
    ['　结果　＝＝　“异常”　', true], ['结果\u00a0==\u00a0"异常"', true],
  ])('%s → %j', (written, expected) => {
    expect([parseExpression(written).kind, valueOf(written)]).toEqual(['computed', expected]);
  });
});

describe('a mistake in what was plainly meant as an expression', () => {
  it.each<[string, string, string?]>([
    ['日期|日起', '没有“日起”这个过滤器', '是否想写“日期”？'],
    ['金额|大写金额', '没有“大写金额”这个过滤器', '是否想写“金额大写”？'],
    ['金额|人民币', '没有“人民币”这个过滤器', '是否想写“金额大写”？'],
    ['a|dete', '没有“dete”这个过滤器', '是否想写“date”？'],
    ['a|完全不是过滤器', '没有“完全不是过滤器”这个过滤器', `可用的有：${filterReference.map(({ name }) => name).join('、')}`],
    ['a|', '“|”后面没有过滤器名称'],
    ['a||', '表达式没有写完'],
    ['|日期', '“|日期”前面缺少内容'],
    ['a|日期:', '表达式没有写完'],
    ['a|日期:|年', '“|年”前面缺少内容'],
    ['a|默认', '过滤器“默认”少了参数', '写法：默认:内容'],
    ['a|年:1', '过滤器“年”多了参数', '它不带参数'],
    ['a|截取:x y,1,2', '过滤器“截取”多了参数', '写法：截取:字数,[省略号]；参数里有冒号、逗号的要加引号'],
    ['a|加:"x"', '过滤器“加”的参数不对：数应是数字', '写法：加:数'],
    ['a|连接:(b)|数字:(1 > 2)', '过滤器“数字”的参数不对：小数位要直接写出来，不能用表达式', '写法：数字:[小数位],[千分位]'],
    ['结果 == "异常', '引号没有成对'],
    ['结果 == 异常”', '“异常””里的引号没有成对'],
    ['结果 = "异常', '引号没有成对'],
    ['“异常', '引号没有成对'],
    ['结果 ==', '表达式没有写完'],
    ['== "异常"', '“== "异常"”前面缺少内容'],
    ['(a == b', '缺少右括号'],
    ['a == b) 且 c', '“b)”里的括号没有成对'],
    ['a == "b")', '多了一个右括号'],
    ['a == b == c', '一次只能比较两个', '例如 0 < 得分 且 得分 < 5'],
    ['0 <= a <= 5', '一次只能比较两个', '例如 0 < 得分 且 得分 < 5'],
    ['结果 == "正常"|是否', '“|”后面的过滤器只作用于紧靠它的值', '要作用于整个比较，请给比较加括号，例如 (结果 == "正常")|是否'],
    ['"a" "b"', '“"b"”这里看不懂'],
    ['a && && b', '“&& b”前面缺少内容'],
    [`${'('.repeat(40)}a == b${')'.repeat(40)}`, '括号套了 32 层以上'],
    [`${'!'.repeat(40)}a == b`, '括号套了 32 层以上'],
    [`a == "${'x'.repeat(1000)}"`, '表达式超过 1000 个字'],
  ])('%s', (written, message, suggestion) => {
    const { formula: _, ...broken } = { formula: undefined, ...parseExpression(written) };
    expect(broken).toEqual({ kind: 'broken', written: written.trim(), faults: [suggestion === undefined ? { message } : { message, suggestion }] });
  });

  it('tells all filters that are wrong, at once', () => {
    expect(evaluated('a|日起|年:1|默认|大写').doubts).toEqual(['没有“日起”这个过滤器', '过滤器“年”多了参数', '过滤器“默认”少了参数']);
  });
});

describe('the names in an expression', () => {
  it.each<[string, readonly string[], string | undefined]>([
    ['a.b', ['a.b'], 'a.b'], ['.', [], undefined], ['$序号', [], undefined], ['"x"', [], undefined],
    ['a == b 且 非 c', ['a', 'b', 'c'], undefined], ['a == "x" 或 a == "y"', ['a'], 'a'], ['日期|日期:"YYYY"', ['日期'], '日期'], ['a|加:b|默认:(c 或 d)', ['a', 'b', 'c', 'd'], undefined],
    ['记录|筛选:结果,目标|排序:日期|合计:得分', ['记录', '记录.结果', '目标', '记录.日期', '记录.得分'], undefined], ['a|勾选:收费', ['a'], 'a'], ['.|合计:工时', ['工时'], '工时'], ['a|日起', ['a'], undefined], ['a|日起|筛选:b,c|年:1', ['a', 'a.b', 'c'], undefined], ['a == "b', ['a'], undefined],
  ])('%s', (written, names, name) => {
    const expression = parseExpression(written);
    expect([namesOf(expression), nameOf(expression)]).toEqual([names, name]);
  });

  it('keep columns apart from their lists', () => {
    expect(usedNames(parseExpression('甲.记录|合计:工时.实际'))).toEqual([{ name: '甲.记录', within: [] }, { name: '工时.实际', within: ['甲.记录'] }]);
  });

  it('tell which list a loop repeats', () => {
    expect(['记录|前:3|倒序', ' a . b ', '结果 == "x"', '(记录)|前:1', '.|前:1', '"x"|分行', 'a|b'].map((written) => listNameOf(parseExpression(written)))).toEqual(['记录', 'a.b', undefined, '记录', undefined, undefined, 'a']);
  });
});

it.each<[string, string, boolean]>([
  ['#结果 == "异常"', '', true], ['#结果 == "异常"', '结果 == "异常"', true], ['#结果 == “异常”', '结果=="异常"', true], ['#结果＝＝“异常”', '结果 == "异常"', true], ['#结果 == "异常"', '结果 == "正常"', false], ['#结果 == "异常"', '结果', false],
  ['#记录|筛选:结果,"异常"', '记录', true], ['#记录|前:3', '记录|前：3', true], ['#记录|前:3', '结果', false], ['#名 称', '名 称', true], ['#名 称', '名称', false], ['^a|条数', 'a', true], ['#a|日起', 'a', true], ['#a == ', 'b', false],
])('{%s} … {/%s}: %s', (opening, name, expected) => {
  const tag = parseTag(opening);
  expect(tag.kind === 'open' && closes(name, tag)).toBe(expected);
});

it.each([
  ['%照片|前:2', '照片|前:2', undefined],
  ['%照片|前:2 6×4厘米', '照片|前:2', 2_160_000],
  ['%照片|筛选:部位,“机房”　6cm', '照片|筛选:部位,“机房”', 2_160_000],
  ['%照片:6cm', '照片', 2_160_000],
])('a picture may have filters and a size: %s', (inside, written, width) => {
  const tag = parseTag(inside);
  expect(tag.kind === 'picture' && [tag.expression, tag.box?.width]).toEqual([parseExpression(written), width]);
});
