import { defaultSurveyCriteria } from '../../shared/contract/default-survey.ts';
import { eachDay } from '../../shared/dates.ts';
import { clock } from './day-book.ts';
import { reference, type Entry } from './entry.ts';
import { workingDayAfter, workingDaysIn, type Frame } from './frame.ts';
import { createRandom, roundTo, type Random } from './random.ts';
import type { User } from './cast.ts';
import { surveyOpinions, surveySuggestions, visitTexts } from './texts/visits.ts';

type Survey = Entry<'survey'>;

/** Shares of the full score from which the overall opinion is taken. */
function overallOf(share: number): '非常满意' | '满意' | '基本满意' {
  return share >= 0.95 ? '非常满意' : share >= 0.85 ? '满意' : '基本满意';
}

function createSurvey(frame: Frame, key: string, date: string, user: User, isVisit: boolean, random: Random): Survey {
  const criteria = frame.profile.surveyCriteria.length === 0 ? defaultSurveyCriteria : frame.profile.surveyCriteria;
  const mood = random.decimal(0.88, 0.99, 3);
  const scores = criteria.map(({ criterion, standard, fullScore }) => {
    const score = Math.min(fullScore, Math.max(Math.ceil(fullScore * 0.7), Math.round(fullScore * (mood + random.decimal(-0.08, 0.06, 3)))));
    return { criterion, ...(standard === '' ? {} : { standard }), fullScore, score, ...(random.chance(0.3) ? { opinion: random.pick(surveyOpinions) } : {}) };
  });
  const share = scores.reduce((sum, row) => sum + row.score, 0) / Math.max(1, scores.reduce((sum, row) => sum + row.fullScore, 0));
  const staff = random.pick(frame.cast.engineers).name;
  return {
    key, kind: 'survey', date, executor: staff, doneOn: date, minute: 900,
    body: {
      date, respondent: user.name, respondentUnit: user.unit, phone: user.phone, method: isVisit ? '现场走访' : random.pick(['书面问卷', '电话回访', '线上问卷']),
      staff, content: '本期日常巡检、咨询与问题处理、需求实施、故障响应等运维服务。', scores, overall: overallOf(roundTo(share, 3)),
      ...(random.chance(0.6) ? { suggestion: random.pick(surveySuggestions) } : {}),
    },
  };
}

/** 走访与满意度调查: at least one visit in every reporting period, with two to four satisfaction forms. */
export function createVisits(frame: Frame): { readonly visits: readonly Entry<'visit'>[]; readonly surveys: readonly Survey[] } {
  const random = createRandom(frame.seed, 'visits');
  const { cast } = frame;
  const texts = random.shuffle(visitTexts);
  const visits: Entry<'visit'>[] = [];
  const surveys: Survey[] = [];
  for (const [index, period] of frame.periods.entries()) {
    const inPeriod = workingDaysIn(frame, period);
    // A remainder of a period without a working day still asks its users.
    const days = inPeriod.length > 0 ? inPeriod : eachDay(period.from, period.to);
    const last = days.at(-1);
    if (last === undefined) continue;
    const respondents = random.shuffle(cast.users).filter((user, at, all) => all.findIndex((other) => other.unit === user.unit) === at).slice(0, random.whole(2, 4));
    const date = days.length > 20 ? random.pick(days.slice(-18, -6)) : last;
    const text = texts[index % texts.length];
    const host = respondents[0];
    if (text === undefined || host === undefined) continue;
    const start = random.whole(168, 178) * 5;
    const minutes = random.whole(8, 18) * 5;
    const visitor = random.shuffle(cast.engineers).find((engineer) => frame.dayBook.isFree(engineer.name, date, start, start + minutes))?.name;
    const visitors = [cast.manager, ...(visitor === undefined ? [] : [visitor])];
    for (const person of visitors) frame.dayBook.block(person, date, start, start + minutes);
    const forms = respondents.map((user, at) => {
      const later = workingDayAfter(frame, date, at === 0 ? 0 : random.whole(0, 4));
      return createSurvey(frame, `survey ${period.key} ${at}`, later > last ? last : later, user, at === 0, random);
    });
    surveys.push(...forms);
    visits.push({
      key: `visit ${period.key}`, kind: 'visit', date, executor: cast.manager, doneOn: date, minute: start,
      body: {
        date, startTime: clock(start), endTime: clock(start + minutes), place: `${host.unit}办公室`, visitors: visitors.join('、'), hostUnit: host.unit, hosts: host.name, phone: host.phone,
        purpose: `${text.purpose}。`, content: text.content, feedback: text.feedback, action: text.action, actionState: text.state,
        related: forms.map((form) => reference(form.key)),
      },
    });
  }
  return { visits, surveys };
}
