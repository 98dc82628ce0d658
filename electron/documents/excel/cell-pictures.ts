import type { Expression } from '../tags/expression.ts';
import { emuPerInch, type PictureBox } from '../tags/picture-box.ts';
import type { Scope } from '../tags/scope.ts';
import { addPicture, addRelationship, pictureRelationship, type Additions } from '../word/additions.ts';
import { fitPicture } from '../word/pictures/fit-picture.ts';
import { readPictureFacts, type PictureFacts } from '../word/pictures/picture-facts.ts';
import { readPictures, type FoundPicture } from '../word/pictures/picture-value.ts';
import { attributeText, pictureFrame } from '../word/pictures/picture-xml.ts';
import type { CellAreas, Marker } from './cell-areas.ts';
import { reportedValue, type ValueReport } from './value-report.ts';

/** `{%照片 6×4厘米}` alone in its cell. */
export type PictureTag = { readonly expression: Expression; readonly box: PictureBox | undefined; readonly written: string; readonly level: number };

/** A picture that can be drawn. */
export type ReadPicture = { readonly picture: FoundPicture; readonly facts: PictureFacts };

/** A picture in its place on the finished sheet. */
export type PlacedPicture = ReadPicture & { readonly at: Marker; readonly width: number; readonly height: number };

/** Printed where a picture should be: whoever looks through the sheet must see that one is lacking. */
export const lackingPicture = '〔缺照片〕';

/** Room left around a picture in its cell, so that the lines stay visible. In EMU. */
const margin = 19_050;

/** Excel's limit, in points. */
const tallestRow = 409;

/** The pictures of a tag; those that are lacking are reported and counted. */
export function readCellPictures(tag: PictureTag, scope: Scope, report: ValueReport | undefined): { readonly pictures: readonly ReadPicture[]; readonly lacks: boolean } {
  const value = reportedValue(tag.expression, tag.written, scope, report);
  if (value === undefined) {
    report?.onMissing?.(tag.written);
    return { pictures: [], lacks: scope.count > 0 };
  }
  const { pictures, fault } = readPictures(value);
  if (fault !== undefined) report?.onDoubt?.(tag.written, `“${tag.written}”${fault}，纸上印了“${lackingPicture}”。`);
  const readable = pictures.flatMap((picture) => {
    const facts = readPictureFacts(picture.bytes);
    if (facts !== undefined) return [{ picture, facts }];
    report?.onDoubt?.(tag.written, `“${tag.written}”的照片${picture.description === '' ? '' : `（${picture.description}）`}不是完好的 JPEG 或 PNG 文件，纸上印了“${lackingPicture}”。`);
    return [];
  });
  return { pictures: readable, lacks: fault !== undefined || readable.length < pictures.length };
}

/** The height in points that a row needs for pictures of a size that the tag names; undefined where the cell is the frame. */
export function heightOfPictures(pictures: readonly ReadPicture[], { box }: PictureTag): number | undefined {
  if (box === undefined || pictures.length === 0) return undefined;
  const anything = { width: Number.MAX_SAFE_INTEGER, height: Number.MAX_SAFE_INTEGER };
  const tallest = pictures.reduce((most, { facts }) => Math.max(most, fitPicture(facts, box, anything).height), 0);
  return Math.min(tallestRow, Math.ceil((tallest + 2 * margin) / (emuPerInch / 72)));
}

/** Pictures side by side in the middle of their cell, each as large as its share of it, or as the box of the tag, allows. */
export function placePictures(pictures: readonly ReadPicture[], tag: PictureTag, cell: { readonly column: string; readonly row: number }, finishedRow: number, areas: CellAreas): readonly PlacedPicture[] {
  const area = areas.sizeOf(cell);
  const share = { width: area.width / pictures.length, height: area.height };
  const room = { width: Math.max(margin, share.width - 2 * margin), height: Math.max(margin, share.height - 2 * margin) };
  return pictures.map(({ picture, facts }, index) => {
    // Without a box the cell is the frame, which is to be filled.
    const size = fitPicture(facts, tag.box ?? picture.box ?? room, room);
    const across = share.width * index + Math.max(margin, (share.width - size.width) / 2);
    const at = areas.markerAt(cell, finishedRow, Math.round(across), Math.round(Math.max(margin, (share.height - size.height) / 2)));
    return { picture, facts, at, ...size };
  });
}

/**
 * The pictures as elements of a drawing. A turned picture is anchored as it is looked at, and drawn as it is stored.
 * @param firstId ids of shapes that the drawing does not have yet begin here
 */
export function picturesXml(placed: readonly PlacedPicture[], firstId: number, additions: Additions, drawing: string): string {
  return placed.map(({ picture, facts, at, width, height }, index) => {
    const frame = pictureFrame({ width, height }, facts.orientation);
    const relationship = addRelationship(additions, drawing, pictureRelationship, `/${addPicture(additions, picture.bytes, facts.format, 'xl/media/')}`);
    const id = firstId + index;
    return (
      `<xdr:oneCellAnchor xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">` +
      `<xdr:from><xdr:col>${at.column}</xdr:col><xdr:colOff>${at.columnOffset}</xdr:colOff><xdr:row>${at.row}</xdr:row><xdr:rowOff>${at.rowOffset}</xdr:rowOff></xdr:from><xdr:ext cx="${width}" cy="${height}"/>` +
      `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${id}" name="照片 ${id}" descr="${attributeText(picture.description)}"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>` +
      `<xdr:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="${relationship}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
      `<xdr:spPr><a:xfrm${frame.transform}><a:off x="0" y="0"/><a:ext cx="${frame.width}" cy="${frame.height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>`
    );
  }).join('');
}
