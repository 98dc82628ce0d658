import { readFile } from 'node:fs/promises';
import type { Handlers, TemplateInfo } from '../../../shared/ipc/contract.ts';
import { planDeliverables } from '../../../shared/deliverables/plan.ts';
import { kindOf } from '../../../shared/records/kinds.ts';
import { getContract, listContracts } from '../../store/contracts.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';
import { overviewOf } from '../operations/overview.ts';
import { checkContract } from '../operations/records.ts';
import { templateProblems } from '../operations/check-template.ts';

type CheckChannels = 'app.info' | 'overview.get' | 'check.run' | 'deliverables.plan' | 'templates.list';

export function checkHandlers(core: Core, about: { readonly name: string; readonly version: string }): Pick<Handlers, CheckChannels> {
  const { environment, store } = core;
  return {
    'app.info': () => ({ ...about, today: environment.today(), device: environment.device, user: environment.user }),
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
    'templates.list': async () => {
      const titles = new Map(listContracts(store).flatMap((contract) => contract.profile.deliverables.map((deliverable) => [deliverable.template, kindOf(deliverable.kind).title] as const)));
      const files = await core.library.list();
      return Promise.all(files.map(async ({ name, origin, file }): Promise<TemplateInfo> => ({
        name, origin, title: titles.get(name) ?? name, problems: templateProblems(await readFile(file), name),
      })));
    },
  };
}
