import type { RecordInput } from '../../shared/records/record.ts';
import { blankDrawing, drawingPng, fillRectangle, type Drawing } from './drawing.ts';
import { createRandom, type Random } from './random.ts';

/** A drawn stand-in for a photo taken on site, for the record of that number. */
export type SamplePhoto = { readonly number: string; readonly name: string; readonly caption: string; readonly mediaType: 'image/png'; readonly content: Uint8Array };

const [paper, dark, frame, light, green, red, blue, amber] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const palette = [[250, 250, 248], [38, 44, 52], [92, 102, 114], [205, 211, 217], [38, 166, 91], [214, 48, 49], [41, 121, 199], [240, 173, 38]] as const;
const width = 640;
const height = 420;

type Finding = { readonly 巡检项目: string; readonly isMended: boolean };

/**
 * Two pictures for every inspection that found something: how it was, and how it is. Drawn, so that nobody takes them for photos of a
 * real place; the same seed draws the same.
 */
export function createPhotos(seed: number, records: readonly RecordInput[]): readonly SamplePhoto[] {
  return records.flatMap((record) => {
    const finding = record.kind === 'inspection' && record.status === 'final' ? firstFinding(record.body) : undefined;
    if (finding === undefined || record.number === undefined) return [];
    const random = createRandom(seed, `photo ${record.number}`);
    const photo = (caption: string, name: string, content: Uint8Array): SamplePhoto => ({ number: record.number ?? '', name, caption, mediaType: 'image/png', content });
    const found = photo(`${finding.巡检项目}：发现异常时`, '异常现场.png', drawRack(random, true));
    return finding.isMended ? [found, photo(`${finding.巡检项目}：处理后恢复正常`, '处理后.png', drawCurve(random))] : [found];
  });
}

/** Numbers of the records that get pictures, in their order; nothing is drawn for it. */
export function photographed(records: readonly RecordInput[]): readonly { readonly number: string; readonly date: string }[] {
  return records.flatMap(({ kind, status, number, body }) => {
    const date = body['date'];
    return kind === 'inspection' && status === 'final' && number !== undefined && typeof date === 'string' && firstFinding(body) !== undefined ? [{ number, date }] : [];
  });
}

function firstFinding(body: Readonly<Record<string, unknown>>): Finding | undefined {
  const items = Array.isArray(body['items']) ? (body['items'] as readonly Readonly<Record<string, unknown>>[]) : [];
  const item = items.find((candidate) => candidate['result'] === '异常');
  return item === undefined ? undefined : { 巡检项目: typeof item['item'] === 'string' ? item['item'] : '巡检项目', isMended: item['rectifiedOn'] !== undefined };
}

/** A cabinet with servers; one of them shows a red light. */
function drawRack(random: Random, isBad: boolean): Uint8Array {
  const drawing = blankDrawing(width, height, light);
  fillRectangle(drawing, 0, 360, width, 60, frame);
  const bad = random.whole(2, 10);
  for (const [cabinet, left] of [60, 250, 440].entries()) {
    fillRectangle(drawing, left, 24, 150, 350, dark);
    for (let unit = 0; unit < 12; unit++) {
      const top = 36 + unit * 27;
      fillRectangle(drawing, left + 10, top, 130, 21, frame);
      for (let slot = 0; slot < 6; slot++) fillRectangle(drawing, left + 16 + slot * 14, top + 5, 10, 11, dark);
      const isThis = isBad && cabinet === 1 && unit === bad;
      fillRectangle(drawing, left + 106, top + 7, 8, 8, isThis ? red : green);
      fillRectangle(drawing, left + 120, top + 7, 8, 8, isThis ? amber : random.chance(0.8) ? green : frame);
      if (isThis) outline(drawing, left + 4, top - 4, 142, 29);
    }
  }
  return drawingPng(drawing, palette);
}

function outline(drawing: Drawing, left: number, top: number, across: number, down: number): void {
  for (const [x, y, w, h] of [[0, 0, across, 4], [0, down - 4, across, 4], [0, 0, 4, down], [across - 4, 0, 4, down]] as const) fillRectangle(drawing, left + x, top + y, w, h, red);
}

/** A monitor's curve that went over its limit and came back. */
function drawCurve(random: Random): Uint8Array {
  const drawing = blankDrawing(width, height, paper);
  fillRectangle(drawing, 0, 0, width, 34, dark);
  for (let line = 0; line < 6; line++) fillRectangle(drawing, 48, 70 + line * 58, 560, 1, light);
  fillRectangle(drawing, 48, 128, 560, 2, red);
  fillRectangle(drawing, 48, 60, 2, 302, frame);
  fillRectangle(drawing, 48, 360, 560, 2, frame);
  const from = random.whole(14, 22);
  const to = from + random.whole(6, 10);
  for (let step = 0; step < 56; step++) {
    const isOver = step >= from && step < to;
    const value = (isOver ? 262 : 150) + random.whole(-16, 16);
    fillRectangle(drawing, 50 + step * 10, 360 - value, 7, value, isOver ? amber : blue);
  }
  return drawingPng(drawing, palette);
}
