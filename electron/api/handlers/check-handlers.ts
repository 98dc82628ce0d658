import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { Handlers } from '../../../shared/ipc/contract.ts';
import { carriedVersion } from '../../store/carried.ts';
import { latestTimestamp } from '../../store/changes.ts';
import { getContract } from '../../store/contracts.ts';
import { fetchRecords, forgetRecords } from '../../store/record-memory.ts';
import { allRecords } from '../../store/records.ts';
import { addWaiver, withdrawWaiver } from '../../store/waivers.ts';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import type { Overview } from '../../../shared/ipc/overview.ts';
import type { Assessment } from '../../../shared/rules/check.ts';
import { subjectOf, substanceOf } from '../../../shared/rules/waiver.ts';
import type { Core } from '../core.ts';
import { overviewOf } from '../operations/overview.ts';
import { latestAnswers } from '../latest-answers.ts';
import { assessContract } from '../operations/records.ts';

type CheckChannels = 'app.info' | 'overview.get' | 'check.run' | 'check.notes' | 'check.waive' | 'check.withdraw';

/** `forget` gives back the memory of everything that can be read or computed again. */
export type Checks = { readonly handlers: Pick<Handlers, CheckChannels>; readonly forget: () => void };

export function createChecks(core: Core, about: { readonly name: string; readonly version: string }): Checks {
  const { environment, store } = core;
  const overviews = latestAnswers<Overview>();
  const assessments = latestAnswers<Assessment>();
  /** Everything that overview and findings are made of: a contract's profile, its records, what was carried out and the day. */
  const basisOf = async (contractId: string, today: LocalDate): Promise<{ readonly contract: Contract; readonly basis: readonly unknown[] }> => {
    await fetchRecords(store, contractId, core.turns.next);
    await core.turns.next();
    const contract = getContract(store, contractId);
    return { contract, basis: [allRecords(store, contractId), contract.revision, contract.isArchived, carriedVersion(store, contractId), today] };
  };
  const assess = async (contractId: string, today: LocalDate): Promise<Assessment> => {
    const { contract, basis } = await basisOf(contractId, today);
    // Photos, papers and waivers change without any record: the change log tells.
    return assessments.of(contractId, [...basis, latestTimestamp(store.statements)], () => assessContract(core, contract, today));
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
    'check.run': async ({ contractId, today = environment.today() }) => (await assess(contractId, today)).findings,
    'check.notes': async ({ contractId, today = environment.today() }) => {
      const { waived, takenOver, lapsed, settings } = await assess(contractId, today);
      return { waived, takenOver, lapsed, settings };
    },
    'check.waive': async ({ contractId, rule, subject, substance, reason }) => {
      const { findings } = await assess(contractId, environment.today());
      const finding = findings.find((candidate) => candidate.rule === rule && subjectOf(candidate) === subject && substanceOf(candidate) === substance);
      if (finding === undefined) throw new AppError('conflict', '这一项问题刚刚变了，请重新检查后再豁免。', { rule });
      addWaiver(store, contractId, { rule, subject, substance, message: finding.message, reason });
      return null;
    },
    'check.withdraw': ({ contractId, id }) => {
      withdrawWaiver(store, contractId, id);
      return null;
    },
  };
  return {
    handlers,
    forget: () => {
      forgetRecords(store);
      overviews.forget();
      assessments.forget();
    },
  };
}
