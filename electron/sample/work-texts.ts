import type { LocalDate } from '../../shared/dates.ts';
import type { User } from './cast.ts';
import { createFiller } from './fill-text.ts';
import type { Frame } from './frame.ts';
import type { Random } from './random.ts';
import type { ServiceRole } from './service-roles.ts';
import { accessQuestions } from './texts/consult-access.ts';
import { caseQuestions } from './texts/consult-case.ts';
import { dataQuestions } from './texts/consult-data.ts';
import { mapQuestions } from './texts/consult-map.ts';
import type { WorkCase } from './texts/work-case.ts';
import { defectWork } from './texts/work-defect.ts';
import { featureWork } from './texts/work-feature.ts';
import { interfaceWork } from './texts/work-interface.ts';
import { scheduleWork } from './texts/work-schedule.ts';
import { channelClosings, channelOpenings, reportWork, trainingWork, visitWork } from './texts/work-service.ts';
import { statisticsWork } from './texts/work-statistics.ts';
import { dataBackupWork, emergencyWork, fileBackupWork, hardeningWork, incidentWork, inspectionWork, patchWork, tuningWork } from './texts/work-support.ts';
import { technicalWork } from './texts/work-technical.ts';

const questions = [...accessQuestions, ...mapQuestions, ...caseQuestions, ...dataQuestions];

const workOf: Readonly<Record<ServiceRole, readonly WorkCase[]>> = {
  phone: questions, mail: questions, wechat: questions,
  feature: featureWork, interface: interfaceWork, schedule: scheduleWork, defect: defectWork, statistics: statisticsWork, technical: technicalWork,
  'data-backup': dataBackupWork, 'file-backup': fileBackupWork, inspection: inspectionWork, tuning: tuningWork, patch: patchWork, hardening: hardeningWork,
  incident: incidentWork, emergency: emergencyWork, training: trainingWork, visit: visitWork, report: reportWork,
};

const consultChannels: Readonly<Partial<Record<ServiceRole, '电话' | '邮件' | '微信'>>> = { phone: '电话', mail: '邮件', wechat: '微信' };

/** Consulting takes longer than the answer alone: finding out, trying and noting it down are part of it. */
const consultFactor = 2.1;
const engineeringFactor = 1.6;
/** A question is closed well within the four hours that contracts promise for faults, and without a break. */
const longestConsult = 144;
const longestWork = 420;

export type WorkText = { readonly module: string; readonly description: string; readonly process: string; readonly result: string; readonly minutes: number; readonly channel: string };

/** What would take too long takes some time below the longest: a year in which a third of the work took exactly as long as allowed looks made up. */
function within(longest: number, minutes: number, random: Random): number {
  return minutes <= longest ? minutes : longest * (0.6 + random.next() * 0.4);
}

/** Minutes in steps of six, so that hours have one decimal. */
function sixes(minutes: number): number {
  return Math.max(3, Math.round(minutes / 6)) * 6;
}

/** Sentences and length of one piece of work of a role, asked for by a user of the customer. */
export function inventWork(frame: Frame, role: ServiceRole, date: LocalDate, user: User, random: Random): WorkText {
  const work = random.pick(workOf[role]);
  const [description, process, result] = random.pick(work.threads);
  const fill = createFiller({ date, serviceFrom: frame.profile.service.from, given: { 部门: user.unit } }, random);
  const module = random.pick(work.modules);
  const consult = consultChannels[role];
  const drawn = work.minutes[0] + random.next() * (work.minutes[1] - work.minutes[0]);
  if (consult === undefined) {
    return {
      module, description: `${fill(description)}。`, process: `${fill(process)}。`, result: `${fill(result)}。`,
      minutes: sixes(within(longestWork, drawn * engineeringFactor, random)), channel: random.chance(0.45) ? '现场' : '远程',
    };
  }
  const closing = fill(random.pick(channelClosings[consult]));
  return {
    module, channel: consult, minutes: sixes(within(longestConsult, drawn * consultFactor, random)),
    description: `${fill(random.pick(channelOpenings[consult]))}${fill(description)}。`,
    process: `${fill(process)}。${closing}`, result: `${fill(result)}。`,
  };
}

/** Whether users ask for work of this role, rather than the team planning it. */
export function isConsult(role: ServiceRole): boolean {
  return consultChannels[role] !== undefined;
}
