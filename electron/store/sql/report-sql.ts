import type Database from 'better-sqlite3';
import { command, query } from './prepare.ts';

export type ReportVersionRow = {
  readonly report_id: string;
  readonly version: number;
  readonly made_at: string;
  readonly made_by: string;
  readonly reason: string;
  readonly data_sha256: string;
  readonly content: string;
};

export type ReportExplanationRow = {
  readonly report_id: string;
  readonly version: number;
  readonly position: number;
  readonly made_at: string;
  readonly made_by: string;
  readonly explanation: string;
  readonly differences: string;
};

export type ReportQuestionRow = { readonly id: string; readonly report_id: string; readonly revision: number; readonly body: string };

export type ReportStatements = ReturnType<typeof prepareReportStatements>;

export function prepareReportStatements(database: Database.Database) {
  const facts = 'report_id, version, made_at, made_by, reason, data_sha256';
  return {
    /** Without their content, which is long. */
    versions: query<[string], Omit<ReportVersionRow, 'content'>>(database, `SELECT ${facts} FROM report_version WHERE report_id = ? ORDER BY version`),
    latest: query<[string], ReportVersionRow>(database, `SELECT ${facts}, content FROM report_version WHERE report_id = ? ORDER BY version DESC LIMIT 1`),
    latestOfContract: query<[string], Pick<ReportVersionRow, 'report_id' | 'version' | 'made_at'>>(database, `
      SELECT report_id, max(version) AS version, report_version.made_at FROM report_version JOIN record ON record.id = report_id WHERE contract_id = ? GROUP BY report_id`),
    insertVersion: command<[ReportVersionRow]>(database, `
      INSERT INTO report_version (${facts}, content) VALUES (@report_id, @version, @made_at, @made_by, @reason, @data_sha256, @content)`),
    explanations: query<[string], ReportExplanationRow>(database, `
      SELECT report_id, version, position, made_at, made_by, explanation, differences FROM report_explanation WHERE report_id = ? ORDER BY version, position`),
    insertExplanation: command<[ReportExplanationRow]>(database, `
      INSERT INTO report_explanation (report_id, version, position, made_at, made_by, explanation, differences)
      VALUES (@report_id, @version, @position, @made_at, @made_by, @explanation, @differences)`),
    questions: query<[string], ReportQuestionRow>(database, 'SELECT id, report_id, revision, body FROM report_question WHERE report_id = ? ORDER BY id'),
    question: query<[string], ReportQuestionRow>(database, 'SELECT id, report_id, revision, body FROM report_question WHERE id = ?'),
    questionsOfContract: query<[string], ReportQuestionRow>(database, `
      SELECT report_question.id, report_id, report_question.revision, report_question.body FROM report_question JOIN record ON record.id = report_id WHERE contract_id = ? ORDER BY report_question.id`),
    insertQuestion: command<[ReportQuestionRow]>(database, 'INSERT INTO report_question (id, report_id, revision, body) VALUES (@id, @report_id, @revision, @body)'),
    updateQuestion: command<[ReportQuestionRow]>(database, 'UPDATE report_question SET revision = @revision, body = @body WHERE id = @id AND report_id = @report_id'),
  };
}
