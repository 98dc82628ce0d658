/** What a page needs to know of a picture file before it is drawn. Lengths in pixels as stored, before turning. */
export type PictureFacts = {
  readonly format: 'jpeg' | 'png';
  readonly width: number;
  readonly height: number;
  /** Pixels per inch, where the file says so. */
  readonly resolution: { readonly x: number; readonly y: number } | undefined;
  /** How the stored pixels are to be turned for looking at, 1…8 (Exif 2.32, tag 0x0112); 1: as they are. */
  readonly orientation: number;
};

/** Longest side that office programs still draw; a header that claims more is an attack on their memory. In pixels. */
const longestSide = 30_000;

/** Reads the head of a JPEG or PNG file by its content, whatever its name says; undefined for everything else, and for damaged heads. */
export function readPictureFacts(bytes: Uint8Array): PictureFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const facts = isPng(view) ? readPng(view) : isJpeg(view) ? readJpeg(view) : undefined;
  if (facts === undefined || facts.width < 1 || facts.height < 1 || facts.width > longestSide || facts.height > longestSide) return undefined;
  return facts;
}

function isPng(view: DataView): boolean {
  return view.byteLength >= 33 && view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a && view.getUint32(12) === 0x49484452;
}

function readPng(view: DataView): PictureFacts {
  const size = { format: 'png', width: view.getUint32(16), height: view.getUint32(20) } as const;
  let resolution: PictureFacts['resolution'];
  let orientation = 1;
  for (let at = 33; at + 12 <= view.byteLength; ) {
    const length = view.getUint32(at);
    const type = view.getUint32(at + 4);
    // IDAT: what describes the picture stands before its pixels.
    if (type === 0x49444154 || at + 12 + length > view.byteLength) break;
    if (type === 0x70485973 && length === 9 && view.getUint8(at + 16) === 1) resolution = perInch(view.getUint32(at + 8), view.getUint32(at + 12), 0.0254);
    if (type === 0x65584966) orientation = readExif(view, at + 8, length).orientation;
    at += 12 + length;
  }
  return { ...size, resolution, orientation };
}

function isJpeg(view: DataView): boolean {
  return view.byteLength >= 4 && view.getUint16(0) === 0xffd8;
}

const exifMark = 0x45786966;
const jfifMark = 0x4a464946;

function readJpeg(view: DataView): PictureFacts | undefined {
  let resolution: PictureFacts['resolution'];
  let orientation = 1;
  for (let at = 2; at + 4 <= view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    // Fill bytes, and marks without content.
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = view.getUint16(at + 2);
    const content = at + 4;
    if (marker === 0xda || marker === 0xd9 || length < 2 || at + 2 + length > view.byteLength) return undefined;
    if (isFrame(marker)) {
      if (length < 8) return undefined;
      return { format: 'jpeg', height: view.getUint16(content + 1), width: view.getUint16(content + 3), resolution, orientation };
    }
    if (marker === 0xe0 && length >= 14 && view.getUint32(content) === jfifMark) {
      const unit = view.getUint8(content + 7);
      if (unit === 1 || unit === 2) resolution = perInch(view.getUint16(content + 8), view.getUint16(content + 10), unit === 2 ? 2.54 : 1);
    }
    if (marker === 0xe1 && length >= 16 && view.getUint32(content) === exifMark) {
      const exif = readExif(view, content + 6, length - 8);
      orientation = exif.orientation;
      resolution ??= exif.resolution;
    }
    at += 2 + length;
  }
  return undefined;
}

/** Start of frame, of any coding; 0xc4, 0xc8 and 0xcc in their midst mean tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

type Exif = Pick<PictureFacts, 'orientation' | 'resolution'>;

/** The first directory of a TIFF block. Whatever does not fit is as if it were not there: cameras write a lot of nonsense. */
function readExif(view: DataView, from: number, length: number): Exif {
  const none: Exif = { orientation: 1, resolution: undefined };
  const to = from + length;
  if (length < 14) return none;
  const order = view.getUint16(from);
  const little = order === 0x4949;
  if (!little && order !== 0x4d4d) return none;
  const directory = from + view.getUint32(from + 4, little);
  if (directory + 2 > to) return none;
  const count = view.getUint16(directory, little);
  const rational = (entry: number): number | undefined => {
    const at = from + view.getUint32(entry + 8, little);
    return at + 8 > to ? undefined : view.getUint32(at, little) / view.getUint32(at + 4, little);
  };
  let orientation = 1;
  let unit = 2;
  let x: number | undefined;
  let y: number | undefined;
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > to) break;
    const tag = view.getUint16(entry, little);
    if (tag === 0x0112) orientation = view.getUint16(entry + 8, little);
    else if (tag === 0x011a) x = rational(entry);
    else if (tag === 0x011b) y = rational(entry);
    else if (tag === 0x0128) unit = view.getUint16(entry + 8, little);
  }
  const known = x !== undefined && y !== undefined && (unit === 2 || unit === 3) ? perInch(x, y, unit === 3 ? 2.54 : 1) : undefined;
  return { orientation: orientation >= 1 && orientation <= 8 ? orientation : 1, resolution: known };
}

/** Only what a printed page can mean: programs that know no resolution write 0, 1 or 72000. */
function perInch(x: number, y: number, factor: number): PictureFacts['resolution'] {
  const [across, down] = [x * factor, y * factor];
  return across >= 30 && across <= 2400 && down >= 30 && down <= 2400 ? { x: across, y: down } : undefined;
}
