import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { DataDigests } from '../../handover/deliverables/data-digest.ts';
import { getContract } from '../../store/contracts.ts';
import { getIssued } from '../../store/issued.ts';
import { reopenPapers, withdrawReopening } from '../../store/seals.ts';
import type { Core } from '../core.ts';
import { attachScans, readScan, removeScan, scansOfDocument } from '../operations/attach-scans.ts';
import { markPapers } from '../operations/mark-papers.ts';
import { signOffBoard } from '../operations/sign-off-board.ts';

type SignOffChannels = 'signOff.board' | 'signOff.mark' | 'signOff.attach' | 'signOff.scans' | 'signOff.readScan' | 'signOff.removeScan' | 'signOff.reopen' | 'signOff.withdraw';

/** The paper of documents: how far it is, its scans, and its next version. */
export function signOffHandlers(core: Core, digests: DataDigests): Pick<Handlers, SignOffChannels> {
  const { store, environment } = core;
  const contractOf = (id: string) => getContract(store, id);
  return {
    'signOff.board': async ({ contractId }) => ({ today: environment.today(), documents: await signOffBoard(core, contractOf(contractId), digests) }),
    'signOff.mark': ({ contractId, documents, state, day, person }) => markPapers(core, contractOf(contractId), documents, state, {
      day: day ?? environment.today(), person: person === undefined || person === '' ? store.environment.user : person,
    }),
    'signOff.attach': ({ contractId, pieces, day }) => attachScans(core, contractOf(contractId), pieces.map(({ file, ...piece }) => ({
      ...piece, name: file.name, content: Buffer.from(file.base64, 'base64'),
    })), day ?? environment.today()),
    'signOff.scans': ({ contractId, ...choice }) => scansOfDocument(core, contractOf(contractId), choice),
    'signOff.readScan': ({ contractId, sha256, ...choice }) => readScan(core, contractOf(contractId), choice, sha256),
    'signOff.removeScan': ({ contractId, version, sha256, ...choice }) => removeScan(core, contractOf(contractId), choice, version, sha256),
    'signOff.reopen': ({ ids, reason }) => {
      reopenPapers(store, ids.map((id) => getIssued(store, id)), reason);
      return { reopened: ids.length };
    },
    'signOff.withdraw': ({ ids }) => ({ withdrawn: withdrawReopening(store, ids.map((id) => getIssued(store, id))) }),
  };
}
