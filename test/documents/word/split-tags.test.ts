import { expect, it } from 'vitest';
import { compileTemplate, formOptions } from '../../../electron/documents/template.ts';
import { docxOf, paragraph, run } from '../../helpers/ooxml-docx.ts';
import { newLintFaults, paragraphTexts } from '../../helpers/ooxml-lint.ts';

const revision = 'w:author="x" w:date="2024-01-01T00:00:00Z"';

it.each([
  ['a smart tag', `${run('甲{na')}<w:smartTag w:uri="x" w:element="y">${run('m')}</w:smartTag>${run('e}乙')}`, '甲值乙'],
  ['a hyperlink', `${run('甲{na')}<w:hyperlink w:anchor="y">${run('me}')}</w:hyperlink>${run('乙')}`, '甲值乙'],
  ['the result of a field', `<w:fldSimple w:instr=" REF x ">${run('{na')}${run('me}')}</w:fldSimple>${run('乙')}`, '值乙'],
  ['an insertion that is not accepted', `${run('{na')}<w:ins w:id="1" ${revision}>${run('me}')}</w:ins>`, '值'],
  ['text that is deleted', `${run('{na')}<w:del w:id="1" ${revision}><w:r><w:delText>除</w:delText></w:r></w:del>${run('me}')}`, '值'],
  ['a content control', `${run('{na')}<w:sdt><w:sdtPr><w:id w:val="3"/></w:sdtPr><w:sdtContent>${run('me}')}</w:sdtContent></w:sdt>`, '值'],
  ['the beginning of a comment', `${run('{na')}<w:commentRangeStart w:id="0"/>${run('me}')}<w:commentRangeEnd w:id="0"/>`, '值'],
  ['the runs of a Chinese input method', '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>{</w:t></w:r><w:r><w:rPr><w:lang w:eastAsia="zh-CN"/></w:rPr><w:t>名称</w:t></w:r><w:r w:rsidR="00A"><w:t>}</w:t></w:r>', '名'],
  ['a hyphen that does not break', '<w:r><w:t>{a</w:t><w:noBreakHyphen/><w:t>b}</w:t></w:r>', '连'],
  ['no-break spaces', paragraph('{\u00a0name\u00a0}').slice('<w:p>'.length, -'</w:p>'.length), '值'],
])('a tag split by %s is one tag', (_, content, text) => {
  const template = docxOf(`<w:p>${content}</w:p>`);
  const bytes = compileTemplate(template, formOptions).render({ name: '值', 名称: '名', 'a-b': '连' });
  expect([paragraphTexts(bytes), newLintFaults(template, bytes)]).toEqual([[text], []]);
});
