import { expect, test } from 'vitest';
import { burnScript, findDrivesScript } from '../../../electron/handover/burn/imapi-scripts.ts';
import { convertScript } from '../../../electron/handover/office/convert-by-automation.ts';
import { endLeftScript } from '../../../electron/handover/office/end-left-processes.ts';
import { powerShellArguments } from '../../../electron/handover/office/power-shell.ts';

/** No PowerShell is here to read the scripts: what can be said of their text. */

const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** The brackets that are left when every one is taken together with its fellow. */
function unpaired(text: string): readonly string[] {
  const open: string[] = [];
  for (const sign of text.match(/[()[\]{}]/g) ?? []) {
    if (pairs[sign] !== undefined && open.at(-1) === pairs[sign]) open.pop();
    else open.push(sign);
  }
  return open;
}

/** The script without what stands in quotes and comments; brackets in texts need not fit. */
function bare(text: string): string {
  return text.replace(/@'\n[\s\S]*?\n'@/g, '').replace(/'[^'\n]*'|"[^"\n]*"/g, '').replace(/#[^\n]*/g, '');
}

test.each([findDrivesScript, burnScript, convertScript, endLeftScript])('$name closes every bracket, and asks COM for the code that is inside what PowerShell throws', ({ text }) => {
  expect(unpaired(bare(text))).toEqual([]);
  expect(bare(text)).not.toMatch(/['"]/);
  expect(text).not.toContain('$_.Exception.HResult');
  // A console that cannot be set must not keep the work from being done.
  expect(text.match(/\[Console\]::OutputEncoding/g)?.length ?? 0).toBe(text.match(/try \{ \[Console\]::OutputEncoding = \[Text\.Encoding\]::UTF8 \} catch \{ \}/g)?.length ?? 0);
});

test('values are arguments of their own, whatever stands in them', () => {
  const image = "C:\\数据 盘\\$env:TEMP `calc` ';& 交付 (1).iso";
  expect(powerShellArguments('C:\\工作\\burn-image.ps1', { Recorder: '\\\\?\\cdrom#x', Image: image }).slice(-5)).toEqual(['C:\\工作\\burn-image.ps1', '-Recorder', '\\\\?\\cdrom#x', '-Image', image]);
});
