import type { Environment } from '../../electron/api/environment.ts';

/** A world whose clock and ids follow from nothing but the order of calls. */
export function testEnvironment(overrides: Partial<Environment> = {}): Environment {
  let calls = 0;
  return {
    now: () => new Date(Date.UTC(2025, 8, 29, 1, 0, 0, ++calls)).toISOString(),
    today: () => '2025-09-29',
    newId: () => `01990000-0000-7000-8000-${String(++calls).padStart(12, '0')}`,
    device: '测试电脑',
    user: '测试人员',
    log: () => undefined,
    ...overrides,
  };
}
