import { emuPerInch, type PictureBox, type PictureSize } from '../../tags/picture-box.ts';
import type { PictureFacts } from './picture-facts.ts';

/** Size in which the picture is natural: by its own resolution, or 96 pixels to the inch. Turned upright. */
export function naturalSize(facts: PictureFacts): PictureSize {
  const { x, y } = facts.resolution ?? { x: 96, y: 96 };
  const width = (facts.width / x) * emuPerInch;
  const height = (facts.height / y) * emuPerInch;
  return facts.orientation >= 5 ? { width: height, height: width } : { width, height };
}

/**
 * The largest size of the picture's own ratio that fits. Without a box: natural size, or smaller where the room (column, cell) is less.
 * A picture smaller than a box that was asked for is enlarged: who draws a box wants it filled.
 */
export function fitPicture(facts: PictureFacts, box: PictureBox | undefined, room: PictureSize): PictureSize {
  const natural = naturalSize(facts);
  const scale = box === undefined
    ? Math.min(1, room.width / natural.width, room.height / natural.height)
    : Math.min(box.width === undefined ? Infinity : box.width / natural.width, (box.height ?? room.height) / natural.height);
  return { width: Math.max(1, Math.round(natural.width * scale)), height: Math.max(1, Math.round(natural.height * scale)) };
}
