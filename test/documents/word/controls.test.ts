import { describe, expect, it } from 'vitest';
import { compileTemplate, formOptions } from '../../../electron/documents/template.ts';
import { memberText, readZip } from '../../../electron/files/zip-reader.ts';
import { docxOf, paragraph, run, table } from '../../helpers/ooxml-docx.ts';
import { newLintFaults } from '../../helpers/ooxml-lint.ts';
import { jpegOf } from '../../helpers/pictures.ts';

/** The rendered body before its last section, checked by the lint, and what the report says. */
function filled(body: string, data: unknown) {
  const template = docxOf(body);
  const report = compileTemplate(template, formOptions).renderReported(data);
  expect(newLintFaults(template, report.bytes)).toEqual([]);
  const xml = memberText(readZip(report.bytes), 'word/document.xml') ?? '';
  return { xml: xml.slice(xml.indexOf('<w:body>') + 8, xml.lastIndexOf('<w:sectPr>')), missing: report.missing, problems: report.problems, bytes: report.bytes };
}
const bodyOf = (body: string, data: unknown): string => filled(body, data).xml;
const control = (properties: string, content: string): string => `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const inParagraph = (properties: string, content: string): string => `<w:p>${control(properties, content)}</w:p>`;
const alias = (text: string): string => `<w:alias w:val="${text}"/>`;

const states = '<w14:checkedState w14:val="2611" w14:font="Segoe UI Symbol"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>';
const box = (title: string, checked = 0): string =>
  inParagraph(`${alias(title)}<w:id w:val="7"/><w14:checkbox><w14:checked w14:val="${checked}"/>${states}</w14:checkbox>`, '<w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hint="eastAsia"/><w:sz w:val="21"/></w:rPr><w:t>☐</w:t></w:r>');
const fonts = (font: string): string => `<w:rFonts w:hint="eastAsia" w:ascii="${font}" w:eastAsia="${font}" w:hAnsi="${font}" w:cs="${font}"/>`;
const ticked = (title: string): string =>
  inParagraph(`${alias(title)}<w:id w:val="7"/><w14:checkbox><w14:checked w14:val="1"/>${states}</w14:checkbox>`, `<w:r><w:rPr>${fonts('Segoe UI Symbol')}<w:sz w:val="21"/></w:rPr><w:t>☑</w:t></w:r>`);
const empty = (title: string): string =>
  inParagraph(`${alias(title)}<w:id w:val="7"/><w14:checkbox><w14:checked w14:val="0"/>${states}</w14:checkbox>`, `<w:r><w:rPr>${fonts('MS Gothic')}<w:sz w:val="21"/></w:rPr><w:t>☐</w:t></w:r>`);

describe('checkbox controls', () => {
  it('state and sign follow the value, the sign in the font of its state, the format stays', () => {
    expect([bodyOf(box('{勾选.是否收费.免费}'), { 勾选: { 是否收费: { 免费: '☑' } } }), bodyOf(box('{已回访}', 1), { 已回访: '否' })]).toEqual([ticked('勾选.是否收费.免费'), empty('已回访')]);
  });

  it('say what they were asked: comparisons and filters', () => {
    expect([bodyOf(box('{结果 == &quot;正常&quot;}'), { 结果: '正常' }), bodyOf(box('{结果|勾选:&quot;正常&quot;}'), { 结果: '异常' })]).toEqual([ticked('结果'), empty('结果')]);
  });

  it('missing: empty and reported; null and blank: empty', () => {
    const missing = filled(box('{已回访}', 1), {});
    expect([missing.xml, missing.missing, missing.problems]).toEqual([empty('已回访'), [{ part: '正文', place: '第1段内容控件“已回访”', tag: '{已回访}' }], []]);
    expect(filled(box('{已回访}', 1), { 已回访: null })).toMatchObject({ xml: empty('已回访'), missing: [], problems: [] });
    expect(filled(box('{已回访}', 1), { 已回访: ' ' })).toMatchObject({ xml: empty('已回访'), missing: [], problems: [] });
  });

  it.each([['是', true], ['true', true], ['√', true], ['1', true], [1, true], [true, true], ['☑', true], [['x'], true], [{ a: 1 }, true], [5, true], ['否', false], ['☐', false], ['0', false], [0, false], [false, false], [[], false], ['×', false]])('%j', (value, checked) => {
    expect(filled(box('{x}'), { x: value })).toMatchObject({ xml: checked ? ticked('x') : empty('x'), missing: [], problems: [] });
  });

  it('no tick is read into a text that says neither', () => {
    expect(filled(box('{x}'), { x: '待定' })).toMatchObject({ xml: empty('x'), problems: [{ tag: '{x}', message: '“{x}”的内容“待定”看不出是或否，方框没有勾选。' }] });
  });

  it('the tag may stand in 标记, with words around it; both lose their braces', () => {
    const titled = (title: string, tag: string): string => inParagraph(`${alias(title)}<w:tag w:val="${tag}"/><w14:checkbox/>`, run('☐'));
    expect(bodyOf(titled('回访', '是否：{x}'), { x: '是' })).toBe(
      inParagraph(`${alias('回访')}<w:tag w:val="是否：x"/><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>`, `<w:r><w:rPr>${fonts('MS Gothic')}</w:rPr><w:t>☒</w:t></w:r>`),
    );
    expect(bodyOf(titled('{x}', '{x}'), { x: '是' })).toContain('<w:alias w:val="x"/><w:tag w:val="x"/>');
  });

  it('signs of symbol fonts are symbols; a state without a font keeps that of the run', () => {
    const wingdings = '<w14:checkbox><w14:checkedState w14:val="00FE" w14:font="Wingdings"/><w14:uncheckedState w14:val="00A8" w14:font="Wingdings"/></w14:checkbox>';
    const result = wingdings.replace('<w14:checkbox>', '<w14:checkbox><w14:checked w14:val="1"/>');
    expect(bodyOf(inParagraph(alias('{x}') + wingdings, '<w:r><w:rPr><w:b/></w:rPr><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'), { x: 1 })).toBe(inParagraph(alias('x') + result, '<w:r><w:rPr><w:b/></w:rPr><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'));
    const plain = '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="221A"/></w14:checkbox>';
    expect(bodyOf(inParagraph(alias('{x}') + plain, '<w:r><w:rPr><w:rStyle w:val="a"/></w:rPr><w:t>□</w:t></w:r>'), { x: 1 })).toBe(
      inParagraph(alias('x') + plain.replace('checked w14:val="0"', 'checked w14:val="1"'), '<w:r><w:rPr><w:rStyle w:val="a"/></w:rPr><w:t>√</w:t></w:r>'),
    );
  });

  it('in loops: each copy its own state and id', () => {
    const body = paragraph('{#r}') + box('{ok}') + paragraph('{/r}');
    expect(bodyOf(body, { r: [{ ok: '是' }, { ok: '否' }] })).toBe(ticked('ok') + empty('ok').replace('<w:id w:val="7"/>', '<w:id w:val="8"/>'));
  });

  it('in the text of a loop, one box per option', () => {
    const inner = (title: string, id: number, sign: string): string => control(`${alias(title)}<w:id w:val="${id}"/><w14:checkbox><w14:checked w14:val="${sign === '☑' ? 1 : 0}"/>${states}</w14:checkbox>`, `<w:r><w:rPr>${fonts(sign === '☑' ? 'Segoe UI Symbol' : 'MS Gothic')}</w:rPr><w:t>${sign}</w:t></w:r>`);
    const source = control(`${alias('{框}')}<w:id w:val="3"/><w14:checkbox><w14:checked w14:val="0"/>${states}</w14:checkbox>`, run('☐'));
    const body = `<w:p>${run('{#选项}')}${source}${run('{名称} {/}')}</w:p>`;
    expect(bodyOf(body, { 选项: [{ 框: '☑', 名称: '甲' }, { 框: '☐', 名称: '乙' }] })).toBe(
      `<w:p>${run('')}${inner('框', 3, '☑')}${run('甲 ')}${inner('框', 4, '☐')}${run('乙 ')}</w:p>`,
    );
  });
});

describe('lists to choose from', () => {
  const items = '<w:listItem w:displayText="请选择" w:value=""/><w:listItem w:displayText="免费" w:value="1"/><w:listItem w:displayText="收 费" w:value="2"/><w:listItem w:value="其他"/>';
  const list = (kind: string, last: string, title: string, prompt: string, content: string): string => inParagraph(`${alias(title)}${prompt}<w:${kind}${last}>${items}</w:${kind}>`, content);
  const prompt = '<w:r><w:rPr><w:rStyle w:val="a3"/><w:sz w:val="21"/></w:rPr><w:t>选择一项。</w:t></w:r>';
  const shown = (text: string): string => `<w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

  it.each([['免费', '免费', '1'], ['1', '免费', '1'], [1, '免费', '1'], [' 收费', '收 费', '2'], ['２', '收 费', '2'], ['其他', '其他', '其他']])('%j chooses %s', (value, text, stored) => {
    expect(filled(list('dropDownList', ' w:lastValue="2"', '{x}', '<w:showingPlcHdr/>', prompt), { x: value })).toMatchObject({ xml: list('dropDownList', ` w:lastValue="${stored}"`, 'x', '', shown(text)), problems: [], missing: [] });
  });

  it('a value that a drop-down list lacks is printed and reported; a combo box takes it', () => {
    expect(filled(list('dropDownList', ' w:lastValue="2"', '{x}', '<w:showingPlcHdr/>', prompt), { x: '减免<' })).toMatchObject({
      xml: list('dropDownList', '', 'x', '', shown('减免&lt;')),
      problems: [{ message: '“{x}”的内容“减免<”不在下拉列表里，已照原样印出。', place: '第1段内容控件“x”' }],
    });
    expect(filled(list('comboBox', ' w:lastValue="2"', '{x}', '', prompt.replace('<w:rStyle w:val="a3"/>', '')), { x: '减"免' })).toMatchObject({ xml: list('comboBox', ' w:lastValue="减&quot;免"', 'x', '', shown('减"免')), problems: [] });
  });

  it('nothing chosen: an empty control, no prompt on paper', () => {
    expect(filled(list('dropDownList', ' w:lastValue="2"', '{x}', '<w:showingPlcHdr/>', prompt), {})).toMatchObject({ xml: list('dropDownList', '', 'x', '', shown('')), missing: [{ tag: '{x}' }] });
    expect(filled(list('dropDownList', '', '{x}', '', prompt.replace('<w:rStyle w:val="a3"/>', '')), { x: null })).toMatchObject({ xml: list('dropDownList', '', 'x', '', shown('')), missing: [], problems: [] });
  });
});

describe('dates', () => {
  const date = (picture: string, day: string, title: string, text: string): string =>
    inParagraph(`${alias(title)}<w:date${day}><w:dateFormat w:val="${picture}"/><w:lid w:val="zh-CN"/></w:date>`, `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`);

  it.each([
    ["yyyy'年'M'月'd'日'", '2024-08-05', '2024年8月5日'], ['yyyy-MM-dd', '2024年8月5日', '2024-08-05'], ['yyyy/M/d', '2024.8.5', '2024/8/5'], ['yy.MM.dd', '2024-08-05', '24.08.05'],
    ['EEEE年O月A日', '2024年12月25日', '二〇二四年十二月二十五日'], ['yyyy年M月d日星期W', '2024-08-05', '2024年8月5日星期一'], ['dddd', '2024-08-05', '星期一'],
    ['d MMMM yyyy', '2024年8月5日', '2024年8月5日'], ['yyyy-MM-dd H:mm', '2024年8月5日', '2024年8月5日'], ['h:mm AM/PM', '2024年8月5日', '2024年8月5日'],
  ])('%s of %s', (picture, value, text) => {
    const iso = picture.startsWith('EEEE') ? '2024-12-25' : '2024-08-05';
    expect(filled(date(picture, ' w:fullDate="2020-01-01T00:00:00Z"', '{d}', '旧'), { d: value })).toMatchObject({ xml: date(picture, ` w:fullDate="${iso}T00:00:00Z"`, 'd', text), problems: [] });
  });

  it('a time is kept; what is no day is printed as it is', () => {
    expect(bodyOf(date('yyyy-MM-dd HH:mm', '', '{d}', ''), { d: '2024年8月5日 9:05' })).toBe(date('yyyy-MM-dd HH:mm', ' w:fullDate="2024-08-05T09:05:00Z"', 'd', '2024-08-05 09:05'));
    expect(filled(date('yyyy-MM-dd', ' w:fullDate="2020-01-01T00:00:00Z"', '{d}', ''), { d: '待定' })).toMatchObject({ xml: date('yyyy-MM-dd', '', 'd', '待定'), problems: [{ message: '“{d}”的内容“待定”不是日期，已照原样印出。' }] });
    expect(filled(date('yyyy-MM-dd', '', '{d}', ''), { d: '2024年8月' })).toMatchObject({ xml: date('yyyy-MM-dd', '', 'd', '2024年8月'), problems: [] });
    expect(filled(date('yyyy-MM-dd', ' w:fullDate="2020-01-01T00:00:00Z"', '{d}', 'x'), {})).toMatchObject({ xml: date('yyyy-MM-dd', '', 'd', ''), missing: [{ tag: '{d}' }] });
  });
});

describe('text controls', () => {
  const shown = (text: string, format = '<w:rPr><w:b/></w:rPr>'): string => `<w:r>${format}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  const old = '<w:r><w:rPr><w:b/></w:rPr><w:t>某</w:t></w:r><w:r><w:t>中心</w:t></w:r>';

  it('in a line: the value in the format of the first run, marks between the runs stay', () => {
    const marked = `<w:bookmarkStart w:id="1" w:name="b"/>${old}<w:bookmarkEnd w:id="1"/>`;
    expect(bodyOf(inParagraph(`${alias('{甲方}')}<w:dataBinding w:xpath="/x" w:storeItemID="{A}"/><w:text/>`, marked), { 甲方: '一<\n二' })).toBe(
      inParagraph(`${alias('甲方')}<w:text w:multiLine="1"/>`, `<w:bookmarkStart w:id="1" w:name="b"/>${shown('一&lt;</w:t><w:br/><w:t xml:space="preserve">二')}<w:bookmarkEnd w:id="1"/>`),
    );
  });

  it('around a paragraph and around a cell', () => {
    const cell = (title: string, content: string): string => table([['x']]).replace(/<w:tc>.*<\/w:tc>/, control(alias(title), `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${content}</w:tc>`));
    const paragraphOf = (content: string): string => `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${content}</w:p>`;
    expect(bodyOf(control(alias('{甲方}'), paragraphOf(old)) + cell('{甲方}', paragraphOf(old)), { 甲方: '乙' })).toBe(control(alias('甲方'), paragraphOf(shown('乙'))) + cell('甲方', paragraphOf(shown('乙'))));
  });

  it('with nothing in them: the format of the control or of the paragraph', () => {
    const own = '<w:rPr><w:sz w:val="30"/></w:rPr>';
    expect(bodyOf(inParagraph(own + alias('{a}'), ''), { a: 1 })).toBe(inParagraph(own + alias('a'), shown('1', own)));
    expect(bodyOf(control(alias('{a}'), `<w:p><w:pPr>${own}</w:pPr></w:p>`), { a: 1 })).toBe(control(alias('a'), `<w:p><w:pPr>${own}</w:pPr>${shown('1', own)}</w:p>`));
    expect(bodyOf(control(alias('{a}'), '<w:p/>'), { a: 1 })).toBe(control(alias('a'), `<w:p>${shown('1', '')}</w:p>`));
    expect(bodyOf(`<w:p><w:sdt><w:sdtPr>${alias('{a}')}</w:sdtPr><w:sdtContent/></w:sdt></w:p>`, { a: 1 })).toBe(inParagraph(alias('a'), shown('1', '')));
    expect(bodyOf(inParagraph(`${own}${alias('{a}')}<w:showingPlcHdr/>`, '<w:r><w:rPr><w:rStyle w:val="a3"/></w:rPr><w:t>点这里</w:t></w:r>'), { a: 1 })).toBe(inParagraph(own + alias('a'), shown('1', own)));
  });

  it('locked ones are filled and stay locked; a comment stays', () => {
    const lock = '<w:lock w:val="sdtContentLocked"/>';
    const comment = '<w:r><w:commentReference w:id="0"/></w:r>';
    expect(bodyOf(inParagraph(alias('{a}') + lock, old + comment), { a: 1 })).toBe(inParagraph(alias('a') + lock, shown('1') + comment));
  });

  it('tags in the content do the filling, the title only loses its braces', () => {
    expect(filled(inParagraph(alias('{甲方}'), run('{乙方}')), { 乙方: 'x' })).toMatchObject({ xml: inParagraph(alias('甲方'), run('x')), missing: [] });
  });

  it('missing: reported, nothing printed; null: nothing', () => {
    expect(filled(inParagraph(alias('{甲方}'), old), {})).toMatchObject({ xml: inParagraph(alias('甲方'), shown('')), missing: [{ place: '第1段内容控件“甲方”' }] });
    expect(filled(inParagraph(alias('{甲方}'), old), { 甲方: null })).toMatchObject({ xml: inParagraph(alias('甲方'), shown('')), missing: [] });
  });

  it('what other programs keep in 标记 is no tag: JSON, GUIDs, braces that do not close', () => {
    const body = ['{&quot;id&quot;:1}', '{3F2504E0-4F89-11D3-9A0C-0305E82C3301}', '{a', '{ }', '{{a}}'].map((tag) => inParagraph(`<w:tag w:val="${tag}"/>`, old)).join('');
    expect(bodyOf(paragraph('{x}') + body, { x: '1', a: 2 })).toBe(paragraph('1') + body);
  });
});

describe('picture controls', () => {
  const drawing = (relationship: string, size: readonly [number, number], name = '', more = ''): string =>
    `<w:r><w:drawing><wp:inline><wp:extent cx="${size[0]}" cy="${size[1]}"/><wp:docPr id="${name === '' ? 5 : 6}" name="p"${more}/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${relationship}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

  it.each(['<w:picture/>', '<w15:color w:val="FF0000"/>'])('%s: the picture inside gives way to that of the record', (kind) => {
    const title = kind === '<w:picture/>' ? '照片' : '%照片';
    const body = inParagraph(`${alias(`{${title}}`)}<w:showingPlcHdr/>${kind}`, drawing('rIdOld', [720_000, 720_000]));
    const { xml, missing, problems } = filled(body, { 照片: jpegOf({ width: 200, height: 100 }) });
    expect([xml, missing, problems]).toEqual([inParagraph(`${alias('照片')}${kind}`, drawing('added1', [720_000, 360_000], 'x')), [], []]);
    expect(compileTemplate(docxOf(body), formOptions).tags.map((use) => [use.kind, use.name, use.place])).toEqual([['picture', '照片', '第1段内容控件“照片”']]);
  });

  it('the alternative text of the picture is nearer than the title', () => {
    const body = inParagraph(`${alias('{a}')}<w:picture/>`, drawing('rIdOld', [720_000, 720_000], '', ' descr="{b}"'));
    expect(filled(body, { b: jpegOf({ width: 100, height: 100 }) })).toMatchObject({ xml: inParagraph(`${alias('a')}<w:picture/>`, drawing('added1', [720_000, 720_000], 'x', ' descr=""')), missing: [] });
    expect(compileTemplate(docxOf(body), formOptions).tags.map(({ name }) => name)).toEqual(['b']);
  });
});

describe('what is said about a template', () => {
  const check = (body: string) => compileTemplate(docxOf(body), formOptions);

  it('tags in titles are listed with their place and loops', () => {
    const body = paragraph('{#r}') + box('{ok}') + paragraph('{/r}') + table([[inParagraph(`${alias('{金额|金额大写}')}<w:tag w:val="x"/>`, run('0'))]]);
    expect(check(body).tags.map(({ kind, place, tag, name, within }) => [kind, place, tag, name, within])).toEqual([
      ['loop', '第1段', '{#r}', 'r', []],
      ['control', '第2段内容控件“ok”', '{ok}', 'ok', ['r']],
      ['control', '表格1第1行第1格内容控件“金额”', '{金额|金额大写}', '金额', []],
    ]);
  });

  it('content that one text cannot replace is a problem', () => {
    const bodies = [control(alias('{a}'), paragraph('1') + paragraph('2')), control(alias('{a}'), table([['x']])), inParagraph(alias('{a}'), control('', run('x'))), inParagraph(`${alias('{照片}')}<w:picture/>`, run('x'))];
    expect(bodies.map((body) => check(body).problems.map(({ code, place }) => [code, place]))).toEqual([
      [['control-content', '第1段内容控件“a”']], [['control-content', '表格1第1行第1格内容控件“a”']], [['control-content', '第1段内容控件“a”']], [['control-content', '第1段内容控件“照片”']],
    ]);
  });

  it('the place names the title that people see', () => {
    expect(check(inParagraph(`${alias('是否收费')}<w:tag w:val="{a}"/>`, run('x'))).tags.map(({ place }) => place)).toEqual(['第1段内容控件“是否收费”']);
  });

  it('a mistake in an expression is a problem', () => {
    expect(check(box('{a|金额大些}')).problems).toMatchObject([{ code: 'bad-expression', place: '第1段内容控件“a|金额大些”', tag: '{a|金额大些}' }]);
  });

  it('controls that no title can fill are left alone, and doubted', () => {
    const group = control(`${alias('{a}')}<w:group/>`, paragraph('x'));
    const { problems, doubts } = check(group);
    expect([problems, doubts.map(({ tag, message }) => [tag, message])]).toEqual([[], [['{a}', '内容控件标题里的“{a}”没有作用：这种控件不能由标题里的标签填写。']]]);
    expect(bodyOf(group, {})).toBe(group.replace('{a}', 'a'));
  });
});

describe('form fields of older forms', () => {
  const mark = (type: string, data = ''): string => `<w:r><w:fldChar w:fldCharType="${type}"${data === '' ? '/>' : `>${data}</w:fldChar>`}</w:r>`;
  const instruction = (text: string): string => `<w:r><w:instrText xml:space="preserve"> ${text} </w:instrText></w:r>`;
  const field = (help: string, name: string, inner: string, result = ''): string =>
    `<w:p>${mark('begin', `<w:ffData><w:name w:val="F1"/><w:enabled/><w:calcOnExit w:val="0"/><w:helpText w:type="text" w:val="${help}"/>${inner}</w:ffData>`)}${instruction(name)}${mark('separate')}${result}${mark('end')}</w:p>`;

  it('checkboxes', () => {
    const checkbox = (help: string, checked: string): string => field(help, 'FORMCHECKBOX', `<w:checkBox><w:sizeAuto/><w:default w:val="0"/>${checked}</w:checkBox>`);
    expect(bodyOf(checkbox('{a}', ''), { a: '是' })).toBe(checkbox('a', '<w:checked/>'));
    expect(filled(checkbox('{a}', '<w:checked/>'), {})).toMatchObject({ xml: checkbox('a', '<w:checked w:val="0"/>'), missing: [{ part: '正文', place: '第1段窗体域“F1”', tag: '{a}' }] });
  });

  it('lists: the number of the entry, or an entry more', () => {
    const list = (help: string, result: string, more = ''): string => field(help, 'FORMDROPDOWN', `<w:ddList>${result}<w:listEntry w:val="免费"/><w:listEntry w:val="收费"/>${more}</w:ddList>`);
    expect(bodyOf(list('{a}', ''), { a: '收费' })).toBe(list('a', '<w:result w:val="1"/>'));
    expect(filled(list('{a}', '<w:result w:val="1"/>'), { a: '减"免' })).toMatchObject({
      xml: list('a', '<w:result w:val="2"/>', '<w:listEntry w:val="减&quot;免"/>'),
      problems: [{ message: '“{a}”的内容“减"免”不在下拉列表里，已照原样印出。' }],
    });
    expect(bodyOf(list('{a}', '<w:result w:val="1"/>'), { a: null })).toBe(list('a', ''));
  });

  it('texts; nothing leaves the blanks that one can click on', () => {
    const text = (help: string, result: string): string => field(help, 'FORMTEXT', '<w:textInput/>', result);
    const shown = (value: string): string => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${value}</w:t></w:r>`;
    const old = '<w:r><w:rPr><w:b/></w:rPr><w:t>\u2002</w:t></w:r><w:r><w:t>\u2002</w:t></w:r>';
    expect([bodyOf(text('{a}', old), { a: 'x' }), bodyOf(text('{a}', old), { a: null }), bodyOf(text('{a}', ''), { a: 'x' })]).toEqual([text('a', shown('x')), text('a', shown('\u2002'.repeat(5))), text('a', shown('x').replace('<w:rPr><w:b/></w:rPr>', ''))]);
  });
});
