/**
 * Papers that are filled with no records of one kind but with what a part of the hand-over knows. Each has one template, named as it is:
 * `handover-list.docx`. `use` says where people meet it.
 */
export const paperSubjects = {
  'readiness-report': { title: '验收预检报告', use: '交付·移交前检查' },
  'handover-list': { title: '文件移交清单', use: '每个交付包' },
  'volume-cover': { title: '案卷封面', use: '交付·装订（简装）' },
  'volume-cover-archive': { title: '案卷封面（按档案立卷）', use: '交付·装订（按档案要求立卷）' },
  'volume-contents': { title: '卷内目录', use: '交付·装订（简装）' },
  'volume-contents-archive': { title: '卷内目录（按档案立卷）', use: '交付·装订（按档案要求立卷）' },
  'volume-note': { title: '卷内备考表', use: '交付·装订（按档案要求立卷）' },
  'volume-spines': { title: '案卷脊背', use: '交付·装订（简装）' },
  'volume-spines-archive': { title: '案卷脊背（按档案立卷）', use: '交付·装订（按档案要求立卷）' },
  'box-labels': { title: '盒签', use: '交付·装订' },
  'volumes-list': { title: '案卷总目录', use: '交付·装订' },
  'volumes-receipt': { title: '文件签收单', use: '交付·装订' },
  'disc-register': { title: '光盘交接登记表', use: '交付·光盘' },
  'disc-labels': { title: '光盘盘面与盒签', use: '交付·光盘' },
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

/** The papers of bound volumes, and whether each is made for one volume or for all. */
export const volumePaperSubjects = {
  'volume-cover': 'one', 'volume-cover-archive': 'one', 'volume-contents': 'one', 'volume-contents-archive': 'one', 'volume-note': 'one',
  'volume-spines': 'all', 'volume-spines-archive': 'all', 'box-labels': 'all', 'volumes-list': 'all', 'volumes-receipt': 'all',
} as const satisfies Partial<Readonly<Record<PaperSubject, 'one' | 'all'>>>;

export type VolumePaper = keyof typeof volumePaperSubjects;

export function isVolumePaper(subject: PaperSubject): subject is VolumePaper {
  return Object.hasOwn(volumePaperSubjects, subject);
}
