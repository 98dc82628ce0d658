/** The vocabulary of findings: every rule's id, as `Finding.rule` and the contract profile carry it. rules.ts has the rules themselves. */
export const ruleIds = [
  'inspection-missing', 'inspection-month-missing', 'make-up-day-missing', 'off-day-without-duty', 'outside-service-period',
  'quarterly-report-missing', 'annual-report-missing', 'report-date-order', 'report-figures-differ', 'report-not-submitted',
  'review-passed-silently', 'service-level-overrun', 'person-days-over-quota', 'charge-without-note', 'abnormal-item-open',
  'work-item-open', 'incident-open', 'complaint-open', 'request-released-untested', 'failure-without-handling',
  'number-gap', 'number-duplicate', 'number-date-differs', 'link-broken', 'sign-off-missing',
  'sign-off-date-order', 'service-item-without-evidence', 'survey-missing', 'draft-left', 'carried-out',
  'hours-per-day', 'time-overlap', 'texts-alike', 'unknown-person', 'signed-after-report',
  'report-sum-differs', 'names-differ', 'photo-undescribed', 'photo-date-differs', 'paper-incomplete',
  'document-not-delivered', 'monthly-report-missing', 'narrative-differs', 'paper-outdated',
  'handover-outdated', 'ledger-differs',
] as const;

export type RuleId = (typeof ruleIds)[number];
