import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newUuid7 } from '../../electron/api/environment.ts';

test('ids have the form of a UUID version 7 and sort by their time', () => {
  fc.assert(fc.property(
    fc.integer({ min: 0, max: 2 ** 47 }), fc.integer({ min: 1, max: 2 ** 40 }), fc.uint8Array({ minLength: 10, maxLength: 10 }), fc.uint8Array({ minLength: 10, maxLength: 10 }),
    (time, later, first, second) => {
      const [a, b] = [newUuid7(time, first), newUuid7(time + later, second)];
      expect(a).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(a < b).toBe(true);
    },
  ));
});
