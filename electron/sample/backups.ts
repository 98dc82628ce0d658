import { addDays, addMinutes, daysBetween, formatChineseDate, weekday, type LocalDate } from '../../shared/dates.ts';
import { backupSize } from './backup-size.ts';
import { engineersFor } from './cast.ts';
import { reference, type Entry } from './entry.ts';
import { workingDayAfter, type Frame } from './frame.ts';
import type { KnownFinding } from './inspections.ts';
import { createRandom, type Random } from './random.ts';
import { itemFor, type PlannedItem } from './service-roles.ts';
import type { WorkOrder } from './work-orders.ts';

type Task = { readonly what: 'data' | 'file'; readonly item: PlannedItem; readonly task: string; readonly backupType: string; readonly target: string; readonly location: string; readonly start: string; readonly gbPerMinute: number };

const failuresPerYear = 2;
const failureCauses: readonly { readonly cause: string; readonly mended: string }[] = [
  { cause: '备份存储空间不足，任务中断', mended: '清理过期备份后重新执行' },
  { cause: '备份期间网络瞬断，校验不通过', mended: '确认链路恢复后重新执行' },
  { cause: '备份账号口令到期，任务未启动', mended: '更新口令并更新台账后重新执行' },
];

function tasksOf(frame: Frame): Task[] {
  const data = itemFor(frame.items, 'data-backup');
  const file = itemFor(frame.items, 'file-backup');
  const dataItem = data ?? file;
  const fileItem = file ?? data;
  return dataItem === undefined || fileItem === undefined ? [] : [
    { what: 'data', item: dataItem, task: '业务数据库每周全量备份', backupType: '全量', target: '业务数据库、地图数据库', location: '备份存储一区，异机副本一份', start: '22:30', gbPerMinute: 0.72 },
    { what: 'file', item: fileItem, task: '附件与文书每周文件备份', backupType: '文件同步', target: '案件附件、文书、应用配置', location: '备份存储二区', start: '23:40', gbPerMinute: 2.6 },
  ];
}

/** The last working day of every week; the backup runs that night. */
function backupNights(frame: Frame): LocalDate[] {
  const monday = (date: LocalDate): LocalDate => addDays(date, -((weekday(date) + 6) % 7));
  return frame.workingDays.filter((day, index) => monday(day) !== monday(frame.workingDays[index + 1] ?? '9999-12-27'));
}

function run(frame: Frame, task: Task, date: LocalDate, key: string, extra: Partial<Entry<'backup-run'>['body']>, random: Random): Entry<'backup-run'> {
  const sizeGb = backupSize(frame.seed, task.what, frame.profile.service.from, date);
  const startedAt = `${date}T${task.start}`;
  const staff = engineersFor(frame.cast, task.item.role, random)[0]?.name ?? frame.cast.manager;
  const minutes = Math.round((sizeGb / task.gbPerMinute) * (0.92 + random.next() * 0.16));
  return {
    key, kind: 'backup-run', date, executor: staff, doneOn: workingDayAfter(frame, addDays(date, 1), 0), minute: task.what === 'data' ? 1350 : 1420,
    body: {
      date, serviceItem: task.item.no, task: task.task, backupType: task.backupType, target: task.target, startedAt, endedAt: addMinutes(startedAt, minutes),
      sizeGb, location: task.location, result: '成功', verification: '校验值一致，备份日志无错误', restoreTest: '未安排', staff, ...extra,
    },
  };
}

/** A restore test of the last backup of each month, in an environment of its own. */
function restoreTest(frame: Frame, date: LocalDate, random: Random): Partial<Entry<'backup-run'>['body']> {
  const minutes = random.whole(24, 58);
  return {
    restoreTest: '成功', verification: `校验值一致；${formatChineseDate(workingDayAfter(frame, addDays(date, 1), 0))}在恢复环境中还原，用时 ${minutes} 分钟，抽查主要数据表记录数与生产一致`,
  };
}

export type Backups = {
  readonly entries: readonly Entry<'backup-run'>[];
  readonly orders: readonly WorkOrder[];
  readonly known: readonly KnownFinding[];
  readonly lastBackup: (what: 'data' | 'file', date: LocalDate) => number;
};

/** 备份: data and files every week, a restore test every month, and one or two failures that were noticed and mended. */
export function createBackups(frame: Frame): Backups {
  const random = createRandom(frame.seed, 'backups');
  const tasks = tasksOf(frame);
  const nights = backupNights(frame).filter((night) => addDays(night, 1) <= frame.profile.service.to);
  const failures = new Set(Array.from({ length: Math.max(1, Math.round(failuresPerYear * frame.years)) }, () => random.whole(4, Math.max(4, nights.length - 4))));
  const entries: Entry<'backup-run'>[] = [];
  const orders: WorkOrder[] = [];
  const known: KnownFinding[] = [];
  const sizes: Record<Task['what'], { readonly date: LocalDate; readonly sizeGb: number }[]> = { data: [], file: [] };
  for (const [week, night] of nights.entries()) {
    const isLastOfMonth = nights[week + 1]?.slice(0, 7) !== night.slice(0, 7);
    for (const task of tasks) {
      const key = `backup ${task.what} ${night}`;
      const rerunOn = workingDayAfter(frame, addDays(night, 1), 0);
      if (failures.has(week) && task.what === (week % 2 === 0 ? 'data' : 'file') && !isLastOfMonth && rerunOn < frame.profile.service.to && daysBetween(night, rerunOn) < 5) {
        const { cause, mended } = random.pick(failureCauses);
        const failed = run(frame, task, night, key, {
          result: '失败', verification: '备份日志报错，未生成有效备份', handling: `${cause}。次一工作日${mended}，备份成功。`, related: [reference(`${key} mend`), reference(`${key} again`)],
        }, random);
        const { sizeGb: _, ...withoutSize } = failed.body;
        entries.push({ ...failed, body: { ...withoutSize, endedAt: addMinutes(`${night}T${task.start}`, random.whole(6, 20)) } }, run(frame, task, rerunOn, `${key} again`, { remark: `补做${formatChineseDate(night)}失败的备份`, related: [reference(key)] }, random));
        orders.push({
          key: `${key} mend`, date: rerunOn, item: task.item, channel: '远程', module: task.what === 'data' ? '数据备份' : '文件备份', asked: false, related: [key, `inspection ${rerunOn}`], staff: failed.executor,
          description: `处理${task.task}失败：${cause}。`, process: `查看备份日志，${mended}，核对校验值。`, result: '当晚重新备份成功。', minutes: random.whole(8, 16) * 6, earliest: 620,
        });
        known.push({ date: rerunOn, item: task.what === 'data' ? /数据备份|备份任务|备份状态/ : /文件备份|备份任务|备份状态/, measured: '上次备份任务失败', handling: `${cause}：${mended}。`, handledBy: `${key} mend` });
        sizes[task.what].push({ date: rerunOn, sizeGb: backupSize(frame.seed, task.what, frame.profile.service.from, rerunOn) });
        continue;
      }
      sizes[task.what].push({ date: night, sizeGb: backupSize(frame.seed, task.what, frame.profile.service.from, night) });
      entries.push(run(frame, task, night, key, isLastOfMonth && task.what === 'data' ? restoreTest(frame, night, random) : {}, random));
    }
  }
  const lastBackup: Backups['lastBackup'] = (what, date) => {
    const before = sizes[what].findLast((size) => size.date < date);
    return before?.sizeGb ?? backupSize(frame.seed, what, frame.profile.service.from, frame.profile.service.from);
  };
  return { entries, orders, known, lastBackup };
}
