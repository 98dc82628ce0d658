import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCore } from '../../electron/api/core.ts';
import { systemEnvironment } from '../../electron/api/environment.ts';
import { carryOut } from '../../electron/api/operations/carried.ts';
import { createContract, listContracts } from '../../electron/store/contracts.ts';
import { carriedPermission } from './carried.ts';
import { testProfile } from './records.ts';

/** Makes one carried copy after the other until it is killed: `carry-child.ts DATA STICK`. */
const [, , dataFolder = '', stick = ''] = process.argv;
const core = openCore({ dataFolder, templatesFolder: fileURLToPath(new URL('../../templates', import.meta.url)), environment: systemEnvironment(() => undefined) });
const contract = listContracts(core.store)[0] ?? createContract(core.store, testProfile());
process.send?.('begun');
for (let turn = 0; turn < 100; turn += 1) {
  // Names go by the second.
  await carryOut({ ...core, environment: { ...core.environment, now: () => new Date(Date.now() + turn * 1000).toISOString() } }, {
    contractId: contract.id, content: 'check-package', source: '大', folder: path.resolve(stick), permission: carriedPermission(), protection: { way: 'encrypted', passphrase: 'K7MQ-3XWF-9TRD-HN4C-V2JP' },
  });
}
