import { create } from 'zustand';

/** The month of a contract's calendar that was looked at last: who adds a missing record comes back to where it was missing. */
type CalendarPlace = {
  readonly contractId: string;
  /** `2024-08`; empty until a calendar was shown. */
  readonly month: string;
  readonly keep: (contractId: string, month: string) => void;
};

export const useCalendarPlace = create<CalendarPlace>()((set) => ({
  contractId: '',
  month: '',
  keep: (contractId, month) => set({ contractId, month }),
}));
