import type { Handlers } from '../../../shared/ipc/contract.ts';
import { dropDraft, getDraft, keepDraft, keepDraftFile, listDrafts, readDraftFile } from '../../store/drafts.ts';
import type { Core } from '../core.ts';
import { mediaTypeOf } from '../media-type.ts';

type DraftChannels = 'drafts.keep' | 'drafts.get' | 'drafts.list' | 'drafts.drop' | 'drafts.keepFile' | 'drafts.readFile';

/** Input that was not saved yet. */
export function draftHandlers(core: Core): Pick<Handlers, DraftChannels> {
  const { store } = core;
  return {
    'drafts.keep': (input) => {
      const kept = keepDraft(store, input);
      core.emit('drafts.changed', { contractId: input.contractId, key: kept.key, version: kept.version });
      return kept;
    },
    'drafts.get': ({ contractId, key }) => getDraft(store, contractId, key) ?? null,
    'drafts.list': ({ contractId }) => listDrafts(store, contractId),
    'drafts.drop': ({ contractId, key }) => {
      const dropped = dropDraft(store, contractId, key);
      if (dropped) core.emit('drafts.changed', { contractId, key, version: 0 });
      return { dropped };
    },
    'drafts.keepFile': ({ contractId, key, file }) => keepDraftFile(store, contractId, key, { name: file.name, content: Buffer.from(file.base64, 'base64') }),
    'drafts.readFile': ({ contractId, key, sha256 }) => {
      const content = readDraftFile(store, contractId, key, sha256);
      return { base64: content.toString('base64'), mediaType: mediaTypeOf(content) };
    },
  };
}
