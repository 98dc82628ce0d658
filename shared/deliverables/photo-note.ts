import { formatChineseDate, isLocalDate, type LocalDate } from '../dates.ts';
import type { AnyRecord } from '../records/record.ts';

/** What a list of photos says of one (DA/T 50 asks for 题名 时间 地点 人物 摄影者). Empty where nobody has said it: nothing is guessed. */
export type PhotoNote = { readonly title: string; readonly time: string; readonly place: string; readonly people: string; readonly photographer: string };

const marks = { time: /(?:拍摄)?时间/, place: /(?:拍摄)?地点/, people: /人物/, photographer: /(?:摄影|拍摄)(?:者|人)?/ } as const;
/** The first caption of a photo whose camera wrote down when it was taken. */
const moment = /^(\d{4}年\d{1,2}月\d{1,2}日)(?: (\d{1,2}:\d{2}))? ?拍摄[，,；;。\s]*/;

/** The part of a caption behind `地点：`, up to the next stop. */
function stated(caption: string, mark: RegExp): string {
  return new RegExp(`(?:^|[；;，,。\\s])${mark.source}[：:]\\s*([^；;。]+)`).exec(caption)?.[1]?.trim() ?? '';
}

function withoutMarks(caption: string): string {
  const plain = Object.values(marks).reduce((text, mark) => text.replace(new RegExp(`(^|[；;，,。\\s])${mark.source}[：:][^；;。]*[；;。]?`), '$1'), caption);
  return plain.replace(moment, '').replace(/^[；;，,。\s]+|[；;，,\s]+$/g, '');
}

/** The day that the camera wrote down at the head of a caption, and what stands behind it. */
export function cameraDay(caption: string): { readonly day: LocalDate | undefined; readonly rest: string } {
  const taken = moment.exec(caption);
  const [year = '', month = '', day = ''] = taken?.[1]?.match(/\d+/g) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return { day: isLocalDate(date) ? date : undefined, rest: caption.replace(moment, '').trim() };
}

/** Where a record happened, for the kinds that say so. */
function placeOf(record: AnyRecord): string {
  return record.kind === 'visit' || record.kind === 'training' ? (record.body.place ?? '') : '';
}

/**
 * What is known of a record's photo: from its caption (`机柜告警灯；地点：三层机房；摄影：李示范`, or the moment
 * the camera wrote down), else from its record.
 */
export function photoNote(record: AnyRecord, photo: { readonly caption: string }): PhotoNote {
  const taken = moment.exec(photo.caption);
  const [, day = '', clock] = taken ?? [];
  const fromCamera = clock === undefined ? day : `${day} ${clock}`;
  return {
    title: withoutMarks(photo.caption) || record.title,
    time: stated(photo.caption, marks.time) || fromCamera || formatChineseDate(record.date),
    place: stated(photo.caption, marks.place) || placeOf(record),
    people: stated(photo.caption, marks.people),
    photographer: stated(photo.caption, marks.photographer),
  };
}
