import type { IFontAttributesProperties } from 'docx';

/** The faces of Chinese office documents. Windows has all four; nothing is embedded, since they must not be redistributed. */
export type Face = 'song' | 'hei' | 'fang' | 'kai' | 'tick';

const faces: Readonly<Record<Face, string>> = {
  song: '宋体',
  hei: '黑体',
  fang: '仿宋',
  kai: '楷体',
  // ☑ and ☐ are in no Chinese face; this one comes with Windows.
  tick: 'Segoe UI Symbol',
};

/** Name of the face of boxes, for the states of a checkbox. */
export const tickFace = faces.tick;

/** Where a Chinese face is missing its digits come from anywhere; those of this one are half as wide as a character and are alike on every computer. */
const roman = 'Times New Roman';

const latin: Readonly<Record<Face, string>> = { song: roman, fang: roman, kai: roman, hei: faces.hei, tick: faces.tick };

/**
 * Font attributes of a run; digits and letters in the Western face that goes with the Chinese one.
 * The hint makes Word set “ ” … — · in the Chinese face.
 */
export function fontOf(face: Face): IFontAttributesProperties {
  const name = faces[face];
  return { ascii: latin[face], hAnsi: latin[face], eastAsia: name, cs: latin[face], hint: 'eastAsia' };
}

/** 页码 of a report: half-width digits of 宋体 itself (GB/T 9704-2012). */
export function pageNumberFont(): IFontAttributesProperties {
  return { ascii: faces.song, hAnsi: faces.song, eastAsia: faces.song, cs: faces.song, hint: 'eastAsia' };
}

type FontEntry = { readonly name: string; readonly alternatives: string; readonly charset: string; readonly family: string; readonly pitch: string };

/** Other names under which a computer may have the face (English Windows, WPS, Linux desktops of the trade, macOS). */
const entries: readonly FontEntry[] = [
  { name: '宋体', alternatives: 'SimSun,NSimSun,Songti SC,Noto Serif CJK SC', charset: '86', family: 'auto', pitch: 'variable' },
  { name: '黑体', alternatives: 'SimHei,Heiti SC,Noto Sans CJK SC', charset: '86', family: 'modern', pitch: 'variable' },
  { name: '仿宋', alternatives: 'FangSong,仿宋_GB2312,FangSong_GB2312,STFangsong', charset: '86', family: 'modern', pitch: 'variable' },
  { name: '楷体', alternatives: 'KaiTi,楷体_GB2312,KaiTi_GB2312,STKaiti', charset: '86', family: 'modern', pitch: 'variable' },
  { name: 'Times New Roman', alternatives: 'Liberation Serif,Nimbus Roman', charset: '00', family: 'roman', pitch: 'variable' },
  { name: 'Segoe UI Symbol', alternatives: 'MS Gothic,Noto Sans Symbols', charset: '00', family: 'swiss', pitch: 'variable' },
];

/** The `w:font` elements of word/fontTable.xml. */
export function fontTableEntries(): string {
  return entries.map((entry) =>
    `<w:font w:name="${entry.name}"><w:altName w:val="${entry.alternatives}"/><w:charset w:val="${entry.charset}"/><w:family w:val="${entry.family}"/><w:pitch w:val="${entry.pitch}"/></w:font>`).join('');
}
