import type { Document } from 'docx';
import type { Workbook } from 'exceljs';
import { kindNames } from '../../shared/records/kinds.ts';
import { discLabels } from './discs/disc-labels.ts';
import { discRegister } from './discs/disc-register.ts';
import { backupRunForm } from './forms/backup-run.ts';
import { changeForm } from './forms/change.ts';
import { complaintForm } from './forms/complaint.ts';
import { incidentForm } from './forms/incident.ts';
import { inspectionForm } from './forms/inspection.ts';
import { requestForm } from './forms/request.ts';
import { surveyForm } from './forms/survey.ts';
import { trainingForm } from './forms/training.ts';
import { visitForm } from './forms/visit.ts';
import { worklogForm } from './forms/worklog.ts';
import { ledgerWorkbook } from './ledgers/ledger.ts';
import { carriedClosing } from './lists/carried-closing.ts';
import { carriedInventory } from './lists/carried-inventory.ts';
import { handoverList } from './lists/handover-list.ts';
import { inspectionList } from './lists/inspection-list.ts';
import { readinessReport } from './lists/readiness-report.ts';
import { worklogList } from './lists/worklog-list.ts';
import { annualReport } from './reports/annual-report.ts';
import { quarterlyReport } from './reports/quarterly-report.ts';
import { boxLabel } from './volumes/box-label.ts';
import { archiveContents, volumeContents } from './volumes/contents.ts';
import { archiveCover, volumeCover } from './volumes/cover.ts';
import { volumeNote } from './volumes/note.ts';
import { receipt } from './volumes/receipt.ts';
import { archiveSpine, volumeSpine } from './volumes/spine.ts';
import { volumeList } from './volumes/volume-list.ts';

/** The Word templates this program ships, by file name. */
export const wordTemplates: Readonly<Record<string, () => Document>> = {
  'inspection.docx': inspectionForm,
  'worklog.docx': worklogForm,
  'request.docx': requestForm,
  'survey.docx': surveyForm,
  'incident.docx': incidentForm,
  'complaint.docx': complaintForm,
  'training.docx': trainingForm,
  'visit.docx': visitForm,
  'change.docx': changeForm,
  'backup-run.docx': backupRunForm,
  'worklog-list.docx': worklogList,
  'inspection-list.docx': inspectionList,
  'handover-list.docx': handoverList,
  'readiness-report.docx': readinessReport,
  'carried-inventory.docx': carriedInventory,
  'carried-closing.docx': carriedClosing,
  'volume-cover.docx': volumeCover,
  'volume-cover-archive.docx': archiveCover,
  'volume-contents.docx': volumeContents,
  'volume-contents-archive.docx': archiveContents,
  'volume-note.docx': volumeNote,
  'volume-spines.docx': volumeSpine,
  'volume-spines-archive.docx': archiveSpine,
  'box-labels.docx': boxLabel,
  'volumes-list.docx': volumeList,
  'volumes-receipt.docx': receipt,
  'quarterly-report.docx': quarterlyReport,
  'annual-report.docx': annualReport,
  'disc-register.docx': discRegister,
  'disc-labels.docx': discLabels,
};

/** The Excel templates: a ledger for every kind of record. */
export const excelTemplates: Readonly<Record<string, () => Workbook>> = Object.fromEntries(kindNames.map((kind) => [`ledger-${kind}.xlsx`, () => ledgerWorkbook(kind)]));
