import type { RecordOf } from '../records/record.ts';
import type { ReportTags, TextRow } from './report-tags.ts';

type ReportBody = RecordOf<'report'>['body'];

/** What the manager adds to a chapter in his own words, under the sentences that are drafted from the figures. */
export const chapterNotes = ['inspectionNote', 'workNote', 'requestNote', 'incidentNote', 'assuranceNote', 'trainingNote', 'surveyNote', 'complaintNote'] as const satisfies readonly (keyof ReportBody)[];

export type ChapterNotes = Pick<ReportBody, (typeof chapterNotes)[number]>;

/** Every line of a text as a paragraph of its own. */
export function paragraphs(text: string): TextRow[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((文) => ({ 文 }));
}

type NoteTags = Pick<ReportTags, '日常巡检说明段落' | '日常工作说明段落' | '需求处理说明段落' | '故障与应急说明段落' | '备份与安全说明段落' | '培训与走访说明段落' | '满意度说明段落' | '诉求办理说明段落'>;

/** The notes as paragraphs; none where nothing was written. */
export function noteParagraphs(body: ReportBody): NoteTags {
  const of = (field: (typeof chapterNotes)[number]): TextRow[] => paragraphs(body[field] ?? '');
  return {
    日常巡检说明段落: of('inspectionNote'), 日常工作说明段落: of('workNote'), 需求处理说明段落: of('requestNote'), 故障与应急说明段落: of('incidentNote'),
    备份与安全说明段落: of('assuranceNote'), 培训与走访说明段落: of('trainingNote'), 满意度说明段落: of('surveyNote'), 诉求办理说明段落: of('complaintNote'),
  };
}

/**
 * What the next report of the same kind begins with: the notes of the chapters, which tell how the service is run. The overview, the
 * problems and the plan belong to one period and are drafted anew.
 */
export function carriedNotes(body: ReportBody): ChapterNotes {
  return Object.fromEntries(chapterNotes.flatMap((field) => (body[field] === undefined ? [] : [[field, body[field]]])));
}
