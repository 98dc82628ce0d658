import { abnormalItemOpen } from './abnormal-item-open.ts';
import { documentNotDelivered } from './document-not-delivered.ts';
import { draftLeft } from './draft-left.ts';
import { serviceItemWithoutEvidence, surveyMissing } from './evidence.ts';
import type { Rule } from './finding.ts';
import { failureWithoutHandling, requestReleasedUntested } from './handling-missing.ts';
import { handoverOutdated } from './handover-outdated.ts';
import { inspectionMissing, inspectionMonthMissing, makeUpDayMissing } from './inspection-missing.ts';
import { ledgerDiffers } from './ledger-differs.ts';
import { linkBroken } from './link-broken.ts';
import { namesDiffer } from './names-differ.ts';
import { narrativeDiffers } from './narrative-differs.ts';
import { numberDateDiffers, numberDuplicate, numberGap } from './numbering.ts';
import { offDayWithoutDuty } from './off-day-without-duty.ts';
import { complaintOpen, incidentOpen, workItemOpen } from './open-matters.ts';
import { outsideServicePeriod } from './outside-service-period.ts';
import { carriedOut } from './carried-out.ts';
import { paperIncomplete } from './paper-incomplete.ts';
import { paperOutdated } from './paper-outdated.ts';
import { photoDateDiffers, photoUndescribed } from './photos.ts';
import { chargeWithoutNote, personDaysOverQuota } from './person-days.ts';
import { reportDateOrder } from './report-date-order.ts';
import { reportFiguresDiffer } from './report-figures-differ.ts';
import { annualReportMissing, monthlyReportMissing, quarterlyReportMissing } from './report-missing.ts';
import { reportNotSubmitted, reviewPassedSilently } from './report-review.ts';
import { reportSumDiffers } from './report-sum-differs.ts';
import { serviceLevelOverrun } from './service-level-overrun.ts';
import { signOffDateOrder, signOffMissing } from './sign-off.ts';
import { signedAfterReport } from './signed-after-report.ts';
import { textsAlike } from './texts-alike.ts';
import { unknownPerson } from './unknown-person.ts';
import { hoursPerDay, timeOverlap } from './working-time.ts';

/** The only list of readiness rules. */
export const rules: readonly Rule[] = [
  monthlyReportMissing,
  quarterlyReportMissing,
  annualReportMissing,
  reportDateOrder,
  reportFiguresDiffer,
  reportSumDiffers,
  narrativeDiffers,
  ledgerDiffers,
  reportNotSubmitted,
  reviewPassedSilently,
  inspectionMonthMissing,
  inspectionMissing,
  makeUpDayMissing,
  offDayWithoutDuty,
  outsideServicePeriod,
  abnormalItemOpen,
  workItemOpen,
  incidentOpen,
  serviceLevelOverrun,
  complaintOpen,
  personDaysOverQuota,
  chargeWithoutNote,
  requestReleasedUntested,
  failureWithoutHandling,
  serviceItemWithoutEvidence,
  surveyMissing,
  signOffMissing,
  signOffDateOrder,
  signedAfterReport,
  paperIncomplete,
  paperOutdated,
  handoverOutdated,
  numberGap,
  numberDuplicate,
  numberDateDiffers,
  linkBroken,
  namesDiffer,
  documentNotDelivered,
  draftLeft,
  carriedOut,
  hoursPerDay,
  timeOverlap,
  photoUndescribed,
  photoDateDiffers,
  textsAlike,
  unknownPerson,
];
