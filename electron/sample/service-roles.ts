import type { ContractProfile, ServiceItem } from '../../shared/contract/profile.ts';

/** What kind of work a priced service item asks for, as far as its name and its evidence tell. */
export type ServiceRole =
  | 'phone' | 'mail' | 'wechat'
  | 'feature' | 'interface' | 'schedule' | 'defect' | 'statistics' | 'technical'
  | 'data-backup' | 'file-backup' | 'inspection' | 'tuning' | 'patch' | 'hardening'
  | 'incident' | 'emergency' | 'training' | 'visit' | 'report';

// Order matters: 电话咨询、问题排查 is the telephone's, not 咨询's; 应用系统漏洞补丁 is a patch, not hardening.
const namePatterns: readonly (readonly [RegExp, ServiceRole])[] = [
  [/电话|热线/, 'phone'],
  [/邮件|邮箱/, 'mail'],
  [/微信|即时通/, 'wechat'],
  [/培训/, 'training'],
  [/走访|满意度|回访/, 'visit'],
  [/报告|总结|文档/, 'report'],
  [/文件.*备份|备份.*文件/, 'file-backup'],
  [/备份|恢复/, 'data-backup'],
  [/例查|巡检|例行检查|日常检查/, 'inspection'],
  [/应急|演练|重保/, 'emergency'],
  [/bug|缺陷|错误修/i, 'defect'],
  [/补丁|升级/, 'patch'],
  [/加固|安全|漏洞|等保/, 'hardening'],
  [/调优|性能|优化/, 'tuning'],
  [/故障/, 'incident'],
  [/接口|交换|对接/, 'interface'],
  [/定时|算法|调度/, 'schedule'],
  [/统计|报表/, 'statistics'],
  [/功能|模块|应用/, 'feature'],
];

const evidenceRoles: Readonly<Record<string, ServiceRole>> = {
  inspection: 'inspection', incident: 'incident', training: 'training', visit: 'visit', survey: 'visit',
  'backup-run': 'data-backup', change: 'patch', report: 'report', request: 'feature',
};

/** The role of one service item. An unknown item is technical support, which fits every kind of work. */
export function roleOf(item: Pick<ServiceItem, 'name' | 'evidence'>): ServiceRole {
  const named = namePatterns.find(([pattern]) => pattern.test(item.name));
  if (named !== undefined) return named[1];
  const [only, ...others] = item.evidence;
  return (only !== undefined && others.length === 0 ? evidenceRoles[only] : undefined) ?? 'technical';
}

/** How much of an item's person-months shows as daily work records; the rest shows as records of its own kind. */
const worklogShare: Readonly<Record<ServiceRole, number>> = {
  phone: 1, mail: 1, wechat: 1, feature: 1, interface: 1, schedule: 1, defect: 1, statistics: 1, technical: 1,
  incident: 0.5, inspection: 0.4, tuning: 0.35, training: 0.3, visit: 0.3, report: 0.25,
  patch: 0.3, hardening: 0.2, emergency: 0.2, 'data-backup': 0.25, 'file-backup': 0.25,
};

/** Working days in an average month, for quantities given in days. */
const daysPerMonth = 21.75;

/** An item's quantity in person-months; units that are no time count by their price against the contract's average. */
export function personMonths(item: ServiceItem, profile: Pick<ContractProfile, 'serviceItems'>): number {
  if (/人.?月/.test(item.unit)) return item.quantity;
  if (/人.?[日天]/.test(item.unit)) return item.quantity / daysPerMonth;
  if (/人.?年/.test(item.unit)) return item.quantity * 12;
  const timed = profile.serviceItems.filter((other) => /人.?月/.test(other.unit) && other.quantity > 0);
  const pricePerMonth = timed.length === 0 ? 10_000 : timed.reduce((sum, other) => sum + other.amount, 0) / timed.reduce((sum, other) => sum + other.quantity, 0);
  return pricePerMonth > 0 ? item.amount / pricePerMonth : 0;
}

export type PlannedItem = { readonly no: number; readonly name: string; readonly role: ServiceRole; readonly personMonths: number; readonly worklogWeight: number };

/** All service items with their role and their weight among the daily work records. */
export function planItems(profile: ContractProfile): PlannedItem[] {
  return profile.serviceItems.map((item) => {
    const role = roleOf(item);
    const months = personMonths(item, profile);
    return { no: item.no, name: item.name, role, personMonths: months, worklogWeight: months * worklogShare[role] };
  });
}

/** The first item with one of the roles, in the order the roles are given. */
export function itemFor(items: readonly PlannedItem[], ...roles: readonly ServiceRole[]): PlannedItem | undefined {
  for (const role of roles) {
    const found = items.find((item) => item.role === role);
    if (found !== undefined) return found;
  }
  return undefined;
}
