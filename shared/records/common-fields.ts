import type { BodyProblem } from './define-kind.ts';

/** Why work was done on a day that is no working day. */
export const dutyTypes = ['值班', '应急', '重保'] as const;

/** How a service reached or was given to the customer. The contract prices telephone, e-mail and WeChat apart (附件1). */
export const serviceChannels = ['电话', '邮件', '微信', '现场', '远程', '热线传真'] as const;

/** First-level classification of operation services (字段参考 GB/T 28827). */
export const serviceTypes = ['例行操作', '响应支持', '优化改善', '咨询评估'] as const;

/** Grades of a fault, most severe first. */
export const faultLevels = ['致命', '严重', '一般', '轻微'] as const;

/** `HH:MM` of the same day: the end must not be before the start. */
export function checkTimes(start: string | undefined, end: string | undefined): BodyProblem[] {
  return start !== undefined && end !== undefined && end < start ? [{ field: 'endTime', message: '结束时间早于开始时间' }] : [];
}

/** Moments or days that must follow each other, as [field, label, value]; absent ones are passed over. */
export function checkOrder(moments: readonly (readonly [field: string, label: string, value: string | undefined])[]): BodyProblem[] {
  const present = moments.flatMap(([field, label, value]) => (value === undefined ? [] : [{ field, label, value }]));
  return present.flatMap((moment, index) => {
    const before = present[index - 1];
    return before !== undefined && moment.value < before.value.slice(0, moment.value.length)
      ? [{ field: moment.field, message: `${moment.label}早于${before.label}` }]
      : [];
  });
}
