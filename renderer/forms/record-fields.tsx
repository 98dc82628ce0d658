import { memo, useMemo, useState, type ReactNode } from 'react';
import type { ContractProfile } from '../../shared/contract/profile.ts';
import type { SignOffRole } from '../../shared/records/define-kind.ts';
import type { FieldDefinition } from '../../shared/records/fields.ts';
import { kindOf, type KindName } from '../../shared/records/kinds.ts';
import { formWords, inspectionWords, signOffWords } from '../words/forms.ts';
import { writtenTexts } from '../../shared/deliverables/report-drafts.ts';
import { DraftedText, ReportDraftsProvider } from './drafted-text.tsx';
import { useFormScope } from './form-context.ts';
import { formValue } from './form-model.ts';
import { FormField } from './form-field.tsx';
import { InspectionItems } from './inspection-items.tsx';
import { extraDefinition, sectionsOf } from './record-values.ts';

const roleFields: Readonly<Record<SignOffRole, readonly ['executor' | 'reviewer' | 'confirmer', 'executedOn' | 'reviewedOn' | 'confirmedOn']>> = {
  executor: ['executor', 'executedOn'],
  reviewer: ['reviewer', 'reviewedOn'],
  confirmer: ['confirmer', 'confirmedOn'],
};

function Section(props: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <fieldset className="form-section">
      <legend>{props.title}</legend>
      <div className="form-grid">{props.children}</div>
    </fieldset>
  );
}

function BodyField(props: { readonly kind: KindName; readonly name: string; readonly field: FieldDefinition }): ReactNode {
  const { kind, name, field } = props;
  if (kind === 'inspection' && name === 'items') return <InspectionItems />;
  if (kind === 'inspection' && name === 'conclusion') return <FormField path={['body', name]} definition={field} note={inspectionWords.proposed} />;
  // Links to other records are drawn as what they lead to, below all fields.
  if (field.type === 'links') return null;
  const input = <FormField path={['body', name]} definition={field} isDouble={name === 'system'} />;
  if (kind !== 'report' || field.type !== 'longText') return input;
  return writtenTexts.some((text) => text === name) ? <>{input}<DraftedText name={name} /></> : <><DraftedText name={name} />{input}</>;
}

function SignOffFields(props: { readonly roles: readonly SignOffRole[] }): ReactNode {
  return props.roles.flatMap((role) => {
    const [name, day] = roleFields[role];
    return [
      <FormField key={name} path={['signOff', name]} definition={{ type: 'person', label: signOffWords[name], required: false }} />,
      <FormField key={day} path={['signOff', day]} definition={{ type: 'date', label: signOffWords[day], required: false }} />,
    ];
  });
}

const lateReason = ['lateReason'];

function hasText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

const lateReasonTexts = { head: 'longText', foot: 'text' } as const;

function LateReason(props: { readonly place: keyof typeof lateReasonTexts }): ReactNode {
  return <FormField path={lateReason} definition={{ type: lateReasonTexts[props.place], label: formWords.lateReason, required: false, help: formWords.lateReasonHelp }} />;
}

/** All fields of a kind's form: its sections, the contract's own fields, signatures, and why it was entered late. */
export const RecordFields = memo(function RecordFields(props: { readonly kind: KindName; readonly profile: ContractProfile }): ReactNode {
  const { kind, profile } = props;
  const definition = kindOf(kind);
  const sections = useMemo(() => sectionsOf(kind), [kind]);
  const extra = profile.extraFields[kind] ?? [];
  const { model } = useFormScope();
  // What comes late says so at its head; the field does not move while somebody types in it.
  const [isLate] = useState(() => hasText(formValue(model.getState(), lateReason)));
  const fields = (
    <>
      {isLate ? <Section title={formWords.late}><LateReason place="head" /></Section> : null}
      {sections.map(({ title, fields }) => (
        <Section key={title} title={title}>
          {fields.map((name) => {
            const field = definition.fields[name];
            return field === undefined ? null : <BodyField key={name} kind={kind} name={name} field={field} />;
          })}
        </Section>
      ))}
      {extra.length === 0 ? null : (
        <Section title={formWords.extraFields}>
          {extra.map((field) => <FormField key={field.name} path={['extra', field.name]} definition={extraDefinition(field)} />)}
        </Section>
      )}
      <Section title={formWords.signOff}>
        <div className="sign-off field-wide"><SignOffFields roles={definition.signOff} /></div>
        {isLate ? null : <LateReason place="foot" />}
      </Section>
    </>
  );
  return kind === 'report' ? <ReportDraftsProvider>{fields}</ReportDraftsProvider> : fields;
});
