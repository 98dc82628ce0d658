import path from 'node:path';
import type { Handlers } from '../../../shared/ipc/contract.ts';
import { planDeliverables } from '../../../shared/deliverables/plan.ts';
import { getContract } from '../../store/contracts.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';
import { overviewOf } from '../operations/overview.ts';
import { checkContract } from '../operations/records.ts';

type CheckChannels = 'app.info' | 'overview.get' | 'check.run' | 'deliverables.plan';

export function checkHandlers(core: Core, about: { readonly name: string; readonly version: string }): Pick<Handlers, CheckChannels> {
  const { environment, store } = core;
  return {
    'app.info': () => ({
      ...about,
      today: environment.today(),
      device: environment.device,
      user: environment.user,
      access: core.readReason === undefined ? 'write' : 'read',
      ...(core.readReason === undefined ? {} : { readReason: core.readReason }),
      folder: { name: path.basename(core.dataFolder), location: core.dataFolder },
    }),
    'overview.get': ({ contractId, today }) => overviewOf(core, contractId, today ?? environment.today()),
    'check.run': ({ contractId, today }) => checkContract(core, getContract(store, contractId), today ?? environment.today()),
    'deliverables.plan': ({ contractId }) => {
      const { profile } = getContract(store, contractId);
      const planned = planDeliverables(profile, allRecords(store, contractId));
      return profile.deliverables.filter((deliverable) => deliverable.enabled).map((deliverable) => {
        const files = planned.filter((file) => file.deliverable.id === deliverable.id);
        return {
          id: deliverable.id,
          title: deliverable.title,
          template: deliverable.template,
          records: files.reduce((sum, file) => sum + file.records.length, 0),
          files: files.map((file) => ({ name: file.name, period: file.period.label, records: file.records.length })),
        };
      });
    },
  };
}
