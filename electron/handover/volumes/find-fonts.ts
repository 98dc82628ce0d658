import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/** A font of this computer: its file and, in a collection, which of its fonts. */
export type FontFace = { readonly file: string; readonly postscriptName: string };

/** What the search needs to know of a computer. */
export type FontComputer = { readonly platform: NodeJS.Platform; readonly home: string; readonly variables: Readonly<Record<string, string | undefined>> };

/** Chinese fonts that systems and office programs bring, as numbers on paper look best: Song first, then Hei. File names in lower case. */
const knownFonts: readonly (readonly [string, string])[] = [
  ['simsun.ttc', 'SimSun'], ['songti.ttc', 'STSongti-SC-Regular'], ['stsong.ttf', 'STSong'],
  ['notoserifcjk-regular.ttc', 'NotoSerifCJKsc-Regular'], ['notoserifcjksc-regular.otf', 'NotoSerifCJKsc-Regular'], ['sourcehanserifsc-regular.otf', 'SourceHanSerifSC-Regular'],
  ['simfang.ttf', 'FangSong'], ['deng.ttf', 'DengXian'], ['msyh.ttc', 'MicrosoftYaHei'], ['msyh.ttf', 'MicrosoftYaHei'], ['simhei.ttf', 'SimHei'],
  ['stheiti light.ttc', 'STHeitiSC-Light'], ['hiragino sans gb.ttc', 'HiraginoSansGB-W3'],
  ['notosanscjk-regular.ttc', 'NotoSansCJKsc-Regular'], ['notosanscjksc-regular.otf', 'NotoSansCJKsc-Regular'], ['sourcehansanssc-regular.otf', 'SourceHanSansSC-Regular'], ['sourcehansanscn-regular.otf', 'SourceHanSansCN-Regular'],
  ['wqy-microhei.ttc', 'WenQuanYiMicroHei'], ['wqy-zenhei.ttc', 'WenQuanYiZenHei'], ['droidsansfallback.ttf', 'DroidSansFallback'], ['uming.ttc', 'UMingCN'], ['ukai.ttc', 'UKaiCN'],
];

/** Where a system keeps its fonts, then the person's own. */
export function fontFolders({ platform, home, variables }: FontComputer): readonly string[] {
  if (platform === 'win32') {
    const own = variables['LOCALAPPDATA'];
    return [path.join(variables['SystemRoot'] ?? 'C:\\Windows', 'Fonts'), ...(own === undefined ? [] : [path.join(own, 'Microsoft', 'Windows', 'Fonts')])];
  }
  if (platform === 'darwin') return ['/System/Library/Fonts', '/Library/Fonts', path.join(home, 'Library/Fonts')];
  return ['/usr/share/fonts', '/usr/local/share/fonts', path.join(variables['XDG_DATA_HOME'] ?? path.join(home, '.local/share'), 'fonts'), path.join(home, '.fonts')];
}

/** Font folders are shallow; a link to the root of a disk is not to be walked through. */
const deepest = 4;
const mostFiles = 20_000;

async function filesBelow(folders: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  let level = folders;
  for (let depth = 0; depth <= deepest && level.length > 0 && files.length < mostFiles; depth++) {
    const next: string[] = [];
    for (const folder of level) {
      // A folder that is missing or closed has no fonts for us.
      for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
        if (entry.isDirectory()) next.push(path.join(folder, entry.name));
        else files.push(path.join(folder, entry.name));
      }
    }
    level = next;
  }
  return files;
}

/** Any other font for Simplified Chinese that fontconfig knows of. */
async function fontconfigFonts(platform: NodeJS.Platform): Promise<readonly FontFace[]> {
  if (platform === 'win32' || platform === 'darwin') return [];
  const { stdout } = await promisify(execFile)('fc-list', ['--format', '%{file}\t%{postscriptname}\n', ':lang=zh-cn'], { timeout: 10_000, maxBuffer: 1 << 22 }).catch(() => ({ stdout: '' }));
  return stdout.split('\n').flatMap((line) => {
    const [file, postscriptName] = line.split('\t');
    return file !== undefined && /\.(ttf|ttc|otf|otc)$/i.test(file) && postscriptName !== undefined && postscriptName !== '' ? [{ file, postscriptName }] : [];
  }).toSorted((a, b) => (`${a.file} ${a.postscriptName}` < `${b.file} ${b.postscriptName}` ? -1 : 1));
}

/**
 * Chinese fonts of this computer, best first; none may be there. Whether one can be used (glyphs, right to be embedded) is known only when
 * it is opened.
 */
export async function findChineseFonts(computer: FontComputer): Promise<readonly FontFace[]> {
  const files = new Map<string, string>();
  for (const file of await filesBelow(fontFolders(computer))) {
    const name = path.basename(file).toLowerCase();
    if (!files.has(name)) files.set(name, file);
  }
  const known = knownFonts.flatMap(([name, postscriptName]) => {
    const file = files.get(name);
    return file === undefined ? [] : [{ file, postscriptName }];
  });
  return known.length > 0 ? known : fontconfigFonts(computer.platform);
}
