/** What an office program turns into pages. */
export const officeKinds = ['docx', 'xlsx'] as const;
export type OfficeKind = (typeof officeKinds)[number];

/** In order of preference: the pages of Word are the ones that the receiver will see. */
export const officeIds = ['word', 'wps', 'libreoffice'] as const;
export type OfficeId = (typeof officeIds)[number];

/** How a program is reached: by its file, or by the names under which Windows starts it for other programs. */
export type OfficeStart =
  | { readonly how: 'file'; readonly file: string }
  | { readonly how: 'automation'; readonly programIds: Readonly<Partial<Record<OfficeKind, string>>> };

/** An office program installed on this computer. */
export type OfficeProgram = {
  readonly id: OfficeId;
  readonly name: string;
  /** As the program writes it; empty when it does not say. */
  readonly version: string;
  readonly kinds: readonly OfficeKind[];
  readonly start: OfficeStart;
};

export const officeNames: Readonly<Record<OfficeId, string>> = { word: 'Word', wps: 'WPS', libreoffice: 'LibreOffice' };
