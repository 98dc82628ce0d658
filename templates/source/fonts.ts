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

/**
 * Font attributes of a run, digits and letters in the Chinese face too, as forms of this trade are set: half as wide as a character.
 * The hint makes Word set “ ” … — · in the Chinese face.
 */
export function fontOf(face: Face): IFontAttributesProperties {
  const name = faces[face];
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' };
}

type FontEntry = { readonly name: string; readonly alternatives: string; readonly charset: string; readonly family: string; readonly pitch: string };

/** Other names under which a computer may have the face (English Windows, WPS, Linux desktops of the trade, macOS). */
const entries: readonly FontEntry[] = [
  { name: '宋体', alternatives: 'SimSun,NSimSun,Songti SC,Noto Serif CJK SC', charset: '86', family: 'auto', pitch: 'variable' },
  { name: '黑体', alternatives: 'SimHei,Heiti SC,Noto Sans CJK SC', charset: '86', family: 'modern', pitch: 'variable' },
  { name: '仿宋', alternatives: 'FangSong,仿宋_GB2312,FangSong_GB2312,STFangsong', charset: '86', family: 'modern', pitch: 'variable' },
  { name: '楷体', alternatives: 'KaiTi,楷体_GB2312,KaiTi_GB2312,STKaiti', charset: '86', family: 'modern', pitch: 'variable' },
  { name: 'Segoe UI Symbol', alternatives: 'MS Gothic,Noto Sans Symbols', charset: '00', family: 'swiss', pitch: 'variable' },
];

/** The `w:font` elements of word/fontTable.xml. */
export function fontTableEntries(): string {
  return entries.map((entry) =>
    `<w:font w:name="${entry.name}"><w:altName w:val="${entry.alternatives}"/><w:charset w:val="${entry.charset}"/><w:family w:val="${entry.family}"/><w:pitch w:val="${entry.pitch}"/></w:font>`).join('');
}
