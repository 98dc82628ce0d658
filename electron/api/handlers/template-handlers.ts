import { mkdir } from 'node:fs/promises';
import { tagReference } from '../../../shared/deliverables/tag-reference.ts';
import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { TemplateFilter } from '../../../shared/ipc/template-channels.ts';
import { filterReference } from '../../documents/tags/filters/filter-table.ts';
import { bringOwnTemplateBack, earlierTemplates } from '../../handover/deliverables/own-templates.ts';
import { getContract } from '../../store/contracts.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';
import { inspectFile, ownTemplates, readTemplate, replaceTemplate, restoreTemplate, templateFile, type InspectionCache } from '../operations/templates.ts';
import type { Reveal } from './job-handlers.ts';

type TemplateChannels = 'templates.list' | 'templates.inspect' | 'templates.replace' | 'templates.restore' | 'templates.bringBack' | 'templates.read' | 'templates.reveal' | 'templates.reference';

/** An example's result may be a word, a number or a list; people read text. */
const filters: readonly TemplateFilter[] = filterReference.map(({ name, aliases, usage, summary, example }) => ({ name, aliases, usage, summary, tag: example.tag, result: example.result }));

/** The templates: what they are for, whether they are sound, and their exchange for the customer's own. */
export function templateHandlers(core: Core, reveal: Reveal): Pick<Handlers, TemplateChannels> {
  const cache: InspectionCache = new Map();
  const profileOf = (contractId: string | undefined) => (contractId === undefined ? undefined : getContract(core.store, contractId).profile);
  return {
    'templates.list': async ({ contractId }) => {
      const profile = profileOf(contractId);
      const files = await core.library.list();
      return Promise.all(files.map(async (file) => (await inspectFile(core, cache, file, profile)).info));
    },
    'templates.inspect': async ({ contractId, name, subject }) => {
      const { info, inspection } = await inspectFile(core, cache, await templateFile(core, name), profileOf(contractId), subject);
      return { info, tags: inspection.tags, unused: inspection.unused, earlier: await earlierTemplates(ownTemplates(core).folder, name) };
    },
    'templates.replace': async ({ contractId, name, file, acceptsDoubts }) => {
      const { taken, inspection, backup } = await replaceTemplate(core, name, { name: file.name, bytes: Buffer.from(file.base64, 'base64') }, profileOf(contractId), acceptsDoubts);
      return { taken, problems: inspection.problems, doubts: inspection.doubts, ...(backup === undefined ? {} : { backup }) };
    },
    'templates.restore': async ({ name }) => ({ backup: await restoreTemplate(core, name) }),
    'templates.bringBack': async ({ name, backup }) => {
      await templateFile(core, name);
      await bringOwnTemplateBack(ownTemplates(core), name, backup);
      return {};
    },
    'templates.read': async ({ name, origin }) => ({ name, base64: (await readTemplate(core, name, origin)).toString('base64') }),
    'templates.reveal': async () => {
      const { folder } = ownTemplates(core);
      await mkdir(folder, { recursive: true });
      return { opened: await reveal(folder), location: folder };
    },
    'templates.reference': ({ contractId, subject }) => {
      const profile = profileOf(contractId);
      return { ...tagReference(subject, profile === undefined || contractId === undefined ? undefined : { profile, records: allRecords(core.store, contractId) }), filters };
    },
  };
}
