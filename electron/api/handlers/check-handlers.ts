import path from 'node:path';
import type { Handlers } from '../../../shared/ipc/contract.ts';
import { carriedVersion } from '../../store/carried.ts';
import { getContract } from '../../store/contracts.ts';
import { fetchRecords, forgetRecords } from '../../store/record-memory.ts';
import { allRecords } from '../../store/records.ts';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import type { Overview } from '../../../shared/ipc/overview.ts';
import type { Finding } from '../../../shared/rules/finding.ts';
import type { Core } from '../core.ts';
import { overviewOf } from '../operations/overview.ts';
import { latestAnswers } from '../latest-answers.ts';
import { checkContractInTurns } from '../operations/records.ts';
import { nextTurn } from '../turns.ts';

type CheckChannels = 'app.info' | 'overview.get' | 'check.run';

/** `forget` gives back the memory of everything that can be read or computed again. */
export type Checks = { readonly handlers: Pick<Handlers, CheckChannels>; readonly forget: () => void };

export function createChecks(core: Core, about: { readonly name: string; readonly version: string }): Checks {
  const { environment, store } = core;
  const overviews = latestAnswers<Overview>();
  const findings = latestAnswers<readonly Finding[]>();
  /** Everything that overview and findings are made of: a contract's profile, its records, what was carried out and the day. */
  const basisOf = async (contractId: string, today: LocalDate): Promise<{ readonly contract: Contract; readonly basis: readonly unknown[] }> => {
    await fetchRecords(store, contractId, nextTurn);
    const contract = getContract(store, contractId);
    return { contract, basis: [allRecords(store, contractId), contract.revision, contract.isArchived, carriedVersion(store, contractId), today] };
  };
  const handlers: Checks['handlers'] = {
    'app.info': () => ({
      ...about,
      today: environment.today(),
      device: environment.device,
      user: environment.user,
      access: core.readReason === undefined ? 'write' : 'read',
      ...(core.readReason === undefined ? {} : { readReason: core.readReason }),
      folder: { name: path.basename(core.dataFolder), location: core.dataFolder },
    }),
    'overview.get': async ({ contractId, today = environment.today() }) => {
      const { basis } = await basisOf(contractId, today);
      return overviews.of(contractId, basis, async () => overviewOf(core, contractId, today));
    },
    'check.run': async ({ contractId, today = environment.today() }) => {
      const { contract, basis } = await basisOf(contractId, today);
      return findings.of(contractId, basis, () => checkContractInTurns(core, contract, today));
    },
  };
  return {
    handlers,
    forget: () => {
      forgetRecords(store);
      overviews.forget();
      findings.forget();
    },
  };
}
