import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { memberText, readZip } from '../../../electron/files/zip-reader.ts';
import type { ChannelCall, ChannelName, ChannelOutput } from '../../../shared/ipc/contract.ts';

/** From the empty data folder to the overview of a sample year with known faults. */
export async function createSample(window: Page): Promise<void> {
  await window.getByRole('button', { name: '用示例数据试用' }).click();
  await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible({ timeout: 60_000 });
}

/** All files below a folder, by their path in it. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).toSorted();
}

/** The plain text of a Word document's body. */
export async function documentText(file: string): Promise<string> {
  const body = memberText(readZip(await readFile(file)), 'word/document.xml');
  if (body === undefined) throw new Error(`${file} has no body`);
  return body.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');
}

/** Asks the core from inside the window, past its screens. */
export async function askCore<C extends ChannelName>(window: Page, channel: C, input: ChannelCall<C>): Promise<ChannelOutput<C>> {
  const result = await window.evaluate(async ({ name, body }) => {
    const response = await fetch(`/api/${name}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    return response.text();
  }, { name: channel, body: JSON.stringify(input) });
  // The host answers with what the channel's handler made.
  const answer = JSON.parse(result) as { readonly ok: true; readonly value: ChannelOutput<C> };
  expect(answer.ok).toBe(true);
  return answer.value;
}
