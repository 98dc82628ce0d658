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

function* sameTexts(worklogs: readonly RecordOf<'worklog'>[]): Generator<Observation | undefined> {
  const described = new Map<string, RecordOf<'worklog'>[]>();
  yield* walkThrough(worklogs, (work) => {
    const text = skeleton(work.body.description);
    const group = described.get(text);
    if (group === undefined) described.set(text, [work]);
    else group.push(work);
  });
  // Few descriptions come back so often that the rest of the text has to be looked at.
  const likely = [...described].filter(([, records]) => records.length > mostSame);
  const groups = likely.flatMap(([text, records]) => [...Map.groupBy(records, ({ body }) => text + skeleton(body.process + (body.result ?? '')))]);
  yield* groups.filter(([text, records]) => records.length > mostSame && text.length >= shortestText).map(([, records]) => ({
    message: `${records.length} 份日常工作记录单除数字外文字相同：${listNumbers(records)}。`,
    advice: '判断办法：去掉数字、标点和空格后，工作描述、处理过程、处理结果逐字相同，且不是短句。确属同一类重复工作的不必改；否则按实际情况补充。',
    recordIds: records.map((record) => record.id),
    date: records[0]?.date,
  }));
}

/** The readings that contain a number, as one text; undefined when there are too few to say anything. */
function readings(inspection: RecordOf<'inspection'>): string | undefined {
  const measured = inspection.body.items.flatMap((item) => (item.measured !== undefined && /\d/.test(item.measured) ? [`${item.item}=${item.measured}`] : []));
  return measured.length < fewestReadings ? undefined : measured.join('|');
}

function sameReadings(inspections: readonly RecordOf<'inspection'>[]): Observation[] {
  const found: Observation[] = [];
  // A system and a checklist are followed by themselves: a weekly check does not interrupt the daily ones.
  for (const series of Map.groupBy(inspections, (record) => `${record.body.system ?? ''} ${record.body.cycle}`).values()) {
    let run: RecordOf<'inspection'>[] = [];
    let last: string | undefined;
    const close = () => {
      if (run.length > mostSameReadings) {
        found.push({
          message: `连续 ${run.length} 份日常巡检记录单的实测值完全相同：${listNumbers(run)}。`,
          advice: '判断办法：只比较带数字的实测值，不看“正常”结论和文字。请核对是否照抄前一天的数据。',
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
  return found;
}

/**
 * 雷同提示. Honest 正常 checklists are not accused: results and conclusions are never compared, only written texts that are
 * the same but for digits, and measured values that do not move for days.
 */
export const textsAlike = defineRule({
  id: 'texts-alike',
  title: '文字或实测值雷同',
  severity: 'notice',
  observe: function* (input): Generator<Observation | undefined> {
    yield* sameTexts(agedRecords(input, 'worklog'));
    yield* sameReadings(agedRecords(input, 'inspection'));
  },
});
