import type { ContractPerson, ContractProfile } from '../../shared/contract/profile.ts';
import { createRandom, type Random } from './random.ts';
import type { PlannedItem, ServiceRole } from './service-roles.ts';
import { engineerRoles, givenNames, surnames, userPositions, userUnits } from './texts/people-names.ts';

type Specialty = (typeof engineerRoles)[number]['specialty'];
export type Engineer = { readonly name: string; readonly role: string; readonly specialty: Specialty };
export type User = { readonly name: string; readonly unit: string; readonly position: string; readonly phone: string };

/** Everybody who acts in the sample year. */
export type Cast = {
  readonly manager: string;
  readonly securityLead: string;
  readonly engineers: readonly Engineer[];
  /** The customer's contact, who confirms the forms. */
  readonly contact: User;
  readonly users: readonly User[];
  /** The same people as a contract profile lists them. */
  readonly people: readonly ContractPerson[];
};

const smallestTeam = 3;

function inventNames(random: Random, taken: ReadonlySet<string>): () => string {
  // Given names are used once each, so that no two people are mistaken for each other.
  const given = random.shuffle(givenNames);
  const families = random.shuffle(surnames);
  let used = 0;
  return () => {
    for (;;) {
      const round = Math.floor(used / given.length);
      const name = `${families[(used + round) % families.length] ?? ''}${given[used % given.length] ?? ''}`;
      used += 1;
      if (!taken.has(name)) return name;
    }
  };
}

/** Engineers needed for the contract's person-months over its months, within the roles there are. */
function teamSize(items: readonly PlannedItem[], months: number): number {
  const personMonths = items.reduce((sum, item) => sum + item.personMonths, 0);
  return Math.min(engineerRoles.length, Math.max(smallestTeam, Math.round(personMonths / Math.max(1, months))));
}

/** The people of the sample year, invented by seed. Nobody's name is one that the profile already has. */
export function inventCast(profile: ContractProfile, items: readonly PlannedItem[], months: number, seed: number): Cast {
  const random = createRandom(seed, 'cast');
  const nextName = inventNames(random, new Set(profile.people.map((person) => person.name)));
  const manager = nextName();
  const securityLead = nextName();
  const engineers = engineerRoles.slice(0, teamSize(items, months)).map(({ role, specialty }) => ({ name: nextName(), role, specialty }));
  const phones = random.shuffle(Array.from({ length: 90 }, (_, index) => `010-5550${String(1010 + index * 97)}`));
  const contact: User = { name: nextName(), unit: '信息管理科', position: '科长', phone: phones[0] ?? '' };
  const users = userUnits.flatMap((unit) => [unit, unit]).map((unit, index) => ({
    name: nextName(), unit, position: random.pick(userPositions), phone: phones[index + 1] ?? '',
  }));
  const mobiles = random.shuffle(Array.from({ length: 90 }, (_, index) => `138 0000 ${String(1003 + index * 97)}`));
  const vendorPeople = [
    { name: manager, role: '项目经理' }, { name: securityLead, role: '网络安全负责人' }, ...engineers.map(({ name, role }) => ({ name, role })),
  ].map((person, index): ContractPerson => ({ ...person, side: 'vendor', phone: mobiles[index] ?? '', unit: profile.vendor.name }));
  const clientPeople = [{ ...contact, role: '项目联系人' }, ...users.map((user) => ({ ...user, role: user.position }))]
    .map((user): ContractPerson => ({ name: user.name, role: user.role, side: 'client', phone: user.phone, unit: user.unit }));
  return { manager, securityLead, engineers, contact, users, people: [...vendorPeople, ...clientPeople] };
}

const specialtiesOf: Readonly<Record<ServiceRole, readonly Specialty[]>> = {
  phone: ['support'], mail: ['support'], wechat: ['support', 'application'],
  feature: ['application'], interface: ['application', 'platform'], schedule: ['application', 'platform'], defect: ['application'],
  statistics: ['application', 'support'], technical: ['platform', 'application', 'security'],
  'data-backup': ['platform'], 'file-backup': ['platform'], inspection: ['platform', 'security', 'support'], tuning: ['platform', 'application'],
  patch: ['platform', 'security'], hardening: ['security', 'platform'], incident: ['platform', 'application', 'security'],
  emergency: ['platform', 'security'], training: ['support', 'application'], visit: ['support'], report: ['support', 'application'],
};

/** Engineers in the order in which they would be asked to do this work: those of the trade first, each day another one in front. */
export function engineersFor(cast: Cast, role: ServiceRole, random: Random): Engineer[] {
  const wanted = specialtiesOf[role];
  return random.shuffle(cast.engineers).toSorted((a, b) => Number(!wanted.includes(a.specialty)) - Number(!wanted.includes(b.specialty)));
}
