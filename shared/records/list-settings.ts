import { z } from 'zod';
import { columnName, listFilterSchema, listOrderSchema } from '../ipc/list-filter.ts';

/** Names of columns in their order. */
const columns = z.array(columnName).min(1).max(40);

/** A list as somebody wants to find it again. */
const savedView = z.strictObject({
  id: z.string().min(1).max(60),
  name: z.string().trim().min(1, '要写名称').max(30, '名称最多 30 个字'),
  filter: listFilterSchema,
  order: listOrderSchema,
  /** Absent: those that the list shows anyway. */
  columns: columns.optional(),
});
export type SavedView = z.output<typeof savedView>;

/** How the list of one kind is shown under one contract. Absent columns: those of the kind. */
export const listSettingsSchema = z.strictObject({ columns: columns.optional(), views: z.array(savedView).max(30, '最多保存 30 个视图').default([]) });
export type ListSettings = z.output<typeof listSettingsSchema>;
