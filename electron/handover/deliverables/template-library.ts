import { type Stats, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { TemplateData } from '../../../shared/deliverables/record-data.ts';
import { compileWorkbookTemplate } from '../../documents/excel/workbook-template.ts';
import { mayHold } from '../../documents/glance-at-template.ts';
import { recordBookmark } from '../record-bookmark.ts';
import { compileTemplate, formOptions, type RenderReport } from '../../documents/template.ts';
import { photoTags } from '../../../shared/deliverables/photo-data.ts';
import { wholePlace, type TemplateProblem } from '../../documents/tags/template-problem.ts';
import { sha256Hex } from '../../files/digest.ts';

export type TemplateOrigin = 'shipped' | 'own';

/** A finished document, and what it could not show as meant, in sentences for people. */
export type RenderedDocument = { readonly bytes: Uint8Array; readonly warnings: readonly string[] };

/** A template ready to be filled any number of times. */
export type LoadedTemplate = {
  readonly name: string;
  readonly origin: TemplateOrigin;
  readonly sha256: string;
  readonly extension: 'docx' | 'xlsx';
  readonly problems: readonly TemplateProblem[];
  /** Whether documents show the photos of their records. */
  readonly showsPhotos: boolean;
  readonly render: (data: TemplateData) => RenderedDocument;
  /** Each on its own pages of one document. */
  readonly renderMany: (list: readonly TemplateData[]) => RenderedDocument;
};

/** What of a template decides whether its documents would come out the same today. */
export type TemplateFacts = Pick<LoadedTemplate, 'sha256' | 'showsPhotos'>;

export type TemplateFile = { readonly name: string; readonly origin: TemplateOrigin; readonly file: string };

export type TemplateLibrary = {
  /** Every template by name; the user's own stands for the shipped one of the same name. */
  readonly list: () => Promise<readonly TemplateFile[]>;
  /** Throws `not-found` and `template-broken`. A file that was edited meanwhile is compiled anew. */
  readonly load: (name: string) => Promise<LoadedTemplate>;
  /** Without compiling where that is not needed: the big reports would keep the core busy for long. Throws as `load` does. */
  readonly facts: (name: string) => Promise<TemplateFacts>;
};

/** A template without any of this shows no photos; what is wrong with its pictures is found by compiling only. */
const signsOfPhotos = new RegExp(String.raw`${photoTags.join('|')}|\{\s*[%％]`);

const templateName = /^[\p{L}\p{N}._-]{1,100}\.(docx|xlsx)$/u;

function compile(name: string, origin: TemplateOrigin, bytes: Uint8Array): LoadedTemplate {
  const common = { name, origin, sha256: sha256Hex(bytes) };
  if (name.endsWith('.xlsx')) {
    const workbook = compileWorkbookTemplate(bytes);
    return {
      ...common,
      extension: 'xlsx',
      problems: workbook.problems,
      showsPhotos: false,
      render: (data) => {
        const warnings = new Set<string>();
        return { bytes: workbook.render(data, { onDoubt: (_tag, message) => warnings.add(message) }), warnings: [...warnings] };
      },
      renderMany: () => { throw new AppError('invalid-input', `Excel 模板“${name}”只能用于汇总表，不能一份文件装多张单据`, { template: name }); },
    };
  }
  const template = compileTemplate(bytes, formOptions);
  return {
    ...common,
    extension: 'docx',
    problems: template.problems,
    showsPhotos: template.tags.some(({ name, within }) => [name ?? '', ...within].some((used) => photoTags.includes(used))),
    render: (data) => toDocument(template.renderReported(data)),
    // Counted through, to agree with 共 x 页: no program but Word knows the pages of a single record.
    renderMany: (list) => toDocument(template.renderManyReported(list, { pageNumbers: 'continuous', bookmark: recordBookmark })),
  };
}

function toDocument({ bytes, problems }: RenderReport): RenderedDocument {
  return { bytes, warnings: problems.map((problem) => `${wholePlace(problem)}：${problem.message}`) };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  // Word leaves `~$name.docx` beside a file that is open.
  return entries.filter((entry) => entry.isFile() && templateName.test(entry.name)).map((entry) => entry.name).toSorted();
}

/** Asked for every document of a plan; both folders are the program's own, and going back and forth would take ten times as long. */
function factsOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Where templates lie; `own` may not exist yet. */
export type TemplateFolders = { readonly own: string; readonly shipped: string };

/**
 * The shipped templates, overlaid by the user's own of the same name.
 * @param factsElsewhere finds the facts of a template that has none yet, so that this thread need not read it
 */
export function openTemplateLibrary(folders: TemplateFolders, factsElsewhere?: (name: string) => Promise<TemplateFacts>): TemplateLibrary {
  const compiled = new Map<string, { readonly stamp: string; readonly template: LoadedTemplate }>();
  const glanced = new Map<string, { readonly stamp: string; readonly facts: TemplateFacts }>();

  function find(name: string): TemplateFile & { readonly stamp: string } {
    if (!templateName.test(name)) throw new AppError('invalid-input', `模板的文件名“${name}”不能用：只能有文字、数字、点、横线和下划线，以 .docx 或 .xlsx 结尾。`, { template: name });
    for (const origin of ['own', 'shipped'] as const) {
      const file = path.join(folders[origin], name);
      const facts = factsOf(file);
      if (facts?.isFile() === true) return { name, origin, file, stamp: `${file} ${facts.mtimeMs} ${facts.size}` };
    }
    throw new AppError('not-found', `没有找到模板“${name}”。请在“模板”里放入同名文件，或在合同设置里改用别的模板。`, { template: name });
  }

  async function load(name: string): Promise<LoadedTemplate> {
    const found = find(name);
    const known = compiled.get(name);
    if (known?.stamp === found.stamp) return known.template;
    const template = compile(name, found.origin, await readFile(found.file));
    compiled.set(name, { stamp: found.stamp, template });
    return template;
  }

  async function glance(name: string, file: string): Promise<TemplateFacts> {
    if (name.endsWith('.xlsx')) return load(name);
    const bytes = await readFile(file);
    return mayHold(bytes, signsOfPhotos) ? load(name) : { sha256: sha256Hex(bytes), showsPhotos: false };
  }

  return {
    list: async () => {
      const own = new Set(await namesIn(folders.own));
      const shipped = await namesIn(folders.shipped);
      return [...new Set([...own, ...shipped])].toSorted().map((name) => {
        const origin = own.has(name) ? 'own' : 'shipped';
        return { name, origin, file: path.join(folders[origin], name) };
      });
    },
    load,
    facts: async (name) => {
      const { file, stamp } = find(name);
      const known = [compiled.get(name), glanced.get(name)].find((entry) => entry?.stamp === stamp);
      if (known !== undefined) return 'facts' in known ? known.facts : known.template;
      const facts = factsElsewhere === undefined ? await glance(name, file) : await factsElsewhere(name);
      glanced.set(name, { stamp, facts });
      return facts;
    },
  };
}
