import { describe, expect, it } from 'vitest';
import { compileTemplate, formOptions } from '../../electron/documents/template.ts';
import { memberText, readZip } from '../../electron/files/zip-reader.ts';
import { photoData } from '../../shared/deliverables/photo-data.ts';
import { recordData } from '../../shared/deliverables/record-data.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { newLintFaults, paragraphTexts } from '../helpers/ooxml-lint.ts';
import { newOfficeErrors } from '../helpers/ooxml-validate.ts';
import { jpegOf, pngOf } from '../helpers/pictures.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';
import { inspectionBody } from './form-samples.ts';
import { shipped } from './shipped-files.ts';

const profile = testProfile({});
const record = makeRecord('inspection', inspectionBody(4)) as AnyRecord;
const source = shipped('inspection.docx');
const template = compileTemplate(source, formOptions);
const photo = (caption: string, bytes: Uint8Array) => ({ name: `${caption}.png`, caption, bytes });
const withPhotos = (...photos: readonly ReturnType<typeof photo>[]) => ({ ...recordData(profile, record, [record]), ...photoData(photos) });

/** Sizes of the pictures in centimetres. */
function sizes(bytes: Uint8Array): readonly string[] {
  return [...(memberText(readZip(bytes), 'word/document.xml') ?? '').matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"\/>/g)].map(([, width, height]) => `${Number(width) / 360_000}×${Number(height) / 360_000}`);
}

describe('photos behind an inspection form', () => {
  it('stand two to a row with their numbers and captions; an odd one stands alone', async () => {
    const bytes = template.render(withPhotos(photo('机柜', pngOf(80, 60)), photo('告警灯', pngOf(40, 60)), photo('', jpegOf({ width: 160, height: 60 }))));
    expect(sizes(bytes)).toEqual(['8×6', '4×6', '8×3']);
    expect(paragraphTexts(bytes).filter((text) => /^图\d/.test(text))).toEqual(['图1　机柜', '图2　告警灯', '图3　.png']);
    expect([await newOfficeErrors(source, bytes, 'docx'), newLintFaults(source, bytes)]).toEqual([[], []]);
  });

  it('a form without photos has no such page', () => {
    const bytes = template.render(withPhotos());
    expect([sizes(bytes), paragraphTexts(bytes).filter((text) => text.includes('现场照片'))]).toEqual([[], []]);
  });

  it('a photo whose file is lost leaves a visible gap, and the report names its caption', () => {
    const { bytes, problems } = template.renderReported(withPhotos(photo('机柜', new Uint8Array())));
    expect(paragraphTexts(bytes)).toContain('〔缺照片〕');
    expect(problems.map(({ message }) => message)).toEqual(['“{%左图 80×60毫米}”的照片（机柜）不是完好的 JPEG 或 PNG 文件，纸上印了“〔缺照片〕”。']);
  });
});
