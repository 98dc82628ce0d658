import path from 'node:path';
import type { BrowserWindow, Display, Rectangle } from 'electron';
import { z } from 'zod';
import { readKept, writeKept } from '../api/kept-file.ts';

const stateSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  isMaximized: z.boolean(),
});

/** Where the window stood and how large it was, in the points of the screens. */
export type WindowState = z.output<typeof stateSchema>;

/** By the arrangement of screens: with the beamer plugged in the window stands elsewhere than on the desk. */
const fileSchema = z.object({ arrangements: z.array(z.object({ screens: z.string(), state: stateSchema })) });

const mostArrangements = 8;
/** So much of the title bar must be on a screen that a hand can take hold of it. */
const graspable = { width: 120, height: 30 };

type Screens = readonly Pick<Display, 'workArea'>[];

function arrangementOf(screens: Screens): string {
  return screens.map(({ workArea: { x, y, width, height } }) => `${width}x${height}@${x},${y}`).toSorted().join(' ');
}

function overlap(a: Rectangle, b: Rectangle): { readonly width: number; readonly height: number } {
  return {
    width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  };
}

/** The state made to fit the screens that are there now; undefined when no screen would show the title bar. */
export function fitted(state: WindowState, screens: Screens): WindowState | undefined {
  const titleBar: Rectangle = { x: state.x, y: state.y, width: state.width, height: graspable.height };
  const screen = screens.find(({ workArea }) => {
    const seen = overlap(titleBar, workArea);
    return seen.width >= Math.min(graspable.width, state.width) && seen.height >= graspable.height;
  });
  if (screen === undefined) return undefined;
  const { workArea } = screen;
  return { ...state, width: Math.min(state.width, workArea.width), height: Math.min(state.height, workArea.height) };
}

function fileIn(folder: string): string {
  return path.join(folder, 'window-state.json');
}

/** What was kept for this arrangement of screens, if it still fits. */
export function readWindowState(folder: string, screens: Screens): WindowState | undefined {
  const kept = readKept(fileIn(folder), fileSchema)?.arrangements.find((entry) => entry.screens === arrangementOf(screens));
  return kept === undefined ? undefined : fitted(kept.state, screens);
}

/** Keeps the state for this arrangement of screens, whole or not at all. Throws what the file system says. */
export function keepWindowState(folder: string, screens: Screens, state: WindowState): void {
  const arrangement = arrangementOf(screens);
  const others = readKept(fileIn(folder), fileSchema)?.arrangements.filter((entry) => entry.screens !== arrangement) ?? [];
  writeKept(fileIn(folder), { arrangements: [{ screens: arrangement, state }, ...others].slice(0, mostArrangements) });
}

/** How the window stands now; a maximised one with the size it will go back to. */
export function stateOf(window: Pick<BrowserWindow, 'getNormalBounds' | 'isMaximized'>): WindowState {
  const { x, y, width, height } = window.getNormalBounds();
  return { x, y, width, height, isMaximized: window.isMaximized() };
}

const restMs = 400;

/** Keeps the state whenever the window comes to rest, and at its end. A folder that cannot be written is told to `failed`. */
export function followWindowState(window: BrowserWindow, folder: string, screens: () => Screens, failed: (error: unknown) => void): void {
  let timer: NodeJS.Timeout | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    try {
      keepWindowState(folder, screens(), stateOf(window));
    } catch (error) {
      failed(error);
    }
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, restMs);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('maximize', soon);
  window.on('unmaximize', soon);
  window.on('close', keep);
}
