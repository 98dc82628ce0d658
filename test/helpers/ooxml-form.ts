import { BorderStyle, Document, Footer, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { memberText, readZip } from '../../electron/files/zip-reader.ts';
import { writeZip } from '../../electron/files/zip-writer.ts';

/** The document as bytes that are the same every time: its dates are those of the day it was made. */
export async function packed(document: Document): Promise<Uint8Array> {
  const archive = readZip(await Packer.toBuffer(document));
  const dated = memberText(archive, 'docProps/core.xml') ?? '';
  const core = dated.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2024-08-03T00:00:00Z');
  return writeZip([...archive.values()].map((member) => (member.name === 'docProps/core.xml' ? { name: member.name, bytes: Buffer.from(core) } : member)));
}

/** A one-page inspection form as this trade prints them: header, title, bordered table, remarks, signatures, page number line. */
export async function formTemplate(): Promise<Uint8Array> {
  const cell = (text: string, width: number, span = 1): TableCell =>
    new TableCell({ columnSpan: span, width: { size: width, type: WidthType.DXA }, children: [new Paragraph({ children: [new TextRun({ text, font: '仿宋', size: 24 })] })] });
  const pair = (left: string, leftTag: string, right: string, rightTag: string): TableRow =>
    new TableRow({ cantSplit: true, children: [cell(left, 1600), cell(leftTag, 2900), cell(right, 1600), cell(rightTag, 2900)] });
  const wide = (label: string, tag: string): TableRow => new TableRow({ children: [cell(label, 1600), cell(tag, 7400, 3)] });
  const border = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
  return packed(
    new Document({
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('运维服务日常巡检记录')] }) },
          footers: { default: new Footer({ children: [new Paragraph('第　页　共　页')] }) },
          children: [
            new Paragraph({ children: [new TextRun({ text: '{标题}', bold: true, font: '黑体', size: 36 })] }),
            new Table({
              columnWidths: [1600, 2900, 1600, 2900],
              borders: { top: border, bottom: border, left: border, right: border, insideHorizontal: border, insideVertical: border },
              rows: [
                pair('编号', '{编号}', '日期', '{巡检日期}'),
                pair('巡检人', '{巡检人}', '系统', '{系统.名称}'),
                pair('开始时间', '{开始}', '结束时间', '{结束}'),
                new TableRow({ tableHeader: true, children: [cell('序号', 1600), cell('检查项', 2900), cell('结果', 1600), cell('说明', 2900)] }),
                new TableRow({ children: [cell('{#检查项}{$序号}', 1600), cell('{名称}', 2900), cell('{结果}', 1600), cell('{说明}{/检查项}', 2900)] }),
                wide('处理情况', '{处理情况}'),
                wide('遗留问题', '{#遗留}{内容}（{责任人}）{/遗留}{^遗留}无{/遗留}'),
              ],
            }),
            new Paragraph('{#需复核}'),
            new Paragraph('复核意见：{复核意见}'),
            new Paragraph('{/需复核}'),
            new Paragraph('巡检人签字：　　　　　　　　　　审核人签字：'),
          ],
        },
      ],
    }),
  );
}

/** The data of one such form; with number, each differs from the others. */
export function formData(number: number): Readonly<Record<string, unknown>> {
  const items = ['服务器运行状态', '数据库表空间', '备份任务', '中间件日志', '网络连通性', '磁盘使用率', '病毒库版本', '系统时间同步'];
  return {
    标题: '日常巡检记录表',
    编号: `XJ-20240805-${String(number + 1).padStart(2, '0')}`,
    巡检日期: '2024年8月5日',
    巡检人: '周远舟',
    系统: { 名称: '综合业务平台' },
    开始: '09:00',
    结束: '09:40',
    检查项: items.map((名称, index) => ({ 名称, 结果: (number + index) % 9 === 0 ? '异常' : '正常', 说明: `第${number + index}次检查，指标在阈值以内 <95% & 无告警` })),
    处理情况: '已清理归档日志，空间使用率由 91% 降至 62%。\n其余各项无需处理。',
    遗留: number % 2 === 0 ? [] : [{ 内容: '等待厂商补丁', 责任人: '许南亭' }],
    需复核: number % 3 === 0,
    复核意见: '同意',
  };
}
