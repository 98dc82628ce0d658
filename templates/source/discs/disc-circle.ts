import { HorizontalPositionRelativeFrom, ImageRun, TextWrappingType, VerticalPositionRelativeFrom } from 'docx';
import { crc32, deflateSync } from 'node:zlib';

/** Printable circle of a disc's face, its hole, and the ring of clear plastic round it that takes no ink, in millimetres across. */
export const discDiameter = 117;
const holeDiameter = 15;
const clearDiameter = 46;
const emuPerMillimetre = 36_000;
const pixelsPerMillimetre = 8;

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(content.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** Thin circles on nothing: a PNG of two bits per pixel (transparent, black, grey). */
function circles(): Buffer {
  const size = discDiameter * pixelsPerMillimetre;
  const rings = [[discDiameter - 0.3, 1], [clearDiameter, 2], [holeDiameter, 1]] as const;
  const rowBytes = Math.ceil(size / 4);
  const rows = Buffer.alloc((rowBytes + 1) * size);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const across = (2 * Math.hypot(x + 0.5 - size / 2, y + 0.5 - size / 2)) / pixelsPerMillimetre;
      const ring = rings.find(([diameter]) => Math.abs(across - diameter) < 0.3);
      if (ring === undefined) continue;
      const at = y * (rowBytes + 1) + 1 + (x >> 2);
      rows.writeUInt8(rows.readUInt8(at) | (ring[1] << (6 - 2 * (x % 4))), at);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([2, 3, 0, 0, 0], 8);
  const palette = Buffer.from([255, 255, 255, 0, 0, 0, 150, 150, 150, 255, 255, 255]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header), chunk('PLTE', palette), chunk('tRNS', Buffer.from([0])), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0)),
  ]);
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
