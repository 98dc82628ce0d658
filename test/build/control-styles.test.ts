import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importedControls, styledFolders, styleOfControls } from '../../build/scripts/control-styles.ts';

const root = path.resolve(import.meta.dirname, '../..');
const library = path.join(root, 'node_modules/antd/es');
const css = readFileSync(path.join(root, 'node_modules/antd/dist/antd.css'), 'utf8');

test('the controls of the window are those that its sources take from antd, and each brings the styles of what it is made of', () => {
  const controls = importedControls(path.join(root, 'renderer'));
  expect(controls).toEqual(expect.arrayContaining(['App', 'Button', 'DatePicker', 'Select']));
  expect(controls).not.toContain('Table');
  const folders = styledFolders(library, ['Dropdown']);
  expect([...folders]).toEqual(expect.arrayContaining(['button', 'dropdown', 'menu']));
  expect(folders.has('table')).toBe(false);
  expect(() => styledFolders(library, ['Abakus'])).toThrow('antd has no Abakus.');
});

test('of every control its rules are there, of every other none', () => {
  const controls = importedControls(path.join(root, 'renderer'));
  const kept = styleOfControls(css, library, controls);
  for (const part of ['.ant-btn', '.ant-select', '.ant-picker', '.ant-modal', '.ant-message', '.ant-checkbox', '.ant-input-number', '.ant-menu', '.ant-badge', '.anticon', '@keyframes']) expect(kept).toContain(part);
  expect(kept).not.toMatch(/\.ant-(?:table|tree|upload|cascader|tabs|form|drawer|color-picker|float-btn)(?:[-.,: {>]|$)/m);
  expect(kept.length).toBeLessThan(css.length * 0.6);
});

test('with every control that has styles, only the colours of antd\'s own pages are left out', () => {
  const named = readFileSync(path.join(library, 'index.js'), 'utf8').matchAll(/default as ([A-Z]\w+) \} from '\.\/([a-z-]+)'/g);
  const all = [...named].filter(([, , folder = '']) => existsSync(path.join(library, folder, 'index.js'))).map(([, name = '']) => name);
  const rules = (text: string): readonly string[] => [...text.matchAll(/([^{}]+)\{/g)].map(([, selector = '']) => selector.trim()).filter((selector) => !/^\.(?:css-var-_|data-ant-cssinjs)/.test(selector));
  expect(rules(styleOfControls(css, library, all))).toEqual(rules(css));
});
