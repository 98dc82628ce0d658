export type ExifFacts = {
  /** `2024:08:05 09:05:12`, when the photo was taken. */
  readonly original?: string;
  /** When the file was last changed. */
  readonly changed?: string;
  readonly hasPlace?: boolean;
  readonly isLittle?: boolean;
  /** 1 upright, 6 turned by a quarter to the right before it is looked at. */
  readonly orientation?: number;
};

/** The facts that phones write into their photos, as a JPEG segment: a main directory, one of details behind it, and texts behind both. */
export function exifSegment({ original, changed, hasPlace = false, isLittle = false, orientation = 1 }: ExifFacts): Uint8Array {
  const exif = Buffer.alloc(172);
  const short = (value: number, at: number): void => void (isLittle ? exif.writeUInt16LE(value, at) : exif.writeUInt16BE(value, at));
  const long = (value: number, at: number): void => void (isLittle ? exif.writeUInt32LE(value, at) : exif.writeUInt32BE(value, at));
  const entry = (at: number, tag: number, type: number, count: number, write: (valueAt: number) => void): void => {
    short(tag, at);
    short(type, at + 2);
    long(count, at + 4);
    write(at + 8);
  };
  exif.write(isLittle ? 'II' : 'MM', 0, 'latin1');
  short(42, 2);
  long(8, 4);
  short(4, 8);
  entry(10, 0x0112, 3, 1, (at) => short(orientation, at));
  entry(22, changed === undefined ? 0x0131 : 0x0132, 2, 20, (at) => long(122, at));
  entry(34, 0x8769, 4, 1, (at) => long(72, at));
  entry(46, hasPlace ? 0x8825 : 0x8826, 4, 1, (at) => long(112, at));
  short(1, 72);
  entry(74, original === undefined ? 0x9004 : 0x9003, 2, 20, (at) => long(144, at));
  exif.write(changed ?? '', 122, 'latin1');
  exif.write(original ?? '', 144, 'latin1');
  const heading = Buffer.from([0xff, 0xe1, 0, 0]);
  heading.writeUInt16BE(exif.length + 8, 2);
  return Buffer.concat([heading, Buffer.from('Exif\0\0', 'latin1'), exif]);
}

/** A JPEG with these facts at its beginning. */
export function withExif(jpeg: Uint8Array, facts: ExifFacts): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), exifSegment(facts), jpeg.subarray(2)]);
}
