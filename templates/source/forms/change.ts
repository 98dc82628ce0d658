import type { Document } from 'docx';
import { codedFooter } from '../document-code.ts';
import { gridTable } from '../grid-table.ts';
import { confirmer, executor, formTitle, formWidth, label, labelWidth, longText, momentLook, pairs, remarks, reviewer, signOff, ticks, value, wide } from '../form-parts.ts';
import { formPage, singleSection } from '../page.ts';
import { photoPages } from '../photo-pages.ts';
import { closingParagraph, paragraph } from '../text.ts';

/** 变更实施记录单: patch, hardening or tuning with the state before and after. */
export function changeForm(): Document {
  const half = formWidth / 2;
  const table = gridTable(formWidth, [
    wide('变更名称', '{变更名称}'),
    ticks('变更类别'),
    pairs([['实施日期', '{实施日期}'], ['开始时间', '{开始时间}'], ['结束时间', '{结束时间}']], {}, momentLook),
    pairs([['服务项', '{#服务项序号}{服务项序号}. {/服务项序号}{服务项名称}'], ['实施对象', '{实施对象}']]),
    pairs([['漏洞编号', '{漏洞编号}'], ['风险等级', '{风险等级}']]),
    longText('变更原因', '变更原因', 16),
    { height: 7, keepNext: true, cells: [label('实施前', half), label('实施后', half)] },
    {
      height: 22,
      cells: [
        { width: half, vertical: 'top', content: [paragraph('{实施前}', { line: 15 })] },
        { width: half, vertical: 'top', content: [paragraph('{实施后}', { line: 15 })] },
      ],
    },
    longText('实施步骤', '实施步骤', 34),
    longText('回退方案', '回退方案', 14),
    longText('验证结论', '验证结论', 14),
    ticks('实施结果'),
    { height: 8, cells: [label('执行人'), value('{执行人}', 34), label('批准人'), value('{批准人}', 34), label('投入工时'), value('{#投入工时}{投入工时} 人时{/投入工时}', formWidth - 3 * labelWidth - 68)] },
    wide('关联单号', '{关联单号}', { keepNext: true }),
    remarks(),
    signOff([executor, reviewer, confirmer], 24, 6),
  ], { padding: 0.4 });
  return singleSection('变更实施记录单', formPage, [...formTitle(), table, ...photoPages(), closingParagraph()], codedFooter(formPage));
}
