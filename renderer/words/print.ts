/** Words of printing and saving what a preview shows. */
export const printWords = {
  print: '打印',
  savePdf: '保存为 PDF',
  saveWord: '保存 Word 文件',
  saveSheet: '保存 Excel 文件',
  stop: '停止',
  failed: '页面没有准备好，无法打印。请下载后用办公软件打印。',
  tooMany: (pages: number, most: number) => `共 ${pages} 页，超过一次能打印的 ${most} 页。请少选一些记录分几次打印，或者保存为 PDF 后用 PDF 阅读器打印。`,
  converting: (program: string) => `${program} 正在排版，准备打印…`,
  drawing: (done: number, total: number) => `正在准备第 ${done} 页，共 ${total} 页`,
  noOfficeTitle: '这台电脑没有 Word、WPS 或 LibreOffice，不能直接打印',
  noOfficeText: '近似预览的分页和纸面不一样，不能拿来打印。请先保存 Word 文件，拷到装有 Word 或 WPS 的电脑上打开，再打印。',
  noOfficeSheet: '请先保存 Excel 文件，拷到装有 Excel 或 WPS 表格的电脑上打开，再打印。',
  /** The preview's name counts the records that it shows. */
  nameOfAll: (name: string, total: number) => name.replace(/等\d+份/, `等${total}份`),
  onlyFirst: (shown: number, total: number) => `近似预览只显示前 ${shown} 条；精确预览、打印和下载都是全部 ${total} 条。`,
};
