import { formatChineseDate, type LocalDate } from '../../../shared/dates.ts';
import type { Question } from '../../../shared/contract/profile.ts';
import type { ContractText, Paragraph } from '../text/contract-text.ts';
import { findDates } from '../text/find-dates.ts';
import { ask, distinct, type Reading } from './reading.ts';

const label = /^(?:合同)?(?:签约|签订|签署|订立|签字|签章)(?:日期|时间)[：:]/;
const onlyDate = /^(?:日期[：:])?(?:\d{4}|[二〇○零一]{4})[年./-][^，。；]{2,12}$/;

/** Whose dates count: labelled ones, and bare ones below the parties' signatures. */
function signingDates(text: ContractText): Paragraph[] {
  return text.paragraphs.filter((paragraph) => {
    if (label.test(paragraph.text)) return true;
    // Two signatures side by side have their dates on one line.
    const dates = findDates(paragraph.text);
    const rest = dates.reduceRight((left, date) => left.slice(0, date.at) + left.slice(date.end), paragraph.text);
    if (dates.length === 0 || (!onlyDate.test(paragraph.text) && !/^(?:日期[：:]| )*$/.test(rest))) return false;
    return text.paragraphs.slice(Math.max(0, paragraph.index - 40), paragraph.index).some((before) => /盖章|签章|公章|签字/.test(before.text));
  });
}

/** The day of signing and the place. A cover with only a month and pages with different days are asked about. */
export function readSigning(text: ContractText): Reading<{ readonly signedOn: LocalDate | undefined; readonly place: string }> {
  const paragraphs = signingDates(text);
  const found = paragraphs.flatMap((paragraph) => findDates(paragraph.text).map((date) => ({ paragraph, date })));
  const days = distinct(found.flatMap(({ date }) => date.date ?? []));
  const monthOnly = found.filter(({ date }) => date.date === undefined && !date.impossible);
  const questions: Question[] = [];
  const passages = found.map((entry) => entry.paragraph);
  const signedOn = days.toSorted().at(-1);
  if (signedOn === undefined) {
    const partial = monthOnly[0];
    questions.push(ask('signed-on', 'signedOn', partial ? `签约日期只写到月（${partial.date.text}），请填写签约的日子。` : '合同没有填写签约日期，请填写。', passages));
  } else if (days.length > 1) {
    questions.push(ask('signed-on', 'signedOn', `签署日期前后不一致：${days.map(formatChineseDate).join('、')}。双方签署日期不同的，一般以最后签署的为准，暂按${formatChineseDate(signedOn)}，请确认。`, passages, days));
  } else if (monthOnly.length > 0) {
    questions.push(ask('signed-on', 'signedOn', `签约日期有一处只写到月（${monthOnly[0]?.date.text ?? ''}），签章处写的是${formatChineseDate(signedOn)}。暂按${formatChineseDate(signedOn)}，请确认。`, passages, days));
  }
  const impossible = found.find(({ date }) => date.impossible);
  if (impossible) questions.push(ask('signed-on-impossible', 'signedOn', `“${impossible.date.text}”不是存在的日期，请核对合同原件。`, [impossible.paragraph]));

  const placeLine = text.paragraphs.find((paragraph) => /^(?:合同)?(?:签约|签订|签署)地点?[：:]./.test(paragraph.text));
  const sources: Record<string, string> = {};
  const first = found.find(({ date }) => date.date === signedOn);
  if (signedOn !== undefined && first) sources['signedOn'] = first.paragraph.text;
  if (placeLine) sources['signingPlace'] = placeLine.text;
  return { value: { signedOn, place: placeLine?.text.replace(/^[^：:]*[：:]/, '').slice(0, 200) ?? '' }, questions, sources };
}
