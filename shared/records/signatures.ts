import type { SignOffRole } from './define-kind.ts';
import { kindOf, type KindName } from './kinds.ts';
import type { SignOff } from './record.ts';

/** The roles as forms print them. */
export const signOffRoleNames: Readonly<Record<SignOffRole, string>> = { executor: '乙方执行人', reviewer: '乙方审核人', confirmer: '甲方确认人' };

/** In which field of the sign-off the day of a role's signature stands. */
export const signedOnFields = { executor: 'executedOn', reviewer: 'reviewedOn', confirmer: 'confirmedOn' } as const;

/** What a form of this kind still lacks: `乙方审核人签字`, `甲方确认人签字日期`. */
export function missingSignatures(kind: KindName, signOff: SignOff): string[] {
  return kindOf(kind).signOff.flatMap((role) => {
    if (signOff[role] === undefined) return [`${signOffRoleNames[role]}签字`];
    return signOff[signedOnFields[role]] === undefined ? [`${signOffRoleNames[role]}签字日期`] : [];
  });
}
