/** What a camera wrote into a photo and a record may want to know, or must not keep. */
export type PhotoFacts = {
  /** When it was taken, by the camera's own clock: `2024-08-05` and `09:05`. */
  readonly taken: { readonly day: string; readonly time: string } | undefined;
  /** Whether it says where it was taken. */
  readonly hasPlace: boolean;
};

const nothing: PhotoFacts = { taken: undefined, hasPlace: false };

const tags = { dateTime: 0x0132, details: 0x8769, place: 0x8825, dateTimeOriginal: 0x9003 };

/** Bytes of a JPEG's Exif block, without its heading. */
function exifOf(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 10 <= bytes.length;) {
    const marker = view.getUint16(at);
    // Behind the start of the scan there is only the picture itself.
    if (marker < 0xffc0 || marker === 0xffda) return undefined;
    const length = view.getUint16(at + 2);
    if (marker === 0xffe1 && view.getUint32(at + 4) === 0x45786966) return bytes.subarray(at + 10, at + 2 + length);
    at += 2 + length;
  }
  return undefined;
}

type Directory = ReadonlyMap<number, { readonly count: number; readonly value: number }>;

/** Entries by tag; `value` is the number itself or where it stands. Entries beyond the end are left out. */
function directoryAt(view: DataView, at: number, isLittle: boolean): Directory {
  if (at === 0 || at + 2 > view.byteLength) return new Map();
  const count = view.getUint16(at, isLittle);
  const places = Array.from({ length: count }, (_, index) => at + 2 + index * 12).filter((place) => place + 12 <= view.byteLength);
  return new Map(places.map((place) => [view.getUint16(place, isLittle), { count: view.getUint32(place + 4, isLittle), value: view.getUint32(place + 8, isLittle) }]));
}

/** `2024:08:05 09:05:12` at the place an entry names. */
function momentOf(exif: Uint8Array, entry: { readonly count: number; readonly value: number } | undefined): PhotoFacts['taken'] {
  if (entry === undefined || entry.count < 19) return undefined;
  const text = String.fromCharCode(...exif.subarray(entry.value, entry.value + 19));
  const [, year, month, day, time] = /^(\d{4}):(0[1-9]|1[0-2]):(0[1-9]|[12]\d|3[01]) ([01]\d:[0-5]\d|2[0-3]:[0-5]\d):\d{2}$/.exec(text) ?? [];
  // Cameras without a set clock write zeros or their maker's first day.
  if (year === undefined || month === undefined || day === undefined || time === undefined || Number(year) < 1990) return undefined;
  return { day: `${year}-${month}-${day}`, time };
}

/** Reads the beginning of a JPEG file. Anything else, or anything broken, has no facts. */
export function photoFacts(bytes: Uint8Array): PhotoFacts {
  const exif = exifOf(bytes);
  if (exif === undefined || exif.length < 8) return nothing;
  const view = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return nothing;
  const isLittle = order === 0x4949;
  const main = directoryAt(view, view.getUint32(4, isLittle), isLittle);
  const details = directoryAt(view, main.get(tags.details)?.value ?? 0, isLittle);
  return {
    taken: momentOf(exif, details.get(tags.dateTimeOriginal)) ?? momentOf(exif, main.get(tags.dateTime)),
    hasPlace: main.has(tags.place),
  };
}
