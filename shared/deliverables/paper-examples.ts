import { carriedData } from '../carried/carried-data.ts';
import { exampleCarriedItems } from '../carried/example-items.ts';
import { discLabelData, discPapersData } from '../discs/disc-data.ts';
import { exampleDiscs } from '../discs/example-discs.ts';
import { exampleProfile } from './example-data.ts';
import { exampleHandoverList } from './handover-list-example.ts';
import { exampleReadiness } from '../rules/readiness-example.ts';
import { exampleVolumeData, exampleVolumesData } from '../volumes/example-volumes.ts';
import type { PaperSubject } from './paper-subjects.ts';
import type { TemplateData } from './record-data.ts';

function carriedExample(): TemplateData {
  const profile = exampleProfile();
  return { ...carriedData({ ...profile, confidentiality: { ...profile.confidentiality, returnDuties: ['运维工作终止后，按照对方的要求交回或销毁。'] } }, exampleCarriedItems(), '2025-10-20') };
}

const exampleVolume = (): TemplateData => exampleVolumeData(exampleProfile());
const exampleVolumes = (): TemplateData => exampleVolumesData(exampleProfile());

const examples: Readonly<Record<PaperSubject, () => TemplateData>> = {
  'readiness-report': () => ({ ...exampleReadiness(exampleProfile()) }),
  'handover-list': () => ({ ...exampleHandoverList() }),
  'volume-cover': exampleVolume,
  'volume-cover-archive': exampleVolume,
  'volume-contents': exampleVolume,
  'volume-contents-archive': exampleVolume,
  'volume-note': exampleVolume,
  'volume-spines': exampleVolumes,
  'volume-spines-archive': exampleVolumes,
  'box-labels': exampleVolumes,
  'volumes-list': exampleVolumes,
  'volumes-receipt': exampleVolumes,
  'disc-register': () => ({ ...discPapersData(exampleProfile(), exampleDiscs()) }),
  'disc-labels': () => ({ ...discLabelData(exampleProfile(), exampleDiscs(), 1) }),
  'carried-inventory': carriedExample,
  'carried-closing': carriedExample,
};

/** A paper's data with everything filled in: shows which tags its template gets. */
export function paperExample(subject: PaperSubject): TemplateData {
  return examples[subject]();
}
