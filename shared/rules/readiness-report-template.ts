/** The template of the printable readiness report. */
export const readinessReportTemplate = 'readiness-report.docx';
