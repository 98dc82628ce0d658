import type { ContractText, Paragraph } from '../text/contract-text.ts';

export type Side = 'client' | 'vendor';

/** A party's label with what follows it on the line: 甲方：…, 采购人（甲方）：… */
export type PartyLabel = { readonly side: Side; readonly name: string; readonly paragraph: Paragraph };

const clientWords = '甲 ?方|委托方|委托人|采购人|采购方|招标人|买方|发包方|业主(?:单位|方)?|使用单位|需方';
const vendorWords = '乙 ?方|受托方|受托人|供应商|供货商|服务方|服务商|中标人|成交人|卖方|承包方|供方|运维单位';
const labels = new RegExp(`(?<=^|[^\\u4e00-\\u9fff]|中心|公司|[局院馆站所厅处会部校学队社])(?:(${clientWords})|(${vendorWords}))(?:名称)?(?:[（(][^（()）]{1,16}[）)])?(?:[（(][^（()）]{1,16}[）)])?[：:]`, 'g');

function cleanName(text: string): string {
  return text.replace(/^[《“"]|[》”"]$/g, '').replace(/[（(](?:盖章|公章|签章|签字|印章|以下|下称|简称|单位|全称)[^）)]{0,16}[）)].*$/, '').replace(/[，。；;,].*$/, '').replace(/[_＿ ]+$/, '').trim();
}

/** More labels than any contract has; what compares them with each other must not grow without bound. */
const labelLimit = 400;
/** Lines of one block. */
const blockLimit = 120;

/** Every place where a line names a party; the name is empty where it stands elsewhere. */
export function partyLabels(text: ContractText): PartyLabel[] {
  return text.paragraphs.filter((paragraph) => paragraph.text.length <= 240).flatMap((paragraph) => {
    const found = [...paragraph.text.matchAll(labels)];
    return found.map((match, index): PartyLabel => {
      const value = paragraph.text.slice(match.index + match[0].length, found[index + 1]?.index ?? paragraph.text.length);
      return { side: match[1] === undefined ? 'vendor' : 'client', name: cleanName(value), paragraph };
    });
  }).slice(0, labelLimit);
}

/** A run of lines that begins with a party's label: cover, head of an annex, or signatures. */
export type PartyBlock = {
  readonly labels: readonly PartyLabel[];
  /** The lines of the block, labels included. */
  readonly paragraphs: readonly Paragraph[];
  readonly annex: string | undefined;
  /** Signatures stand in it. */
  readonly signed: boolean;
};

const signatureWords = /签字|签章|盖章|公章|签名/;

function endsBlock(paragraph: Paragraph): boolean {
  return paragraph.text.length > 90 || (paragraph.level !== undefined && paragraph.level <= 3) || (paragraph.level !== undefined && paragraph.text.length > 30);
}

/** The blocks in which parties are named, in order. Labels that follow closely belong to one block. */
export function partyBlocks(text: ContractText): PartyBlock[] {
  const blocks: PartyBlock[] = [];
  let labelsOfBlock: PartyLabel[] = [];
  let paragraphs: Paragraph[] = [];
  const labelsAt = new Map<number, PartyLabel[]>();
  for (const label of partyLabels(text)) labelsAt.set(label.paragraph.index, [...(labelsAt.get(label.paragraph.index) ?? []), label]);
  const finish = (): void => {
    const first = paragraphs[0];
    if (first && labelsOfBlock.length > 0) blocks.push({ labels: labelsOfBlock, paragraphs, annex: first.annex, signed: paragraphs.some((paragraph) => signatureWords.test(paragraph.text)) });
    labelsOfBlock = [];
    paragraphs = [];
  };
  for (const paragraph of text.paragraphs) {
    const labels = labelsAt.get(paragraph.index);
    if (paragraphs.length >= blockLimit) finish();
    if (labels && paragraph.text.length <= 240 && !(paragraph.level !== undefined && paragraph.text.length > 60)) {
      labelsOfBlock.push(...labels);
      paragraphs.push(paragraph);
    } else if (paragraphs.length > 0) {
      if (endsBlock(paragraph)) finish();
      else paragraphs.push(paragraph);
    }
  }
  finish();
  return blocks;
}
