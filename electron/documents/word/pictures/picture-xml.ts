import type { PictureSize } from '../../tags/picture-box.ts';
import { fixedText } from '../program.ts';

/** A picture as a drawing says it: the lengths are those of the frame before it is turned. */
export type PictureFrame = { readonly width: number; readonly height: number; readonly transform: string; readonly effectExtent: string };

/** Rotation in sixty-thousandths of a degree, and mirroring, that show the stored pixels upright; by Exif orientation. */
const transforms: readonly string[] = ['', '', ' flipH="1"', ' rot="10800000"', ' flipV="1"', ' rot="16200000" flipH="1"', ' rot="5400000"', ' rot="5400000" flipH="1"', ' rot="16200000"'];

/**
 * The frame for a picture of this upright size: it is drawn as stored and turned. The space that a quarter turn takes beyond the frame is
 * stated the way Word does it.
 */
export function pictureFrame(upright: PictureSize, orientation: number): PictureFrame {
  const isTurned = orientation >= 5;
  const [width, height] = isTurned ? [upright.height, upright.width] : [upright.width, upright.height];
  const excess = isTurned ? Math.round(Math.abs(width - height) / 2) : 0;
  const [across, down] = width > height ? [0, excess] : [excess, 0];
  return { width, height, transform: transforms[orientation] ?? '', effectExtent: `l="${across}" t="${down}" r="${across}" b="${down}"` };
}

/** Text in an attribute: no markup, no line ends, no characters that XML forbids. */
export function attributeText(text: string): string {
  return text
    .toWellFormed()
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\ufffe\uffff]+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const main = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const picture = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A picture in the line of text, as content of a run. Names its namespaces itself: a template's parts need not know them. */
export function inlinePicture(frame: PictureFrame, id: number, relationshipId: string, description: string): string {
  const { width, height, transform, effectExtent } = frame;
  const properties = `id="${id}" name="照片 ${id}" descr="${attributeText(description)}"`;
  return (
    `<w:drawing><wp:inline xmlns:wp="${drawing}" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/><wp:effectExtent ${effectExtent}/><wp:docPr ${properties}/>` +
    `<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${main}" noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic xmlns:a="${main}"><a:graphicData uri="${picture}">` +
    `<pic:pic xmlns:pic="${picture}"><pic:nvPicPr><pic:cNvPr ${properties}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="${relationships}" r:embed="${relationshipId}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm${transform}><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`
  );
}

/** Ends the text of a run for something else in the run, and begins it again. */
export const textEnd = fixedText('</w:t>');
export const textStart = fixedText('<w:t xml:space="preserve">');
