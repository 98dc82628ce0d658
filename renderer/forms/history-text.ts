import { isAttachmentRole } from '../../shared/records/attachment.ts';
import { isKindName, kinds } from '../../shared/records/kinds.ts';
import { fieldPlace } from '../../shared/records/body-schema.ts';
import type { Fields } from '../../shared/records/fields.ts';
import { parsePath } from '../state/at-path.ts';
import { roleWords } from '../words/attachments.ts';
import { commonWords, statusWords } from '../words/common.ts';
import { formWords, signOffWords } from '../words/forms.ts';
import { historyAttachmentWords, historyFieldWords } from '../words/history.ts';

/** A changed field the way the form calls it. The log writes `body.result`, `signOff.confirmer`, `status`. */
export function historyFieldLabel(fields: Fields, field: string): string {
  const [part, ...rest] = parsePath(field);
  if (part === 'body') return fieldPlace(fields, rest);
  if (part === 'signOff') return Object.entries(signOffWords).find(([name]) => name === rest[0])?.[1] ?? field;
  if (part === 'attachment') return historyAttachmentWords.label;
  return historyFieldWords[field] ?? (fields[field] === undefined ? field : fields[field].label);
}

/** An attachment as the log keeps it; undefined for any other value. */
function attachmentText(value: object): string | undefined {
  if (!('sha256' in value && 'name' in value && 'role' in value && 'caption' in value && 'position' in value)) return undefined;
  const { name, role, caption, position } = value;
  if (typeof name !== 'string' || typeof role !== 'string' || typeof caption !== 'string' || typeof position !== 'number') return undefined;
  return historyAttachmentWords.text(name, isAttachmentRole(role) ? roleWords[role] : role, caption, position);
}

/** A value of the log as people read it. */
export function historyText(value: unknown): string {
  if (value === undefined || value === null || value === '') return commonWords.none;
  if (typeof value === 'boolean') return value ? commonWords.yes : commonWords.no;
  if (typeof value === 'string' && isKindName(value)) return kinds[value].title;
  if (typeof value === 'string') return Object.entries(statusWords).find(([status]) => status === value)?.[1] ?? value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.every((entry) => typeof entry === 'string') ? value.join('、') : formWords.rowCount(value.length);
  return (typeof value === 'object' ? attachmentText(value) : undefined) ?? JSON.stringify(value);
}

// Made once: making one takes many times longer than a key may, and forms tell the time of every keeping.
const clock = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const instant = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short' });

/** `09:05` at this computer. */
export function historyClock(at: string): string {
  return clock.format(new Date(at));
}

/** `2024-08-05 09:05` at this computer. */
export function historyInstant(at: string): string {
  return instant.format(new Date(at));
}
