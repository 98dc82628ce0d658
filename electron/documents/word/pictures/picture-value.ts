import { emuPerInch, type PictureBox } from '../../tags/picture-box.ts';

/** A picture as data: the bytes of a JPEG or PNG file and what it shows, for people who cannot see it. */
export type PictureValue = { readonly bytes: Uint8Array; readonly description?: string };

/** A picture found in the data; box only where the data itself asks for one. */
export type FoundPicture = { readonly bytes: Uint8Array; readonly description: string; readonly box: PictureBox | undefined };

/** What the value of a picture tag is: pictures, nothing, or something else. */
export type PictureReading = { readonly pictures: readonly FoundPicture[]; readonly fault: string | undefined };

const dataUrlStart = /^data:image\/(?:jpeg|jpg|png);base64,/;
/** Looked for from left to right, never going back: a pattern of the whole address would need a stack as deep as it is long. */
const notBase64 = /[^A-Za-z0-9+/=\s]/;

/**
 * Reads the value of a picture tag: bytes, `{bytes, description}`, a `data:` address with base64 (as in JSON), a list of these, or the
 * form that easy-template-x knows, `{_type: 'image', source, width, height, altText}` with its lengths in pixels.
 */
export function readPictures(value: unknown): PictureReading {
  return readNested(value, 0);
}

/** Lists of lists, as filters make them; deeper ones are no pictures. */
const deepest = 8;

function readNested(value: unknown, depth: number): PictureReading {
  if (value === undefined || value === null || value === '' || value === false) return { pictures: [], fault: undefined };
  if (Array.isArray(value) && depth < deepest) {
    const readings = value.map((item: unknown) => readNested(item, depth + 1));
    return { pictures: readings.flatMap(({ pictures }) => pictures), fault: readings.find(({ fault }) => fault !== undefined)?.fault };
  }
  const picture = readPicture(value);
  return picture === undefined ? { pictures: [], fault: '这一项的内容不是照片' } : { pictures: [picture], fault: undefined };
}

function readPicture(value: unknown): FoundPicture | undefined {
  if (value instanceof Uint8Array) return { bytes: value, description: '', box: undefined };
  if (typeof value === 'string') return fromDataUrl(value);
  if (typeof value !== 'object' || value === null) return undefined;
  const bytes = bytesOf(own(value, 'bytes') ?? own(value, 'source'));
  if (bytes === undefined) return undefined;
  const description = own(value, 'description') ?? own(value, '说明') ?? own(value, 'altText');
  return { bytes, description: typeof description === 'string' ? description : '', box: boxOf(own(value, 'width'), own(value, 'height')) };
}

function fromDataUrl(text: string): FoundPicture | undefined {
  const start = dataUrlStart.exec(text)?.[0];
  if (start === undefined || text.length === start.length) return undefined;
  const encoded = text.slice(start.length);
  return notBase64.test(encoded) ? undefined : { bytes: Buffer.from(encoded, 'base64'), description: '', box: undefined };
}

function bytesOf(value: unknown): Uint8Array | undefined {
  if (value instanceof Uint8Array) return value;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return typeof value === 'string' ? fromDataUrl(value)?.bytes : undefined;
}

function boxOf(width: unknown, height: unknown): PictureBox | undefined {
  const length = (pixels: unknown): number | undefined => (typeof pixels === 'number' && pixels > 0 && pixels < 5000 ? Math.round((pixels * emuPerInch) / 96) : undefined);
  const box = { width: length(width), height: length(height) };
  return box.width === undefined && box.height === undefined ? undefined : box;
}

function own(holder: object, name: string): unknown {
  return Object.hasOwn(holder, name) ? Reflect.get(holder, name) : undefined;
}
