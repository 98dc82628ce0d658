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
