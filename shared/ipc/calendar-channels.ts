import { z } from 'zod';
import type { MonthSheet } from '../figures/month-sheet.ts';
import { channel, dayInput, idInput } from './channel.ts';

/** The contract's year as sheets of a calendar. */
export const calendarChannels = {
  'calendar.month': channel<MonthSheet>()(z.strictObject({ contractId: idInput, month: z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, '月份应写作 2024-08'), today: dayInput.optional() })),
} as const;
