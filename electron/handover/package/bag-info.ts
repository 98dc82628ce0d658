import type { PackageDescription } from './description.ts';

/** `1.5 MB` with decimal prefixes, as RFC 8493 shows Bag-Size and as drives and discs are sold. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['KB', 'MB', 'GB'];
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1000 ** power).toFixed(1)} ${units[power - 1] ?? 'GB'}`;
}

/** Payload-Oxum of RFC 8493 §2.2.2: octets, a dot, number of files. */
export function payloadOxum(bytes: number, files: number): string {
  return `${bytes}.${files}`;
}

/** `2 of 3` for one disc of several (RFC 8493 §2.2.2); nothing for a single package. */
function bagCount({ discs = [], medium }: PackageDescription): string {
  return discs.length < 2 ? '' : medium.position.replace('/', ' of ');
}

/** bag-info.txt: one `Label: value` per line; empty values are left out, line ends inside a value become spaces. */
export function formatBagInfo(description: PackageDescription, payload: { readonly bytes: number; readonly files: number }): string {
  const { vendor, customer, period } = description;
  const rows: readonly (readonly [string, string])[] = [
    ['Source-Organization', vendor.name],
    ['Organization-Address', vendor.address],
    ['Contact-Name', vendor.contact],
    ['Contact-Phone', vendor.phone],
    ['Contact-Email', vendor.email],
    ['External-Description', `${description.projectName}：${description.title}（${period.from} 至 ${period.to}），接收单位 ${customer.name}`],
    ['External-Identifier', description.medium.number],
    ['Bag-Group-Identifier', description.contractNumber || description.contractName],
    ['Bag-Count', bagCount(description)],
    ['Bagging-Date', description.producedOn],
    ['Bag-Size', formatSize(payload.bytes)],
    ['Payload-Oxum', payloadOxum(payload.bytes, payload.files)],
    ['Bag-Software-Agent', description.software],
  ];
  return rows
    .map(([label, value]) => [label, value.replace(/\s+/gu, ' ').trim()] as const)
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}: ${value}\n`)
    .join('');
}

/** The Payload-Oxum that a bag-info.txt states; undefined when it states none. */
export function statedOxum(bagInfo: string): string | undefined {
  return /^Payload-Oxum:[ \t]*(\S+)[ \t]*\r?$/m.exec(bagInfo)?.[1];
}
