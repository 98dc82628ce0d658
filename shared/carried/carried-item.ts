import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../dates.ts';
import { passphraseProblem } from './passphrase.ts';

/**
 * Carried media (携出介质): everything that leaves the computer other than the contractual disc. The confidentiality agreement allows it only
 * with written permission and encrypted (附件2 第五条 二 1), and has it returned or destroyed when the work ends (附件2 第六条).
 */

/** 备份 the whole data, 现场副本 the same to work with elsewhere, 核对资料 finished documents for a colleague, 其他 what the program did not write. */
export const carriedContents = ['backup', 'field-copy', 'check-package', 'other'] as const;
export type CarriedContent = (typeof carriedContents)[number];

export const carriedContentTitles: Readonly<Record<CarriedContent, string>> = { backup: '数据备份', 'field-copy': '现场副本', 'check-package': '核对资料', other: '其他' };

/** What it is carried on; a person may write another word. */
export const usualMedia = ['U盘', '移动硬盘', '笔记本电脑', '光盘', '网络发送', '纸质资料'] as const;

export const carriedStates = ['out', 'returned', 'destroyed', 'void'] as const;
export type CarriedState = (typeof carriedStates)[number];

/** 在外 · 已交回 · 已销毁 · 已作废 (registered by mistake: nothing was carried). */
export const carriedStateTitles: Readonly<Record<CarriedState, string>> = { out: '在外', returned: '已交回', destroyed: '已销毁', void: '已作废' };

const localDate = z.string().refine(isLocalDate, '日期应写作 2024-08-05');
const needed = (what: string, most = 100) => z.string().trim().min(1, `请填写${what}`).max(most, `${what}最多 ${most} 个字`);
const line = z.string().trim().max(200).default('');

/** The permission: who carries what, on what, to whom, why, until when; and who allowed it, when and by what paper. */
export const permissionSchema = z.strictObject({
  title: needed('携出内容', 200),
  medium: needed('介质', 40),
  /** 介质编号: the number on the label, or the serial number. */
  mediumNumber: line,
  carrier: needed('携带人', 40),
  /** 去向: place or person that it goes to. */
  recipient: needed('去向或接收人'),
  purpose: needed('用途', 200),
  allowedBy: needed('许可人', 40),
  allowedOn: localDate,
  /** 许可凭据: number of the letter, or how it was given. */
  permit: line,
  takenOn: localDate,
  dueOn: localDate,
}).refine(({ takenOn, dueOn }) => dueOn >= takenOn, { path: ['dueOn'], message: '应还日期不能早于携出日期' })
  .refine(({ takenOn, allowedOn }) => allowedOn <= takenOn, { path: ['allowedOn'], message: '许可日期不能晚于携出日期' });

export type Permission = z.output<typeof permissionSchema>;

/** Encrypted with a passphrase, or open and why. */
export const protectionSchema = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('encrypted'), passphrase: z.string().max(200).superRefine((passphrase, context) => {
    const problem = passphraseProblem(passphrase);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
  }) }),
  z.strictObject({ way: z.literal('open'), reason: needed('不加密的原因', 200) }),
]);

export type Protection = z.output<typeof protectionSchema>;

/** How one item came to its end. A registration by mistake has only `note`. */
export const closingSchema = z.strictObject({
  outcome: z.enum(['returned', 'destroyed', 'void']),
  on: localDate,
  /** 交回给谁、如何销毁: `删除并覆写` `物理粉碎` `交回甲方` */
  method: line,
  /** 经办人, 监督人 (见证人). */
  handler: line,
  witness: line,
  /** 甲方书面许可 or 要求: without it nobody may destroy anything (附件2 第六条 三). */
  consent: line,
  note: z.string().trim().max(500).default(''),
}).superRefine(({ outcome, method, handler, witness, consent, note }, context) => {
  const need = (value: string, place: string, message: string): void => {
    if (value === '') context.addIssue({ code: 'custom', path: [place], message });
  };
  if (outcome === 'void') {
    need(note, 'note', '请写明为什么作废');
    return;
  }
  need(method, 'method', outcome === 'returned' ? '请填写交回给谁、怎样交回' : '请填写销毁方式');
  need(handler, 'handler', '请填写经办人');
  need(witness, 'witness', outcome === 'returned' ? '请填写接收人' : '请填写监督人');
  if (outcome === 'destroyed') need(consent, 'consent', '未经甲方书面许可不得自行销毁，请填写许可人和许可文件');
});

export type Closing = z.output<typeof closingSchema>;

/** What was written, where the program wrote it. */
export const carriedFileSchema = z.strictObject({
  name: z.string().max(255),
  bytes: z.number().int().nonnegative(),
  /** Of the file as it left, container included. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** How many files are in it. */
  files: z.number().int().nonnegative(),
});

export const carriedBodySchema = z.object({
  content: z.enum(carriedContents),
  permission: permissionSchema,
  isEncrypted: z.boolean(),
  /** Why not, where it is not. */
  openReason: z.string().default(''),
  file: carriedFileSchema.optional(),
  closing: closingSchema.optional(),
});

export type CarriedBody = z.output<typeof carriedBodySchema>;

/** One line of the inventory. `number` is `XC-001`, counted per contract. */
export type CarriedItem = CarriedBody & {
  readonly id: string;
  readonly contractId: string;
  readonly number: string;
  readonly state: CarriedState;
  readonly revision: number;
  /** ISO instants in UTC. */
  readonly madeAt: string;
  readonly madeBy: string;
};

/** Whether something should be back by now. */
export function isOverdue(item: Pick<CarriedItem, 'state' | 'permission'>, today: LocalDate): boolean {
  return item.state === 'out' && item.permission.dueOn < today;
}

export type CarriedCounts = Readonly<Record<CarriedState, number>> & { readonly overdue: number };

export function countCarried(items: readonly CarriedItem[], today: LocalDate): CarriedCounts {
  const of = (state: CarriedState): number => items.filter((item) => item.state === state).length;
  return { out: of('out'), returned: of('returned'), destroyed: of('destroyed'), void: of('void'), overdue: items.filter((item) => isOverdue(item, today)).length };
}
