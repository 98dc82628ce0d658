import { addMinutes } from '../../shared/dates.ts';
import { optionsOf } from '../../shared/records/body-schema.ts';
import { kinds } from '../../shared/records/kinds.ts';
import { clock } from './day-book.ts';
import type { Entry } from './entry.ts';
import { spreadDays, workingDayAfter, type Frame } from './frame.ts';
import { createRandom } from './random.ts';
import { complaintTexts, followUpTexts, noticeTexts } from './texts/complaints.ts';

const complaintsPerYear = 5;

/** 接诉即办: appeals of the contract's types, answered, closed and asked after. */
export function createComplaints(frame: Frame): Entry<'complaint'>[] {
  const random = createRandom(frame.seed, 'complaints');
  const { cast, profile } = frame;
  const allowed = optionsOf(kinds.complaint.fields.appealType, profile);
  const types = profile.complaintTypes.length === 0 ? allowed : profile.complaintTypes.filter((type) => allowed.includes(type));
  const fitting = complaintTexts.filter((text) => types.includes(text.type));
  const texts = random.shuffle(fitting.length === 0 ? complaintTexts : fitting);
  const dates = spreadDays(frame.workingDays.slice(5, -12), Math.max(1, Math.round(complaintsPerYear * frame.years)), random);
  return dates.flatMap((date, index): Entry<'complaint'>[] => {
    const text = texts[index % texts.length];
    if (text === undefined) return [];
    const user = random.pick(cast.users);
    const handler = random.pick(cast.engineers.filter((engineer) => engineer.specialty === 'support').concat(cast.engineers.slice(0, 1))).name;
    const minute = random.whole(530, 1000);
    const receivedAt = `${date}T${clock(minute)}`;
    const closedOn = workingDayAfter(frame, date, random.whole(0, 1));
    const followUpOn = workingDayAfter(frame, closedOn, 1);
    return [{
      key: `complaint ${index}`, kind: 'complaint', date, executor: handler, doneOn: followUpOn, minute,
      body: {
        date, receivedAt, source: text.source, appealType: text.type, urgency: text.type === '举报' ? '紧急' : '一般',
        appellant: user.name, appellantUnit: user.unit, phone: user.phone, content: text.content, firstHandler: handler,
        respondedAt: addMinutes(receivedAt, random.whole(6, 48)), process: text.process, closedAt: `${closedOn}T${clock(closedOn === date ? random.whole(1062, 1120) : random.whole(560, 1020))}`,
        result: text.result, resolved: '是', satisfied: '满意', followUpBy: cast.manager, followUpOn,
        notice: random.pick(noticeTexts), remark: `${random.pick(followUpTexts)}`,
      },
    }];
  });
}
