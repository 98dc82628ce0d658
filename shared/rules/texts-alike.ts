import type { RecordOf } from '../records/record.ts';
import { defineRule, walkThrough, type Observation } from './define-rule.ts';
import { agedRecords, listNumbers } from './rule-records.ts';

/** So many work records may say the same before it is worth a look. */
const mostSame = 5;
/** Shorter texts are the same by nature: 重启服务后恢复正常. */
const shortestText = 24;
/** So many inspections in a row may show the same readings. */
const mostSameReadings = 5;
/** Fewer readings than this can be equal by chance. */
const fewestReadings = 3;

/** What is left of a text when everything that changes by itself (digits, dates, spaces, punctuation) is taken away. */
function skeleton(text: string): string {
  return text.replaceAll(/[\d\s\p{P}\p{S}]+/gu, '');
}

/** A number that texts with the same skeleton share, found without writing the skeleton down: most texts need no closer look. @param before that of the text before */
function fingerprint(text: string, before: number): number {
  let sum = before;
  for (let position = 0; position < text.length; position++) {
    const code = text.charCodeAt(position);
    // Chinese characters and Latin letters are always in the skeleton.
    if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) sum = (Math.imul(sum, 31) + code) | 0;
  }
  return sum;
}

function* sameTexts(worklogs: readonly RecordOf<'worklog'>[]): Generator<Observation | undefined> {
  const likely = new Map<number, RecordOf<'worklog'>[]>();
  yield* walkThrough(worklogs, (work) => {
    const { description, process, result } = work.body;
    const mark = fingerprint(result ?? '', fingerprint(process ?? '', fingerprint(description, 0)));
    const group = likely.get(mark);
    if (group === undefined) likely.set(mark, [work]);
    else group.push(work);
  });
  for (const records of likely.values()) {
    if (records.length <= mostSame) continue;
    yield undefined;
    yield* sameSkeletons(records);
  }
}

function sameSkeletons(records: readonly RecordOf<'worklog'>[]): Observation[] {
  const groups = Map.groupBy(records, ({ body }) => skeleton([body.description, body.process, body.result].join('\n')));
  return [...groups].filter(([text, same]) => same.length > mostSame && text.length >= shortestText).map(([, same]) => ({
    message: `${same.length} 份日常工作记录单除数字外文字相同：${listNumbers(same)}。`,
    advice: `判断办法：去掉数字、标点和空格后，${mostSame + 1} 份以上的工作描述、处理过程、处理结果逐字相同，且不是短句；巡检的“正常”结论从不比较。确属同一类重复工作的不必改；否则按实际情况补充。`,
    recordIds: same.map((record) => record.id),
    date: same[0]?.date,
  }));
}

type Item = RecordOf<'inspection'>['body']['items'][number];

/** The readings that contain a number. */
function readingsOf({ body }: RecordOf<'inspection'>): readonly Item[] {
  return body.items.filter(({ measured }) => measured !== undefined && /\d/.test(measured));
}

/**
 * What a series of inspections is compared by. Ports, numbers of nodes and days of expiry honestly never move: where anything does, only the
 * items that ever did are looked at; where nothing does, all of them.
 */
function comparedBy(series: readonly RecordOf<'inspection'>[]): (inspection: RecordOf<'inspection'>) => string | undefined {
  const first = new Map<string, string | undefined>();
  const moving = new Set<string>();
  for (const inspection of series) {
    for (const { item, measured } of readingsOf(inspection)) {
      const before = first.get(item);
      if (before === undefined) first.set(item, measured);
      else if (before !== measured) moving.add(item);
    }
  }
  return (inspection) => {
    const compared = readingsOf(inspection).filter(({ item }) => moving.size === 0 || moving.has(item));
    return compared.length < fewestReadings ? undefined : compared.map(({ item, measured }) => `${item}=${measured ?? ''}`).join('|');
  };
}

function* sameReadings(inspections: readonly RecordOf<'inspection'>[]): Generator<Observation | undefined> {
  const found: Observation[] = [];
  // A system and a checklist are followed by themselves: a weekly check does not interrupt the daily ones.
  for (const series of Map.groupBy(inspections, (record) => `${record.body.system ?? ''} ${record.body.cycle}`).values()) {
    yield undefined;
    const readings = comparedBy(series);
    yield undefined;
    let run: RecordOf<'inspection'>[] = [];
    let last: string | undefined;
    const close = () => {
      if (run.length > mostSameReadings) {
        found.push({
          message: `连续 ${run.length} 份日常巡检记录单的实测值完全相同：${listNumbers(run)}。`,
          advice: `判断办法：同一系统、同一周期的巡检，连续 ${mostSameReadings + 1} 份以上、至少 ${fewestReadings} 项带数字的实测值一项也没有变；“正常”结论和文字不看，端口、节点数这类一直不变的项目在别的项目有变化时不算。请核对是否照抄前一天的数据。`,
          recordIds: run.map((record) => record.id),
          date: run[0]?.date,
        });
      }
    };
    for (const inspection of series) {
      const values = readings(inspection);
      if (values !== undefined && values === last) {
        run.push(inspection);
        continue;
      }
      close();
      run = [inspection];
      last = values;
    }
    close();
  }
  yield* found;
}

/** Fewer records of one person than this say nothing about how he writes times down. */
const fewestTimed = 30;
/** So large a share of them on the full hour looks filled in afterwards. */
const wholeHourShare = 0.9;

function isWholeHour(time: string | undefined): boolean {
  return time?.endsWith(':00') === true;
}

/** People whose work nearly always begins and ends on the full hour. Inspections have their fixed time of day and are left out. */
function wholeHours(worklogs: readonly RecordOf<'worklog'>[]): Observation[] {
  const timed = worklogs.filter(({ body }) => body.startTime !== undefined && body.endTime !== undefined);
  return [...Map.groupBy(timed, ({ body }) => body.staff)].flatMap(([person, records]): Observation[] => {
    const whole = records.filter(({ body }) => isWholeHour(body.startTime) && isWholeHour(body.endTime));
    return records.length < fewestTimed || whole.length < records.length * wholeHourShare ? [] : [{
      message: `${person}的 ${records.length} 份日常工作记录单里，${whole.length} 份的起止时间都是整点。`,
      advice: `判断办法：同一人写了起止时间的工作记录不少于 ${fewestTimed} 份，其中 ${wholeHourShare * 100}% 以上起止都在整点；巡检不看。像是事后估填的，请按实际时间登记；确按整点排班的不必改。`,
      recordIds: whole.map(({ id }) => id),
      date: whole[0]?.date,
    }];
  });
}

/**
 * 雷同提示. Honest 正常 checklists are not accused: results and conclusions are never compared, only written texts that are
 * the same but for digits, measured values that do not move for days, and times that are all on the full hour.
 */
export const textsAlike = defineRule({
  id: 'texts-alike',
  title: '文字、实测值或时间雷同',
  severity: 'notice',
  observe: function* (input): Generator<Observation | undefined> {
    yield* sameTexts(agedRecords(input, 'worklog'));
    yield undefined;
    yield* wholeHours(agedRecords(input, 'worklog'));
    yield* sameReadings(agedRecords(input, 'inspection'));
  },
});
