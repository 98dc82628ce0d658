/** English metric units, in which drawings are measured: 914,400 to the inch. */
export const emuPerInch = 914_400;
export const emuPerCentimetre = 360_000;
/** A twentieth of a point, in which pages and table cells are measured. */
export const emuPerTwip = 635;

/** Room for a picture, in EMU; undefined where the other side and the picture's ratio decide. */
export type PictureBox = { readonly width: number | undefined; readonly height: number | undefined };

/** Size of a picture as it is looked at, turned upright, in EMU. */
export type PictureSize = { readonly width: number; readonly height: number };

const units: ReadonlyMap<string, number> = new Map([
  ['厘米', emuPerCentimetre], ['cm', emuPerCentimetre], ['毫米', emuPerCentimetre / 10], ['mm', emuPerCentimetre / 10], ['英寸', emuPerInch], ['in', emuPerInch],
  ['磅', emuPerInch / 72], ['pt', emuPerInch / 72], ['像素', emuPerInch / 96], ['px', emuPerInch / 96],
]);
const unitNames = [...units.keys()].join('|');
const boxAtEnd = new RegExp(`(?:\\s*[:：]\\s*|\\s+)(\\d{1,4}(?:\\.\\d{1,3})?)\\s*(${unitNames})?(?:\\s*[x×*＊X✕]\\s*(\\d{1,4}(?:\\.\\d{1,3})?)\\s*(${unitNames})?)?\\s*$`, 'i');

/** No page is wider or higher than this; a slip such as 6000 for 60.00 must not make one. In EMU. */
const longest = 56 * emuPerCentimetre;

/**
 * What a person wrote behind the name of a picture: `照片 6×4厘米`, `照片:6cm`, `照片 6x4`. Width before height; centimetres unless a
 * unit is given (厘米, 毫米, 英寸, 磅, 像素, cm, mm, in, pt, px); a unit behind the second number counts for both.
 * Behind a filter only a blank separates them: in `照片|前:2` the 2 belongs to the filter.
 */
export function splitPictureBox(written: string): { readonly name: string; readonly box: PictureBox | undefined } {
  const match = boxAtEnd.exec(written);
  if (match === null || (/^\s*[:：]/.test(match[0]) && /[|｜]/.test(written.slice(0, match.index)))) return { name: written, box: undefined };
  const [whole, width = '', widthUnit, height, heightUnit] = match;
  const length = (number: string, unit: string | undefined): number => Math.min(longest, Math.max(1, Math.round(Number(number) * (units.get((unit ?? 'cm').toLowerCase()) ?? emuPerCentimetre))));
  return {
    name: written.slice(0, written.length - whole.length),
    box: { width: length(width, widthUnit ?? heightUnit), height: height === undefined ? undefined : length(height, heightUnit ?? widthUnit) },
  };
}
