import type { ReactNode } from 'react';
import { attachmentRoles, isAttachmentRole, type AttachmentRole } from '../../shared/records/attachment.ts';
import { roleWords } from '../words/attachments.ts';

/** Roles that a file can have; only pictures that forms print are photos. */
export function roleChoices(mayBePhoto: boolean): { readonly value: AttachmentRole; readonly label: string }[] {
  return attachmentRoles.filter((role) => role !== 'photo' || mayBePhoto).map((role) => ({ value: role, label: roleWords[role] }));
}

type RoleSelectProps = {
  readonly label: string;
  readonly role: string;
  readonly mayBePhoto: boolean;
  readonly isDisabled?: boolean;
  readonly choose: (role: AttachmentRole) => void;
};

/** What a file is for. A plain choice of the browser: many of them stand side by side and appear one after the other. */
export function RoleSelect(props: RoleSelectProps): ReactNode {
  const { label, role, mayBePhoto, isDisabled, choose } = props;
  return (
    <select
      className="attachment-role"
      aria-label={label}
      disabled={isDisabled ?? false}
      value={isAttachmentRole(role) ? role : 'other'}
      onChange={(event) => {
        if (isAttachmentRole(event.target.value)) choose(event.target.value);
      }}
    >
      {roleChoices(mayBePhoto).map(({ value, label: text }) => <option key={value} value={value}>{text}</option>)}
    </select>
  );
}
