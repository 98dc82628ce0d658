/** Ways of entering several records at a time; each stands in the address where otherwise a record is open. */
export const entryWays = ['grid', 'chat', 'import'] as const;

export type EntryWay = (typeof entryWays)[number];

export function isEntryWay(open: string | undefined): open is EntryWay {
  return entryWays.some((way) => way === open);
}
