import type { ReadReason } from '../../shared/ipc/app-channels.ts';
import type { BackupReason } from '../../shared/ipc/backup-channels.ts';
import type { ClosedReason } from '../../shared/ipc/data-channels.ts';

/** A moment as people write it. */
export const instantFormat = 'YYYY年M月D日 HH:mm';

/** Why the window only shows, and what to do about it. */
export const readOnlyWords: Readonly<Record<ReadReason, string>> & { readonly title: string; readonly again: string } = {
  title: '只读',
  newer: '这些数据是更新版本的程序写的，本程序只能查看，不能修改。升级程序后就能继续修改。',
  locked: '数据文件夹正在另一个窗口或程序里打开，这里只能查看。那边关闭以后，可以在这里改为可修改。',
  medium: '数据文件夹所在的位置不能写入（光盘、写保护或没有权限），只能查看。要修改，请把整个文件夹复制到本机硬盘再打开。',
  again: '改为可修改',
};

export const connectionLossWords = {
  lost: '与程序的连接中断，正在重新连接…',
  lostNote: '已填写的内容还在这个页面里，请不要关闭页面。如果程序已经退出，请重新启动它。',
  refused: '程序已经重新启动，这个页面需要重新登录',
  refusedNote: '已填写的内容还在这个页面里。请在同一个浏览器里打开程序启动时新打印的网址，这里就会自动恢复。',
};

type ClosedText = { readonly title: string; readonly text: string };

export const closedWords: Readonly<Record<ClosedReason, ClosedText>> = {
  missing: { title: '找不到数据文件夹', text: '它可能在没有连接的移动硬盘或网络盘上，也可能被移动或改名。接上磁盘后重试，或者选择它现在的位置。' },
  damaged: { title: '数据文件已损坏', text: '原来的文件会保留，不会删除。可以从下面的备份恢复：先查看备份里有什么，再决定。' },
  locked: { title: '数据正在另一个窗口或程序里打开', text: '同一份数据一次只能由一个程序修改。请先关闭那一个再重试；只想查看的话，可以只读打开。' },
  newer: { title: '数据来自更新版本的程序', text: '本程序不能打开这些数据，数据没有被改动。请安装下面说明的版本。' },
  full: { title: '磁盘空间不足', text: '数据文件夹所在的磁盘没有空间了。请清理出一些空间后重试；也可以先只读打开查看。' },
  place: { title: '数据文件夹不能写入', text: '没有写入的权限，或所在的磁盘是只读的。可以只读打开查看；要修改，请把整个文件夹复制到本机硬盘再打开。' },
  other: { title: '数据文件夹没有打开', text: '请重试；如果总是这样，请换一个数据文件夹，或把“关于”里的诊断信息发给维护人员。' },
};

export const dataWords = {
  section: '数据与备份',
  folder: '数据文件夹',
  folderNote: '所有合同、记录、附件、自己的模板和备份都在这一个文件夹里。',
  location: '位置',
  reveal: '打开文件夹',
  cannotReveal: '这里不能自动打开，请复制位置后用文件管理器打开',
  copy: '复制位置',
  copied: '已复制',
  retry: '重试',
  openReadOnly: '只读打开',
  recent: '最近使用的数据文件夹',
  recentNone: '没有其他数据文件夹',
  name: '名称',
  openedAt: '最后打开',
  contracts: '合同',
  contractCount: (count: number) => `${count} 份`,
  current: '正在使用',
  notOpen: '没有打开',
  gone: '找不到',
  open: '打开',
  openNamed: (name: string) => `打开数据文件夹“${name}”`,
  forget: '从列表去掉',
  forgetNamed: (name: string) => `从列表去掉“${name}”`,
  other: '打开或新建数据文件夹',
  otherLocation: '文件夹位置',
  otherHelp: '填写完整的位置，例如 D:\\运维资料 或 /home/用户/运维资料。可以从文件管理器的地址栏复制后粘贴。',
  browse: '浏览…',
  openHere: '打开这里的数据',
  createHere: '在这里新建',
  opened: (name: string) => `已打开数据文件夹“${name}”`,
  moving: '怎样把数据搬到别处或另一台电脑',
  movingSteps: [
    '关闭本程序，确认没有别的电脑正在打开这个文件夹。',
    '用文件管理器把整个文件夹复制到新的位置（里面的文件一个都不能少）。',
    '重新启动程序，在“打开或新建数据文件夹”里填写新的位置并打开。',
    '核对合同和记录都在以后，再处理旧的文件夹。带出单位前请先按保密要求办理手续。',
  ],
};

export const backupReasonWords: Readonly<Record<BackupReason, string>> = {
  daily: '每日自动',
  'before-version': '升级前自动',
  'before-restore': '恢复前自动',
  own: '手动',
};

export const backupWords = {
  title: '备份',
  note: (daily: number, weekly: number, monthly: number) => `程序每天自动备份一次数据库，并读回核对；保留最近 ${daily} 天、${weekly} 周和 ${monthly} 个月的。手动备份还包含附件和自己的模板。`,
  make: '立即备份',
  started: '备份已开始，可以在左下角“任务”里看进度',
  outside: '第二个备份位置',
  outsideNote: '硬盘坏了，同一块盘上的备份会一起丢失。建议另设一个移动硬盘、U 盘或第二块硬盘上的位置。',
  outsideSet: '设为备份位置',
  outsideOff: '不再使用',
  outsideDue: (days: number | undefined) => (days === undefined ? '还没有往这里备份过。' : `已经 ${days} 天没有往这里备份。`),
  outsideFine: (when: string) => `最近一次：${when}`,
  outsideGone: '现在找不到这个位置，请接上移动硬盘或 U 盘。',
  file: '从备份文件恢复',
  fileNote: '备份在 U 盘、移动硬盘、光盘上，或是从另一台电脑拿来的，在这里选。先看里面有什么，再决定恢复到哪里。',
  fileLocation: '备份文件的位置',
  fileHelp: '备份-….zip、加密的 ….7z，或自动备份 auto-….sqlite。',
  list: '备份列表',
  none: '还没有备份。',
  noneHint: '点“立即备份”做第一个。',
  madeAt: '时间',
  reason: '种类',
  size: '大小',
  contents: '内容',
  contentsText: (contracts: number, records: number, attachments: number | undefined) => `合同 ${contracts} 份，记录 ${records} 条${attachments === undefined ? '' : `，附件 ${attachments} 个`}`,
  unknown: '读不出来',
  place: { inside: '本机', outside: '第二个位置' },
  checked: '核对',
  sound: '完好',
  soundAt: (when: string) => `${when} 读回核对，完好`,
  damaged: '已损坏',
  unchecked: '未核对',
  verify: '核对',
  verifyNamed: (when: string) => `核对 ${when} 的备份`,
  look: '查看与恢复…',
  lookNamed: (when: string) => `查看与恢复 ${when} 的备份`,
  undo: '撤销恢复…',
  remove: '删除',
  removeNamed: (when: string) => `删除 ${when} 的备份`,
  removeTitle: '删除这个备份？',
  removeText: (when: string) => `${when} 的备份会从磁盘上删除，不能找回。`,
};

export const restoreWords = {
  title: (when: string) => `${when} 的备份`,
  reading: '正在打开备份，与现在的数据比较…',
  madeBy: (user: string, device: string) => `由 ${user} 在 ${device} 上备份`,
  contracts: '合同',
  inBackup: '备份里',
  here: '现在',
  kind: '种类',
  same: '相同',
  newerHere: '现在的较新',
  newerInBackup: '备份的较新',
  onlyHere: '只有现在有',
  onlyInBackup: '只有备份有',
  none: '—',
  effect: (back: number, gone: number, older: number) => {
    const parts = [
      back === 0 ? '' : `会找回 ${back} 条记录`,
      older === 0 ? '' : `${older} 条记录会回到较早的内容`,
      gone === 0 ? '' : `备份以后新增的 ${gone} 条记录会看不到`,
    ].filter((part) => part !== '');
    return parts.length === 0 ? '备份里的记录与现在的完全相同，恢复后没有变化。' : `恢复后：${parts.join('；')}。`;
  },
  notCompared: '现在的数据读不出来，不能比较。',
  attachments: (count: number, missing: number) => (missing === 0 ? `附件 ${count} 个，都在。` : `附件 ${count} 个，其中 ${missing} 个的文件找不到。`),
  templates: (count: number) => `自己的模板 ${count} 个；与现在不同的会换上，现在的存为旧版。`,
  safe: '恢复前会先自动备份现在的数据，需要时可以撤销。',
  safeDamaged: '损坏的文件会移到备份文件夹里保留，不会删除。',
  swap: '恢复到这里',
  swapConfirm: '用备份替换现在的数据？',
  swapText: '正在进行的任务会停止。现在的数据会先自动备份。',
  beside: '恢复到另一个文件夹',
  besideNote: '现在的数据不动，恢复成另一份数据文件夹，可以打开来看。',
  restoring: '正在恢复…',
  readOnly: '现在以只读方式打开，不能恢复到这里。',
};

export const aboutWords = {
  section: '关于',
  version: '版本',
  layout: (layout: number) => `数据格式 ${layout}`,
  platform: '系统',
  user: '操作人',
  userHelp: '写进每条记录的修改历史。留空则用系统登录名。',
  systemUser: (name: string) => `系统登录名：${name}`,
  userSaved: '已保存，以后的修改用这个名字',
  device: '电脑',
  folder: '数据文件夹',
  log: '打开日志文件夹',
  diagnostics: '复制诊断信息',
  diagnosticsNote: '只有版本、大小和数量，没有姓名、位置和记录内容，可以发给维护人员。',
  diagnosticsShown: '诊断信息',
  licences: '使用的开源软件',
  licencesNote: (count: number) => `本程序使用了 ${count} 个开源软件包，谨致谢意。`,
  licencesMissing: '没有找到许可文件。',
  showLicences: '显示许可',
  own: '本程序按 MIT 许可发布。',
};
