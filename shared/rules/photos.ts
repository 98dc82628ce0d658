import { formatChineseDate } from '../dates.ts';
import { cameraDay, photoNote } from '../deliverables/photo-note.ts';
import type { AnyRecord } from '../records/record.ts';
import { defineRule, type Observation } from './define-rule.ts';
import type { RuleInput, RulePhoto } from './finding.ts';
import { allAgedRecords, nameOf } from './rule-records.ts';

/** Kinds whose photos show a place that only the form or the caption can name. */
const placedKinds: ReadonlySet<AnyRecord['kind']> = new Set(['visit', 'training']);

function withPhotos(input: RuleInput): { readonly record: AnyRecord; readonly photos: readonly RulePhoto[] }[] {
  const { photos } = input;
  if (photos === undefined || photos.size === 0) return [];
  return allAgedRecords(input).flatMap((record) => {
    const own = photos.get(record.id);
    return own === undefined || own.length === 0 ? [] : [{ record, photos: own }];
  });
}

function named(photos: readonly RulePhoto[]): string {
  const names = photos.slice(0, 3).map(({ name }) => `“${name}”`).join('、');
  return photos.length > 3 ? `${names}等 ${photos.length} 张照片` : `照片${names}`;
}

/** 照片缺说明、地点: what a picture shows cannot be told a year later. Its day is the record's unless the camera says otherwise. */
export const photoUndescribed = defineRule({
  id: 'photo-undescribed',
  title: '照片没有说明或地点',
  severity: 'warning',
  observe: (input) => withPhotos(input).flatMap(({ record, photos }): Observation[] => {
    const silent = photos.filter(({ caption }) => cameraDay(caption).rest === '');
    const placeless = placedKinds.has(record.kind) ? photos.filter((photo) => photoNote(record, photo).place === '') : [];
    const problems = [
      ...(silent.length === 0 ? [] : [`${named(silent)}没有说明`]),
      ...(placeless.length === 0 ? [] : [`${named(placeless)}没有写明地点`]),
    ];
    return problems.length === 0 ? [] : [{
      message: `${nameOf(record)} 的${problems.join('；')}。`,
      advice: '在单据的附件栏给照片写一句说明，如“机柜告警灯；地点：三层机房”。',
      recordIds: [record.id],
      date: record.date,
    }];
  }),
});

/** 照片日期与单据日期不符: the day the camera wrote down against the day of the record. */
export const photoDateDiffers = defineRule({
  id: 'photo-date-differs',
  title: '照片拍摄日期与单据日期不符',
  severity: 'warning',
  observe: (input) => withPhotos(input).flatMap(({ record, photos }): Observation[] => {
    const others = photos.flatMap(({ name, caption }) => {
      const { day } = cameraDay(caption);
      // A repair may be photographed until the paper is signed, never before the record's day.
      const signed = record.signOff.executedOn ?? record.date;
      return day === undefined || (day >= record.date && day <= signed) ? [] : [`“${name}”拍摄于 ${formatChineseDate(day)}`];
    });
    return others.length === 0 ? [] : [{
      message: `${nameOf(record)} 的日期是 ${formatChineseDate(record.date)}，照片${others.slice(0, 3).join('、')}${others.length > 3 ? ` 等 ${others.length} 张` : ''}。`,
      advice: '核对照片是否附错了单据；相机时钟不准的，改正照片说明里的日期并注明。',
      recordIds: [record.id],
      date: record.date,
    }];
  }),
});
