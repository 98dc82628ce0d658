import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fitted, keepWindowState, readWindowState, type WindowState } from '../../electron/main/window-state.ts';

const desk = [{ workArea: { x: 0, y: 0, width: 1366, height: 728 } }];
const withBeamer = [...desk, { workArea: { x: 1366, y: 0, width: 1920, height: 1040 } }];
const state: WindowState = { x: 1500, y: 20, width: 1600, height: 900, isMaximized: true };

function settingsFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'window-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('each arrangement of screens has its own place', () => {
  const folder = settingsFolder();
  keepWindowState(folder, withBeamer, state);
  expect([readWindowState(folder, desk), readWindowState(folder, withBeamer), readWindowState(folder, withBeamer.toReversed())]).toEqual([undefined, state, state]);
  const onDesk = { ...state, x: 10, width: 1000, height: 600 };
  keepWindowState(folder, desk, onDesk);
  expect([readWindowState(folder, desk), readWindowState(folder, withBeamer)]).toEqual([onDesk, state]);
});

test('a window whose title bar would be on no screen begins anew; a larger one than the screen is made to fit', () => {
  expect([fitted(state, desk), fitted({ ...state, x: 0, y: -500 }, desk), fitted({ ...state, x: 0, y: 0 }, desk)]).toEqual([undefined, undefined, { ...state, x: 0, y: 0, width: 1366, height: 728 }]);
});

test('a file that was damaged is as none', () => {
  const folder = settingsFolder();
  for (const text of ['', '{', '{"arrangements":[{"screens":"1366x728@0,0","state":{"x":"0"}}]}', '[]']) {
    writeFileSync(path.join(folder, 'window-state.json'), text);
    expect(readWindowState(folder, desk)).toBeUndefined();
  }
});

test('whatever was kept, the title bar can be taken hold of', () => {
  const number = fc.integer({ min: -5000, max: 5000 });
  fc.assert(fc.property(number, number, fc.integer({ min: 1, max: 8000 }), fc.integer({ min: 1, max: 8000 }), (x, y, width, height) => {
    const fit = fitted({ x, y, width, height, isMaximized: false }, desk);
    if (fit === undefined) return;
    expect(fit.width <= 1366 && fit.height <= 728 && fit.x < 1366 && fit.y >= 0 && fit.y < 728).toBe(true);
  }));
});
