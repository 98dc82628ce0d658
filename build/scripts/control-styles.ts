import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import postcss, { type Rule } from 'postcss';

/** Names of the controls that the sources below a folder take from antd, such as `DatePicker`. */
export function importedControls(folder: string): readonly string[] {
  const names = new Set<string>();
  for (const file of globSync('**/*.{ts,tsx}', { cwd: folder })) {
    const source = readFileSync(path.join(folder, file), 'utf8');
    for (const [, list = ''] of source.matchAll(/import \{([^}]*)\} from 'antd'/g)) {
      for (const item of list.split(',')) {
        const name = item.trim().split(' ')[0] ?? '';
        if (/^[A-Z]/.test(name)) names.add(name);
      }
    }
  }
  return [...names].toSorted();
}

function moduleOf(from: string, wanted: string): string | undefined {
  const base = path.resolve(path.dirname(from), wanted);
  return [`${base}.js`, path.join(base, 'index.js'), base].find((file) => file.endsWith('.js') && existsSync(file));
}

/**
 * Folders of antd's modules whose styles some controls may need: their own and those of all controls that they are made of.
 * @param library the folder of antd's modules
 * Throws for a name that antd does not have.
 */
export function styledFolders(library: string, controls: readonly string[]): ReadonlySet<string> {
  const index = path.join(library, 'index.js');
  const exported = readFileSync(index, 'utf8');
  const waiting = controls.map((name) => {
    const from = new RegExp(`default as ${name} \\} from '([^']+)'`).exec(exported)?.[1];
    const file = from === undefined ? undefined : moduleOf(index, from);
    if (file === undefined) throw new Error(`antd has no ${name}.`);
    return file;
  });
  const seen = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const [, wanted = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g)) {
      const next = moduleOf(file, wanted);
      if (next !== undefined) waiting.push(next);
    }
  }
  return new Set([...seen].map((file) => path.relative(library, file).split(path.sep)).filter(([, inside]) => inside === 'style').map(([folder = '']) => folder));
}

/** Where the classes of a folder's controls are not called like the folder. */
const otherClasses: Readonly<Record<string, readonly string[]>> = { button: ['btn'], 'date-picker': ['picker'], 'float-button': ['float-btn'], grid: ['row', 'col'], 'qr-code': ['qrcode'] };

function classesOf(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => otherClasses[folder] ?? [folder]).toSorted((a, b) => b.length - a.length);
}

/**
 * antd's stylesheet without the rules of controls that the window does not have: all of it made a keystroke in a list of choices wait a third longer
 * for its paint, because rules that ask for a part of a class are looked at for every element. Left out too are the colours of antd's own pages.
 */
export function styleOfControls(css: string, library: string, controls: readonly string[]): string {
  const folders = readdirSync(library).filter((name) => existsSync(path.join(library, name, 'style', 'index.js')));
  const kept = styledFolders(library, controls);
  const known = classesOf(folders);
  const own = new Set(classesOf([...kept]));
  const foreign = new Set(known.filter((name) => !own.has(name)));
  const isForeign = (selector: string): boolean => [...selector.matchAll(/\.ant-([\w-]+)/g)].some(([, name = '']) => {
    const owner = known.find((candidate) => name === candidate || name.startsWith(`${candidate}-`));
    return owner !== undefined && foreign.has(owner);
  });
  const root = postcss.parse(css);
  root.walkRules((rule: Rule) => {
    const selectors = rule.selectors.filter((selector) => !isForeign(selector) && !/^\.(?:css-var-_|data-ant-cssinjs)/.test(selector));
    if (selectors.length === 0) rule.remove();
    else if (selectors.length < rule.selectors.length) rule.selectors = selectors;
  });
  return root.toString();
}
