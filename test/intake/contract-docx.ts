import { AlignmentType, DeletedTextRun, Document, ImageRun, InsertedTextRun, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';

const revision = { id: 1, author: '法务', date: '2025-01-01T00:00:00Z' };
const onePixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

function cell(text: string, columnSpan = 1): TableCell {
  return new TableCell({ columnSpan, children: text.split('\n').map((line) => new Paragraph(line)) });
}

function table(rows: readonly (readonly string[])[]): Table {
  return new Table({ rows: rows.map((cells) => new TableRow({ children: cells.map((text) => cell(text)) })) });
}

function clause(text: string, level = 0): Paragraph {
  return new Paragraph({ text, numbering: { reference: 'clauses', level } });
}

/** A contract as people write it in Word: automatic clause numbers, real tables, accepted and open tracked changes, soft breaks. */
export async function wordContract(): Promise<Uint8Array> {
  const document = new Document({
    numbering: {
      config: [{
        reference: 'clauses',
        levels: [
          { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '第%1条', alignment: AlignmentType.LEFT },
          { level: 1, format: LevelFormat.DECIMAL, text: '%1.%2', isLegalNumberingStyle: true, alignment: AlignmentType.LEFT },
        ],
      }],
    },
    sections: [{
      children: [
        new Paragraph('林原县智慧水务平台运维服务合同'),
        table([['项目名称', '林原县智慧水务平台运维服务项目'], ['甲方（采购人）：林原县示例水务局', '乙方（供应商）：清源示例信息技术有限公司']]),
        clause('服务期限'),
        clause('服务期自2025年1月1日起至2025年12月31日止。', 1),
        clause('合同价款'),
        new Paragraph({ numbering: { reference: 'clauses', level: 1 }, children: [new TextRun('合同总价为¥'), new DeletedTextRun({ ...revision, text: '250,000.00' }), new InsertedTextRun({ ...revision, id: 2, text: '240,000.00' }), new TextRun('元（大写：贰拾肆万元整）。')] }),
        clause('甲方在合同签订后支付50%，验收合格后支付50%。', 1),
        clause('验收'),
        clause('乙方应于2026年1月31日（含）前交付，验收以双方签字的验收单为准。', 1),
        clause('交付文档'),
        new Paragraph({ numbering: { reference: 'clauses', level: 1 }, children: [new TextRun('《林原县智慧水务平台运维服务项目'), new TextRun({ text: '季度总结报告》', break: 1 }), new TextRun('、《林原县智慧水务平台运维服务项目巡检记录表》，纸质1份。')] }),
        clause('服务要求'),
        clause('接到报障后1小时内响应，8小时内恢复；乙方每月提交运维月报；每周巡检一次。', 1),
        new Paragraph('附件1 服务项'),
        new Table({
          rows: [
            new TableRow({ children: ['序号', '服务内容', '单位', '数量', '单价（万元）', '金额（元）'].map((text) => cell(text)) }),
            new TableRow({ children: ['1', '平台\n巡检服务', '人月', '12', '1', '120000'].map((text) => cell(text)) }),
            new TableRow({ children: ['2', '数据备份服务', '人月', '12', '1', '120000'].map((text) => cell(text)) }),
            new TableRow({ children: [cell('合计', 5), cell('240000')] }),
          ],
        }),
        table([['甲方：林原县示例水务局（盖章）', '乙方：清源示例信息技术有限公司（盖章）'], ['地址：林原县示例路1号', '地址：林原县样例路2号'], ['电话：0570-55501111', '电话：0570-55502222'], ['2024年12月25日', '2024年12月25日']]),
      ],
    }],
  });
  return Packer.toBuffer(document);
}

/** A scanned contract: one picture per page, no text. */
export async function scannedContract(): Promise<Uint8Array> {
  const picture = (): Paragraph => new Paragraph({ children: [new ImageRun({ type: 'png', data: onePixel, transformation: { width: 600, height: 800 } })] });
  return Packer.toBuffer(new Document({ sections: [{ children: [picture(), picture()] }] }));
}
