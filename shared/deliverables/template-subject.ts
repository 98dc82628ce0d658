import type { ContractProfile, Deliverable } from '../contract/profile.ts';
import { isKindName, kindNames, kindOf, type KindName } from '../records/kinds.ts';
import { isPaperSubject, paperNames, paperOfTemplate, paperSubjects, type PaperSubject } from './paper-subjects.ts';

/** What a template is filled with: records of a kind, or what a paper of the hand-over shows. */
export type TemplateSubject = KindName | PaperSubject;

export const templateSubjects: readonly TemplateSubject[] = [...kindNames, ...paperNames];

/** The biggest file that is taken as a template, in bytes; no form of an office comes near it. */
export const templateBytesLimit = 30_000_000;

export function subjectTitle(subject: TemplateSubject): string {
  return isPaperSubject(subject) ? paperSubjects[subject].title : kindOf(subject).title;
}

/** The deliverables of a contract that use a template, enabled ones first. */
export function deliverablesWith(profile: ContractProfile, template: string): readonly Deliverable[] {
  return profile.deliverables.filter((deliverable) => deliverable.template === template).toSorted((a, b) => Number(b.enabled) - Number(a.enabled));
}

/** What a template is for: as the contract uses it, else as the shipped files are named; undefined when neither tells. */
export function templateSubject(profile: ContractProfile | undefined, template: string): TemplateSubject | undefined {
  const paper = paperOfTemplate(template);
  if (paper !== undefined) return paper;
  const [deliverable] = profile === undefined ? [] : deliverablesWith(profile, template);
  if (deliverable !== undefined) return deliverable.kind;
  const stem = template.replace(/\.\w+$/, '').replace(/^ledger-|-list$/g, '');
  if (/^(quarterly|annual)-report$/.test(stem)) return 'report';
  return isKindName(stem) ? stem : undefined;
}
