/**
 * Papers that are filled with no records of one kind but with what a part of the hand-over knows. Each has one template, named as it is:
 * `handover-list.docx`. `use` says where people meet it.
 */
export const paperSubjects = {
  'handover-list': { title: '文件移交清单', use: '每个交付包' },
  'carried-inventory': { title: '携出介质台账', use: '交付·携出介质' },
  'carried-closing': { title: '携出介质交回销毁记录', use: '交付·携出介质' },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly use: string }>>;

export type PaperSubject = keyof typeof paperSubjects;

// Object.keys forgets the names that the type knows.
export const paperNames = Object.keys(paperSubjects) as readonly PaperSubject[];

export function isPaperSubject(subject: string): subject is PaperSubject {
  return Object.hasOwn(paperSubjects, subject);
}

/** `handover-list.docx` → `handover-list`; undefined for every other template. */
export function paperOfTemplate(template: string): PaperSubject | undefined {
  return paperNames.find((name) => `${name}.docx` === template);
}
