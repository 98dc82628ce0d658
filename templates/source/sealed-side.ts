import { formWidth } from './form-parts.ts';
import type { GridCell } from './grid-table.ts';
import { paragraph, piece } from './text.ts';

type SealedSide = {
  /** Which side: 移交单位, 甲方. */
  readonly heading: string;
  readonly name: string;
  /** What stands where the seal goes, and the room above and below it in points. */
  readonly seal?: string;
  readonly room: readonly [before: number, after: number];
  /** Whose signatures, one line each: `经办人（签字）`. */
  readonly signers: readonly string[];
  /** A date by hand unless given. */
  readonly date?: string;
  readonly line?: number;
};

/** Half a form's width for one side of a hand-over: its name, room for its seal, its signatures and the date. */
export function sealedSide({ heading, name, seal = '（盖章）', room, signers, date = '　　　　年　　月　　日', line = 17 }: SealedSide): GridCell {
  return {
    width: formWidth / 2,
    vertical: 'top',
    content: [
      paragraph([piece(`${heading}：`, { face: 'hei' }), piece(name)], { line }),
      paragraph(seal, { line, before: room[0], after: room[1], align: 'center' }),
      ...signers.map((signer, index) => paragraph([piece(`${signer}：`, { face: 'hei' })], index === 0 ? { line } : { line, before: 6 })),
      paragraph([piece('日期：', { face: 'hei' }), piece(date)], { line, before: 6 }),
    ],
  };
}
