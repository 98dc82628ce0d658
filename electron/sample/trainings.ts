import { clock } from './day-book.ts';
import type { Entry } from './entry.ts';
import { workingDaysIn, type Frame } from './frame.ts';
import { createRandom } from './random.ts';
import { trainingPlaces, trainingTexts } from './texts/trainings.ts';

/** 培训: one in every reporting period and one more, among them one on security and confidentiality (合同第十一章 4). */
export function createTrainings(frame: Frame): Entry<'training'>[] {
  const random = createRandom(frame.seed, 'trainings');
  const { cast } = frame;
  const full = frame.periods.map((period) => workingDaysIn(frame, period)).filter((days) => days.length > 5);
  const sessions = [...full.map((days) => ({ days, which: 0 })), ...full.slice(0, 1).map((days) => ({ days, which: 1 }))];
  const [first, ...others] = trainingTexts.filter((text) => text.type === '安全保密教育');
  const texts = [...(first === undefined ? [] : [first]), ...random.shuffle(trainingTexts.filter((text) => text !== first && !others.includes(text)))];
  return sessions.flatMap(({ days, which }, index): Entry<'training'>[] => {
    const text = texts[index % texts.length];
    // The first half and the second half of a period, so that two sessions of one period do not meet.
    const half = Math.floor(days.length / 2);
    const date = random.pick(which === 0 ? days.slice(1, half) : days.slice(half, -1));
    if (text === undefined || date === undefined) return [];
    const lecturer = text.type === '安全保密教育' || text.type === '应急培训' ? cast.securityLead : random.pick(cast.engineers).name;
    const organizer = cast.manager;
    const start = random.chance(0.5) ? 540 : 840;
    const minutes = random.pick([90, 120, 120, 150]);
    frame.dayBook.block(lecturer, date, start, start + minutes);
    if (text.withVendor) {
      for (const engineer of cast.engineers) if (engineer.name !== lecturer) frame.dayBook.block(engineer.name, date, start, start + minutes);
    }
    const guests = random.shuffle(cast.users).slice(0, random.whole(7, 14)).map((user) => ({ name: user.name, unit: user.unit, position: user.position, phone: user.phone }));
    const colleagues = text.withVendor ? cast.engineers.filter((engineer) => engineer.name !== lecturer).map((engineer) => ({ name: engineer.name, unit: '乙方项目组', position: engineer.role })) : [];
    return [{
      key: `training ${index}`, kind: 'training', date, executor: lecturer, doneOn: date, minute: start,
      body: {
        date, topic: text.topic, trainingType: text.type, purpose: `${text.purpose}。`, lecturer, startTime: clock(start), endTime: clock(start + minutes),
        place: random.pick(trainingPlaces), mode: random.chance(0.7) ? '现场' : '现场与线上结合', hours: minutes / 60, summary: text.summary, materials: text.materials,
        attendees: [...guests, ...colleagues], evaluation: text.evaluation, organizer,
      },
    }];
  });
}
