/** Names of a record's own parts in its history. */
export const historyFieldWords: Readonly<Record<string, string>> = {
  status: '状态',
  number: '编号',
  date: '日期',
  title: '标题',
  kind: '文种',
  lateReason: '补录原因',
  voidReason: '作废原因',
  body: '内容',
  extra: '附加栏目',
  signOff: '签字',
};

/** An attachment in the history: what it is called, what it is for, where it stands. */
export const historyAttachmentWords = {
  label: '附件',
  text: (name: string, role: string, caption: string, position: number) => `第 ${position} 个　${caption === '' ? name : `${caption}（${name}）`}　${role}`,
};
