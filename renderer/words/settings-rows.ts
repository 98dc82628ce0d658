/** Tables of the settings: their rows moved, copied and pasted. */
export const rowsWords = {
  drag: (name: string) => `拖动 ${name}；Alt+↑ 上移，Alt+↓ 下移`,
  duplicate: '复制这一行',
  undoHint: 'Ctrl+Z 可以撤销',
  paste: '从 Excel 粘贴',
  empty: '还没有内容',
};

export const pasteWords = {
  title: (table: string) => `从 Excel 粘贴：${table}`,
  help: (columns: string) => `在 Excel 或 WPS 表格里选中若干行，复制后粘贴到下面。有表头时按表头对应，没有表头时按这个顺序：${columns}`,
  field: '粘贴的内容',
  read: (count: number) => `读到 ${count} 行`,
  problems: (count: number) => `${count} 个格子没有读懂，将保留空白`,
  unknown: (text: string) => `“${text}”不是可用的值`,
  append: '追加到末尾',
  replace: '替换全部',
};
