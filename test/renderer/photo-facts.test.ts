import fc from 'fast-check';
import { expect, test } from 'vitest';
import { photoFacts } from '../../renderer/attachments/photo-facts.ts';
import { withExif, type ExifFacts } from '../helpers/exif.ts';
import { jpegOf } from '../helpers/pictures.ts';

const photo = (facts: ExifFacts): Uint8Array => withExif(jpegOf({ width: 4, height: 3 }), facts);

test.each([false, true])('the moment of the photo comes before that of its last change (little endian: %s)', (isLittle) => {
  const changed = '2024:08:06 10:00:00';
  expect(photoFacts(photo({ original: '2024:08:05 09:05:12', changed, hasPlace: true, isLittle }))).toEqual({ taken: { day: '2024-08-05', time: '09:05' }, hasPlace: true });
  expect(photoFacts(photo({ changed, isLittle }))).toEqual({ taken: { day: '2024-08-06', time: '10:00' }, hasPlace: false });
});

test.each(['0000:00:00 00:00:00', '2024:13:05 09:05:12', '2024:08:05 24:00:00', '1970:01:01 00:00:00', '    :  :     :  :  '])('%s is no moment', (original) => {
  expect(photoFacts(photo({ original }))).toEqual({ taken: undefined, hasPlace: false });
});

test('files without facts have none', () => {
  const none = { taken: undefined, hasPlace: false };
  expect([new Uint8Array(), Buffer.from('不是图片'), jpegOf({ width: 4, height: 3 }), jpegOf({ width: 4, height: 3, orientation: 6 })].map(photoFacts)).toEqual([none, none, none, none]);
});

test('no damage to a photo breaks the reading of its facts', () => {
  const whole = photo({ original: '2024:08:05 09:05:12', hasPlace: true });
  fc.assert(fc.property(fc.nat(whole.length), fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (length, at, value) => {
    const damaged = Buffer.from(whole);
    damaged[at] = value;
    expect(typeof photoFacts(damaged.subarray(0, length)).hasPlace).toBe('boolean');
  }), { numRuns: 2000 });
});
