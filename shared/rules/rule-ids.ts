/** The vocabulary of findings: every rule's id, as `Finding.rule` carries it. */
export const ruleIds = [
  'inspection-missing', 'make-up-day-missing', 'off-day-without-duty', 'outside-service-period',
  'quarterly-report-missing', 'annual-report-missing', 'report-date-order', 'report-figures-differ', 'review-passed-silently',
  'service-level-overrun', 'person-days-over-quota', 'charge-without-note',
  'abnormal-item-open', 'work-item-open', 'incident-open', 'complaint-open', 'request-released-untested', 'failure-without-handling',
  'number-gap', 'number-duplicate', 'number-date-differs', 'link-broken',
  'sign-off-missing', 'sign-off-date-order',
  'service-item-without-evidence', 'survey-missing', 'draft-left',
  'hours-per-day', 'time-overlap', 'texts-alike', 'unknown-person',
] as const;

export type RuleId = (typeof ruleIds)[number];
