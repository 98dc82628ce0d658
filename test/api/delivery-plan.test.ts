import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { closeCore, openCore, type Core } from '../../electron/api/core.ts';
import { deliveryPlan } from '../../electron/api/operations/delivery-plan.ts';
import { createDataDigests } from '../../electron/handover/deliverables/data-digest.ts';
import { createContract } from '../../electron/store/contracts.ts';
import { AppError, type AppErrorCode } from '../../shared/app-error.ts';
import { testEnvironment } from '../helpers/environment.ts';
import { testProfile } from '../helpers/records.ts';

const templatesFolder = fileURLToPath(new URL('../../templates', import.meta.url));

/** A core whose reading of templates ends with an error. */
function coreFailingWith(code: AppErrorCode): Core {
  const folder = mkdtempSync(path.join(tmpdir(), 'plan-'));
  const core = openCore({ dataFolder: folder, templatesFolder, environment: testEnvironment() });
  onTestFinished(() => {
    closeCore(core);
    rmSync(folder, { recursive: true, force: true });
  });
  return { ...core, maker: { ...core.maker, facts: () => Promise.reject(new AppError(code, '读模板时出错')) } };
}

test('a broken template is a fault of its deliverable; a program that gave up is a failure of the whole plan, to be tried again', async () => {
  const broken = coreFailingWith('template-broken');
  const plan = await deliveryPlan(broken, createContract(broken.store, testProfile()), createDataDigests());
  expect(new Set(plan.map(({ fault }) => fault))).toEqual(new Set(['读模板时出错']));

  const gone = coreFailingWith('internal');
  await expect(deliveryPlan(gone, createContract(gone.store, testProfile()), createDataDigests())).rejects.toMatchObject({ code: 'internal' });
});
