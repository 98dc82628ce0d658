import { addDays, formatChineseDate } from '../../../shared/dates.ts';
import type { RecordInput } from '../../../shared/records/record.ts';
import { photographed, type SamplePhoto } from '../photos.ts';
import type { PlantedFault } from '../planted-fault.ts';

export type PlantedPhotos = { readonly faults: readonly PlantedFault[]; readonly spoil: (photos: readonly SamplePhoto[]) => readonly SamplePhoto[] };

/** Days by which the camera's date lies before the record's. */
const daysBefore = 12;

/** Takes the words off one record's pictures, and dates another's before the record. Nothing where too few records have pictures. */
export function plantPhotoFaults(records: readonly RecordInput[]): PlantedPhotos {
  const [silent, dated] = photographed(records);
  if (silent === undefined || dated === undefined) return { faults: [], spoil: (photos) => photos };
  const day = formatChineseDate(addDays(dated.date, -daysBefore));
  return {
    faults: [
      { rule: 'photo-undescribed', description: `${silent.number} 的照片没有说明`, numbers: [silent.number], date: silent.date },
      { rule: 'photo-date-differs', description: `${dated.number} 的照片拍摄于${day}，与单据日期不符`, numbers: [dated.number], date: dated.date },
    ],
    spoil: (photos) => photos.map((photo) => {
      if (photo.number === silent.number) return { ...photo, caption: '' };
      return photo.number === dated.number ? { ...photo, caption: `${day} 09:15 拍摄，${photo.caption}` } : photo;
    }),
  };
}
