import { expect, test } from 'vitest';
import { createContract } from '../../electron/store/contracts.ts';
import { discEvents, discsOfContract, recordDiscEvent, recordDiscs, recordImage } from '../../electron/store/discs.ts';
import { recordHandover } from '../../electron/store/handovers.ts';
import type { HandoverDisc, NewDiscEvent } from '../../shared/discs/disc.ts';
import { testProfile } from '../helpers/records.ts';
import { openTestStore } from './open-test-store.ts';

const digest = 'ab'.repeat(32);
const disc: HandoverDisc = { number: 1, medium: 'cd', label: 'YWJF_20240803_01', groups: ['第1卷 巡检'], files: 9, bytes: 1000, manifestSha256: digest };

test('discs, their images and every burning and check are kept with their hand-over', () => {
  const store = openTestStore();
  const contract = createContract(store, testProfile());
  const handover = recordHandover(store, contract.id, { name: '交付包', files: 18, bytes: 2000, manifestSha256: digest });
  recordDiscs(store, handover.id, [disc, { ...disc, number: 2, label: 'YWJF_20240803_02' }]);
  recordImage(store, contract.id, handover.id, 2, { bytes: 5000, sha256: 'cd'.repeat(32) });
  expect(discsOfContract(store, contract.id)).toEqual(new Map([[handover.id, [disc, { ...disc, number: 2, label: 'YWJF_20240803_02', imageBytes: 5000, imageSha256: 'cd'.repeat(32) }]]]));
  const event: NewDiscEvent = {
    handoverId: handover.id, number: 1, kind: 'verify', target: 'disc', person: '李示范', drive: '示例刻录机', disc: 'CD-R', ok: false, files: 9, bytes: 1000, digest, problems: ['甲：内容被改动'], problemCount: 1,
  };
  const kept = recordDiscEvent(store, contract.id, event);
  expect(kept).toMatchObject(event);
  expect(discEvents(store, contract.id)).toEqual([kept]);
});
