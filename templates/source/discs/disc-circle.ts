import { HorizontalPositionRelativeFrom, ImageRun, TextWrappingType, VerticalPositionRelativeFrom } from 'docx';
import { encodePng, pngLineBytes } from '../../../electron/files/png-writer.ts';

/** Printable circle of a disc's face, its hole, and the ring of clear plastic round it that takes no ink, in millimetres across. */
export const discDiameter = 117;
const holeDiameter = 15;
const clearDiameter = 46;
const emuPerMillimetre = 36_000;
const pixelsPerMillimetre = 8;

/** Thin circles on nothing: a PNG of two bits per pixel (transparent, black, grey). */
function circles(): Uint8Array {
  const size = discDiameter * pixelsPerMillimetre;
  const rings = [[discDiameter - 0.3, 1], [clearDiameter, 2], [holeDiameter, 1]] as const;
  const form = { width: size, height: size, bitsPerPixel: 2, palette: [[255, 255, 255], [0, 0, 0], [150, 150, 150], [255, 255, 255]], isFirstColourClear: true } as const;
  const lineBytes = pngLineBytes(form);
  const lines = Buffer.alloc(lineBytes * size);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const across = (2 * Math.hypot(x + 0.5 - size / 2, y + 0.5 - size / 2)) / pixelsPerMillimetre;
      const ring = rings.find(([diameter]) => Math.abs(across - diameter) < 0.3);
      if (ring === undefined) continue;
      const at = y * lineBytes + 1 + (x >> 2);
      lines.writeUInt8(lines.readUInt8(at) | (ring[1] << (6 - 2 * (x % 4))), at);
    }
  }
  return encodePng(form, lines);
}

/** The outline of the face behind the text, its left upper corner at this place of the page (millimetres). */
export function discCircle(left: number, top: number): ImageRun {
  const side = (discDiameter / 25.4) * 96;
  return new ImageRun({
    type: 'png',
    data: circles(),
    transformation: { width: side, height: side },
    altText: { name: '盘面', description: '盘面的可印范围、不上墨的一圈和中孔' },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: left * emuPerMillimetre },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: top * emuPerMillimetre },
      wrap: { type: TextWrappingType.NONE },
      behindDocument: true,
      allowOverlap: true,
    },
  });
}
