import type { Contract, ContractProfile, Party } from '../../../shared/contract/profile.ts';
import { formatChineseDate, type LocalDate } from '../../../shared/dates.ts';
import { type Medium, mediumNames } from '../../../shared/deliverables/medium.ts';
import type { DiscContents, Organization, PackageDescription } from '../../handover/package/description.ts';
import { programName, programVersion } from '../program-version.ts';

function organization(party: Party): Organization {
  return { name: party.name, address: party.address, contact: '', phone: party.phone, email: party.email };
}

/** Volume name of a disc, and its number on labels. d-characters only (A–Z, 0–9, _): the volume name of ISO 9660 knows no others. */
export function discLabel(profile: ContractProfile, number: number): string {
  return `YWJF_${profile.service.from.replaceAll('-', '')}_${String(number).padStart(2, '0')}`;
}

/** What is handed over, as covers and labels say it. */
export function handoverTitle({ service }: ContractProfile): string {
  return `${formatChineseDate(service.from)}至${formatChineseDate(service.to)}运维服务验收交付文件`;
}

/** What the package of one disc says of itself and of the others. */
export function describeDisc({ profile }: Contract, request: { readonly today: LocalDate; readonly medium: Medium; readonly discs: readonly DiscContents[]; readonly number: number; readonly secrecy: string; readonly retention: string }): PackageDescription {
  const { today, medium, discs, number, secrecy, retention } = request;
  return {
    title: handoverTitle(profile),
    projectName: profile.projectName,
    contractName: profile.title,
    contractNumber: '',
    customer: organization(profile.client),
    vendor: organization(profile.vendor),
    period: { from: profile.service.from, to: profile.service.to },
    producedOn: today,
    medium: { kind: mediumNames[medium], number: discLabel(profile, number), position: `${number}/${discs.length}` },
    secrecy,
    retention,
    software: `${programName} ${programVersion()}`,
    remarks: profile.delivery.forms.length === 0 ? [] : [`合同约定交付形式：${profile.delivery.forms.join('、')}，${profile.delivery.copies} 份`],
    discs: discs.map(({ number: own, groups, files, bytes }) => ({ number: own, groups, files, bytes })),
  };
}
