import { assertNever } from '../assert-never.ts';
import type { ServiceItem } from '../contract/profile.ts';
import { formatChineseDate, formatChineseMinute, isLocalDate, isLocalMinute } from '../dates.ts';
import { roundTo } from '../figures/tally.ts';
import type { FieldDefinition } from '../records/fields.ts';

/** `2.50` → `2.5`; rounded as figures are, never an exponent, never a float's tail (0.1 + 0.2 → 0.3). */
export function formatNumber(value: number, decimals: number): string {
  const fixed = roundTo(value, decimals).toFixed(decimals);
  return fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
}

/** `2小时10分钟`, `35分钟`; for spans of the 7×24 clock. */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}分钟`;
  return rest === 0 ? `${hours}小时` : `${hours}小时${rest}分钟`;
}

/** A field's value as documents print it; undefined when there is nothing to print. Tables are not values. */
export function formatValue(field: FieldDefinition, value: unknown, serviceItems: readonly ServiceItem[]): string | undefined {
  if (value === undefined || value === null) return undefined;
  switch (field.type) {
    case 'date': return typeof value === 'string' && isLocalDate(value) ? formatChineseDate(value) : undefined;
    case 'minute': return typeof value === 'string' && isLocalMinute(value) ? formatChineseMinute(value) : undefined;
    case 'number': return typeof value === 'number' ? formatNumber(value, field.decimals) : undefined;
    case 'flag': return value === true ? '是' : '否';
    case 'serviceItem': return serviceItems.find((item) => item.no === value)?.name;
    case 'links': return Array.isArray(value) ? value.join('、') : undefined;
    case 'text':
    case 'longText':
    case 'person':
    case 'time':
    case 'choice':
    case 'vocabulary': return typeof value === 'string' ? value : undefined;
    case 'table': return undefined;
    default: return assertNever(field, 'field type');
  }
}
