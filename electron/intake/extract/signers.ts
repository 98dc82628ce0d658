import type { Question } from '../../../shared/contract/profile.ts';
import type { ContractText } from '../text/contract-text.ts';
import { partyBlocks, type PartyBlock, type Side } from './party-blocks.ts';
import { ask, distinct } from './reading.ts';

type Signer = { readonly role: string; readonly name: string; readonly page: string; readonly side: Side | undefined; readonly line: string };

const roles: readonly (readonly [role: string, words: string])[] = [
  ['法定代表人', '法定代表人(?:或[^：:（(]{2,8})?|法人代表|法人|单位负责人|负责人'],
  ['委托代理人', '委托代理人|授权代表|授权代理人|被授权人|代理人|签约代表'],
  ['经办人', '经办人|承办人|项目负责人|项目经理|联系人'],
];
const roleLabel = new RegExp(`(?<=^|[^\\u4e00-\\u9fff])(?:${roles.map(([, words]) => `(${words})`).join('|')})(?:[（(]?(?:签字|签章|签名|盖章|签字或盖章)[）)]?)?[：:]?(?:[（(]?(?:签字|签章|签名|盖章|签字或盖章)[）)]?)?[：:]?`, 'g');
const notNames = /[省市县区路街号院楼]|电话|传真|邮编|日期|地址|住所|盖章|签字|签章|公章|公司|中心|单位|合计|甲方|乙方|[章条款项]$/;

function nameIn(text: string): string | undefined {
  const name = /^[_ ]*([\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff]{1,8})[_ ]*(?:$|[（( ，、日])/.exec(text)?.[1];
  return name === undefined || notNames.test(name) ? undefined : name;
}

/** Names beside or below the labels of one signature page. Two labels above one name leave it open whose it is; the role is what counts. */
function signersOf(block: PartyBlock): Signer[] {
  const page = block.annex ?? '合同正文';
  const signers: Signer[] = [];
  let waiting: string | undefined;
  for (const paragraph of block.paragraphs) {
    const sides = new Set(block.labels.filter((label) => label.paragraph.index <= paragraph.index).map((label) => label.side));
    const side = sides.size === 1 ? [...sides][0] : undefined;
    const found = [...paragraph.text.matchAll(roleLabel)];
    for (const [index, match] of found.entries()) {
      const role = roles.find((_, group) => match[group + 1] !== undefined)?.[0] ?? '';
      const name = nameIn(paragraph.text.slice(match.index + match[0].length, found[index + 1]?.index ?? paragraph.text.length));
      if (name === undefined) waiting = role;
      else signers.push({ role, name, page, side, line: paragraph.text });
    }
    const alone = found.length === 0 && waiting !== undefined ? nameIn(paragraph.text) : undefined;
    if (alone !== undefined && waiting !== undefined && paragraph.text.length <= 6) {
      signers.push({ role: waiting, name: alone, page, side, line: `${waiting} ${alone}` });
      waiting = undefined;
    }
  }
  return signers;
}

/** One person's name as two pages have it, when text recognition or a pen made it two: same surname, same role, other page. */
function isVariant(left: Signer, right: Signer): boolean {
  return left.page !== right.page && left.role === right.role && left.name !== right.name && left.name.charAt(0) === right.name.charAt(0);
}

/**
 * Who signed. Names in a contract's text come from pens and text recognition, so none is ever imported: each is a question.
 * Names that differ between pages are put side by side.
 */
export function askAboutSigners(text: ContractText): Question[] {
  const signers = partyBlocks(text).filter((block) => block.signed).flatMap(signersOf).slice(0, 100);
  const questions: Question[] = [];
  const asked = new Set<Signer>();
  for (const signer of signers) {
    if (asked.has(signer)) continue;
    const variants = signers.filter((other) => other === signer || isVariant(signer, other));
    const names = distinct(variants.map((variant) => variant.name));
    const same = signers.filter((other) => names.includes(other.name) && other.role === signer.role);
    for (const entry of same) asked.add(entry);
    if (names.length > 1) {
      const where = distinct(same.map((entry) => `${entry.page}为“${entry.name}”`)).join('，');
      questions.push(ask(`signer-${questions.length + 1}`, 'people', `${signer.role}的姓名前后不一致：${where}。没有导入任何一个，请核对原件后在人员名单中填写。`, same.map((entry) => entry.line), names));
    }
  }
  const settled = distinct(signers.filter((signer) => !questions.some((question) => question.options.includes(signer.name))).map((signer) => `${signer.role} ${signer.name}`));
  if (settled.length > 0) {
    questions.push(ask('signers', 'people', `签章页上有${settled.join('、')}。签名由扫描识别，软件不自动导入人员，请核对后在人员名单中填写。`, signers.filter((signer) => settled.includes(`${signer.role} ${signer.name}`)).map((signer) => signer.line), settled));
  }
  if (signers.length === 0) {
    questions.push(ask('people', 'people', '合同里没有读到双方人员。请填写项目经理、巡检人员和甲方确认人，登记单据时可直接选用。', []));
  }
  return questions;
}
