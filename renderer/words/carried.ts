import type { CarriedContent } from '../../shared/carried/carried-item.ts';

/** Words of passphrases: where one is asked for, offered, or printed. */
export const passphraseWords = {
  ask: '密码',
  askTitle: (when: string) => `${when} 的加密备份`,
  askNote: '这个备份是加密的。请输入制作时设定的密码，区分大小写，连字符也要输入。',
  open: '打开',
  show: '显示密码',
  hide: '隐藏密码',
};

export const carriedBackupWords = {
  makeOutside: '加密备份到第二个位置…',
  encrypted: '已加密',
};

export const contentNotes: Readonly<Record<CarriedContent, string>> = {
  backup: '全部合同、记录、附件和自己的模板，可以恢复',
  'field-copy': '同一份数据，带到现场的电脑上恢复后使用',
  'check-package': '“输出”文件夹里已生成的文件，给同事或甲方核对',
  other: '不是本程序写出的：纸质资料、图纸、借用的磁盘等，只登记',
};

export const carriedWords = {
  make: '制作携出副本',
  register: '登记其他携出物',
  note: '离开这台电脑的备份、现场副本和核对资料，都要先经许可，默认加密，并登记台账；运维工作结束时逐项交回或销毁（安全保密协议）。交给甲方的验收光盘不在此列。',
  inventory: '携出介质台账',
  tasks: '进行中的任务',
  none: '还没有携出过任何介质',
  noneHint: '要把备份带走、拷到现场电脑或送人核对时，从“制作携出副本”开始。',
  noneHintReadOnly: '数据以只读方式打开，不能登记。',
  counts: (out: number, overdue: number, returned: number, destroyed: number) => `在外 ${out} 件${overdue === 0 ? '' : `（逾期 ${overdue} 件）`}，已交回 ${returned} 件，已销毁 ${destroyed} 件`,
  show: '显示',
  showAll: '全部',
  showOut: '在外',
  number: '编号',
  title: '内容',
  medium: '介质',
  carrier: '携带人和去向',
  days: '携出、应还',
  encryption: '加密',
  state: '状态',
  overdue: '逾期',
  daysLate: (days: number) => `逾期 ${days} 天`,
  encrypted: '已加密',
  open: '未加密',
  choose: (number: string) => `选择 ${number}`,
  chooseAll: '选择所有在外的',
  chosen: (count: number) => `已选 ${count} 件`,
  close: '交回或销毁…',
  closeOne: (number: string) => `交回或销毁 ${number}`,
  look: '查看',
  lookOne: (number: string) => `查看 ${number}`,
  takenTo: (carrier: string, recipient: string) => `${carrier} → ${recipient}`,
  span: (from: string, to: string) => `${from} 至 ${to}`,
  started: '已开始制作，可以在左下角“任务”里看进度',
  registered: (number: string) => `已登记 ${number}`,
  saved: '已保存',
};

export const carriedFieldWords = {
  title: '携出内容', medium: '介质', mediumNumber: '介质编号', carrier: '携带人', recipient: '去向或接收人', purpose: '用途',
  allowedBy: '许可人', allowedOn: '许可日期', permit: '许可凭据', takenOn: '携出日期', dueOn: '应还日期',
} as const;

export const carriedFieldHelp: Partial<Readonly<Record<keyof typeof carriedFieldWords, string>>> = {
  mediumNumber: '标签上的编号或序列号',
  allowedBy: '甲方批准带出的人',
  permit: '批准文件的编号，或怎样批准的',
};

export const makeWords = {
  title: '制作携出副本',
  content: '携出什么',
  source: '选择文件夹',
  noSources: '“输出”文件夹里还没有生成的文件，请先在“文件”里生成文档或整理交付包。',
  sourceText: (name: string, files: number, size: string) => `${name}（${files} 个文件，${size}）`,
  permission: '携出许可',
  target: '写到哪里',
  place: '存放位置',
  placeHelp: 'U 盘或移动硬盘上的文件夹，例如 E:\\ 或 /media/移动硬盘。不填则先存到“输出”文件夹里的“携出介质”，再自己拷到介质上。',
  protection: '加密',
  encrypt: '加密（AES-256，推荐）',
  plain: '不加密',
  reason: '不加密的原因',
  reasonHelp: '会登记在台账上。安全保密协议要求带离甲方场所的介质采取加密措施。',
  reasonProblem: '请填写不加密的原因',
  incomplete: '还有没填好的地方，请看上面的提示',
  begin: '开始制作',
  defaultMedium: { files: 'U盘', other: '纸质资料' },
  defaultTitles: { backup: '运维数据备份', 'field-copy': '现场用运维数据副本', 'check-package': '供核对的运维资料' } as const,
  defaultPurposes: { backup: '异地备份', 'field-copy': '现场值守使用', 'check-package': '核对' } as const,
};

export const passphraseFieldWords = {
  label: '密码',
  note: '密码只在这里显示这一次，程序不保存，忘记了就打不开。请抄下或打印密码条，与介质分开转交。',
  renew: '换一个',
  own: '自己设密码',
  offered: '用程序生成的密码',
  copy: '复制密码',
  copied: '密码已复制，粘贴后请清空剪贴板',
  print: '打印密码条',
  kept: '已抄下或打印密码，会与介质分开转交',
  keptProblem: '请先抄下或打印密码，再勾选',
  rule: '至少 12 个字符，含大写、小写、数字、符号中的三种',
  slip: '密码条',
  slipNote: '请与介质分开转交，用完即销毁。用 7-Zip、WinRAR 或 Bandizip 打开，输入时区分大小写，连字符也要输入。',
  slipOf: '用于',
  slipPlace: '介质',
  slipTo: '接收人',
};

export const registerWords = {
  title: '登记其他携出物',
  edit: (number: string) => `修改 ${number} 的登记`,
  note: '不是由本程序写出的介质和资料：纸质资料、图纸、账号密码本、借用的磁盘、旧备份等。',
  encrypted: '介质已加密',
  save: '登记',
  saveEdit: '保存',
};

export const closeWords = {
  title: (count: number) => (count === 1 ? '交回或销毁' : `交回或销毁 ${count} 件`),
  outcome: '处理',
  returned: '交回',
  destroyed: '销毁',
  void: '误登记，作废',
  on: '日期',
  method: { returned: '交回给谁、怎样交回', destroyed: '销毁方式' },
  methods: { returned: ['当面交回', '寄回并签收'], destroyed: ['删除文件并覆写空闲空间', '覆写后格式化', '物理粉碎', '碎纸机粉碎'] },
  handler: '经办人',
  witness: { returned: '接收人', destroyed: '监督人' },
  consent: '甲方书面许可',
  consentHelp: '许可人和许可文件。未经对方书面许可，任何一方不得自行销毁。',
  noteOf: { returned: '说明', destroyed: '说明', void: '作废原因' },
  save: '登记处理结果',
  saved: (count: number) => `已登记 ${count} 件的处理结果`,
};

export const closingWords = {
  title: '交回与销毁',
  note: '验收移交时逐项清点。全部处理完以后，打印记录一式两份，双方签字盖章。',
  remaining: (count: number) => `还有 ${count} 件在外没有处理`,
  complete: '登记的介质已全部交回或销毁',
  empty: '没有携出过介质，记录上会写明“无”',
  duties: '合同约定',
  preview: { closing: '打印交回、销毁记录…', inventory: '打印台账…' },
  word: { closing: '生成交回、销毁记录（Word）', inventory: '生成台账（Word）' },
};

export const carriedDetailWords = {
  title: (number: string) => `携出介质 ${number}`,
  permission: '许可',
  allowed: (by: string, on: string, permit: string) => `${by}，${on}${permit === '' ? '' : `，${permit}`}`,
  purpose: '用途',
  file: '文件',
  fileText: (name: string, files: number, size: string) => `${name}，${files} 个文件，${size}`,
  digest: 'SHA-256',
  openReason: '不加密的原因',
  closing: '处理结果',
  closingText: (state: string, on: string, method: string) => `${state}，${on}${method === '' ? '' : `，${method}`}`,
  people: '经办、接收或监督',
  consent: '甲方书面许可',
  note: '说明',
  made: '登记',
  edit: '修改登记…',
  close: '交回或销毁…',
  reopen: '撤销处理结果',
  reopenText: '会恢复为“在外”，修改历史里保留这两次操作。',
};
