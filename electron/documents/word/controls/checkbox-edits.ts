import type { Replacement } from '../edits.ts';
import { attributeText } from '../pictures/picture-xml.ts';
import { fixedText, type Operation } from '../program.ts';
import { childNamed, type XmlElement } from '../xml-tree.ts';
import { contentEdits, type ControlContent } from './control-content.ts';
import { textOf } from './control-kind.ts';
import type { ControlTag } from './list-and-date-edits.ts';

/** Their characters stand in a private area: Word writes them as w:sym. */
const symbolFonts = /^(?:wingdings(?: [23])?|webdings|symbol|marlett)$/i;
/** What Word takes where the control says nothing: ☒ and ☐. */
const usual = { checked: { code: 0x2612, font: 'MS Gothic' }, unchecked: { code: 0x2610, font: 'MS Gothic' } } as const;

/** State and sign of a checkbox control, both from the same value. */
export function checkboxEdits(xml: string, checkbox: XmlElement, content: ControlContent, tag: ControlTag): readonly Replacement[] {
  const tick = (checked: string, unchecked: string, reports: boolean): Operation => ({ kind: 'tick', ...tag, checked: fixedText(checked), unchecked: fixedText(unchecked), reports });
  const stated = childNamed(checkbox, 'w14:checked');
  const state = tick('<w14:checked w14:val="1"/>', '<w14:checked w14:val="0"/>', true);
  const at = checkbox.selfClosing ? checkbox : (stated ?? { from: checkbox.contentFrom, to: checkbox.contentFrom });
  const around = checkbox.selfClosing ? ['<w14:checkbox>', state, '</w14:checkbox>'] : [state];
  const sign = tick(signRun(xml, checkbox, 'checked', content), signRun(xml, checkbox, 'unchecked', content), false);
  return [{ kind: 'replace', from: at.from, to: at.to, content: around, when: 'always' }, ...contentEdits(content, [sign])];
}

/** A run with the sign for a state, in the font that goes with it; all else of the format is the template's. */
function signRun(xml: string, checkbox: XmlElement, state: 'checked' | 'unchecked', content: ControlContent): string {
  const element = childNamed(checkbox, `w14:${state}State`);
  const code = Number.parseInt(textOf(xml, element, 'w14:val') ?? '', 16);
  const known = Number.isInteger(code) && code > 0 && code <= 0xffff;
  const font = element === undefined || !known ? usual[state].font : textOf(xml, element, 'w14:font');
  const character = known ? code : usual[state].code;
  if (font !== undefined && (symbolFonts.test(font) || (character >= 0xf000 && character <= 0xf0ff))) {
    const hex = (character < 0x100 ? 0xf000 + character : character).toString(16).toUpperCase();
    return `<w:r>${content.runProperties}<w:sym w:font="${attributeText(font)}" w:char="${hex}"/></w:r>`;
  }
  const format = font === undefined ? content.runProperties : withFont(content.runProperties, font);
  return `<w:r>${format}<w:t>${attributeText(String.fromCharCode(character))}</w:t></w:r>`;
}

/** Run properties with the font named for every script: which of them a box belongs to depends on the program. */
function withFont(properties: string, font: string): string {
  const name = attributeText(font);
  const fonts = `<w:rFonts w:hint="eastAsia" w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:cs="${name}"/>`;
  if (properties === '' || /^<w:rPr\s*\/>$/.test(properties)) return `<w:rPr>${fonts}</w:rPr>`;
  const bare = properties.replace(/<w:rFonts\b[^>]*\/>/, '');
  const style = /^<w:rPr>\s*<w:rStyle\b[^>]*\/>/.exec(bare)?.[0] ?? /^<w:rPr[^>]*>/.exec(bare)?.[0] ?? '';
  return `${style}${fonts}${bare.slice(style.length)}`;
}
