import { expect, test } from 'vitest';
import { burnedOf } from '../../renderer/screens/delivery/disc/disc-size.ts';
import type { DiscEvent } from '../../shared/discs/disc.ts';
import type { PackageStanding } from '../../shared/ipc/delivery-channels.ts';
import type { DiscSet, MadeDisc } from '../../shared/ipc/disc-channels.ts';

function disc(number: number, standing: PackageStanding, events: readonly (Pick<DiscEvent, 'kind' | 'target'> & Partial<Pick<DiscEvent, 'ok'>>)[]): MadeDisc {
  const event = { handoverId: 'h', user: 'u', at: '2025-09-29T01:00:00.000Z', person: '林远航', drive: '', ok: true, files: 1, bytes: 1, digest: '', problems: [], problemCount: 0 };
  return {
    number, medium: 'cd', label: `D_0${number}`, groups: [], files: 1, bytes: 1, manifestSha256: 'a'.repeat(64), standing, hasImage: true,
    events: events.map((own, index) => ({ ...event, ...own, id: `e${index}`, number, disc: '' })),
  };
}

function set(name: string, discs: readonly MadeDisc[]): DiscSet {
  return { handoverId: name, name, madeAt: '2025-09-29T01:00:00.000Z', madeBy: '林远航', discs };
}

test('burned discs of a hand-over are counted before it is made anew; neither a copy that was compared nor a wrong disc in the drive is one, nor what was replaced before', () => {
  const burn = { kind: 'burn', target: 'disc' } as const;
  const sets = [
    set('年度交付', [disc(1, 'whole', [burn, { kind: 'verify', target: 'disc' }]), disc(2, 'whole', [{ kind: 'verify', target: 'folder' }]), disc(3, 'whole', [burn]), disc(4, 'whole', [{ kind: 'verify', target: 'disc', ok: false }])]),
    set('年度交付', [disc(1, 'replaced', [burn])]),
    set('另一份', [disc(1, 'whole', [burn])]),
  ];
  expect(burnedOf(sets, '年度交付')).toBe(2);
  expect(burnedOf(sets, '还没有的')).toBe(0);
});
