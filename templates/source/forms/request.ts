import type { Document } from 'docx';
import { codedFooter } from '../document-code.ts';
import { gridTable } from '../grid-table.ts';
import { confirmer, executor, formTitle, formWidth, label, labelWidth, longText, pairs, partHeading, remarks, reviewer, signOff, ticks, value, wide } from '../form-parts.ts';
import { formPage, singleSection } from '../page.ts';
import { closingParagraph, options } from '../text.ts';

/** 用户需求申请单: what the customer asks for, what it costs of the free quota, how it was delivered and accepted. */
export function requestForm(): Document {
  const table = gridTable(formWidth, [
    partHeading('一、需求申请（申请部门填写）'),
    wide('需求名称', '{需求名称}'),
    ticks('需求类型'),
    pairs([['申请部门', '{申请部门}'], ['申请人', '{申请人}'], ['联系电话', '{联系电话}']]),
    pairs([['申请日期', '{申请日期}'], ['要求完成', '{要求完成时间}'], ['系统功能', '{系统功能}']]),
    longText('详细要求', '详细要求', 28),
    partHeading('二、分析评估（乙方填写）'),
    longText('影响分析', '影响分析', 12),
    pairs([['工作量估算', '{工作量估算} 人日'], ['累计已用', '{累计已用人日} 人日'], ['剩余额度', '{剩余额度} / {免费额度} 人日']]),
    pairs([['是否收费', options('是否收费')], ['审批人', '{审批人}']]),
    ticks('处理结论'),
    wide('收费说明', '{收费说明}'),
    partHeading('三、实施与验收'),
    pairs([['处理人', '{处理人}'], ['计划上线', '{计划上线日期}'], ['实际上线', '{实际上线日期}']]),
    { height: 8, cells: [label('实际工作量'), value('{#实际工作量}{实际工作量} 人日{/实际工作量}', 34), label('需求状态'), value(options('需求状态'), formWidth - 2 * labelWidth - 34)] },
    longText('测试结论', '测试结论', 12),
    longText('验收意见', '验收意见', 12),
    pairs([['服务项', '{服务项名称}'], ['关联单号', '{关联单号}']], { keepNext: true }),
    remarks(),
    signOff([executor, reviewer, confirmer], 26, 6),
  ], { padding: 0.3 });
  return singleSection('用户需求申请单', formPage, [...formTitle(), table, closingParagraph()], codedFooter(formPage));
}
