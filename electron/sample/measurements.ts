import type { ChecklistItem } from '../../shared/contract/profile.ts';
import { addDays, daysBetween, formatChineseDate, type LocalDate } from '../../shared/dates.ts';
import { createRandom, roundTo, type Random } from './random.ts';

/** One reading of one inspected item. `isBad` says that the value itself is outside the standard. */
export type Reading = { readonly measured: string; readonly isBad: boolean };

/** An inspected item over the year: readings in the order of days, each from the last. */
export type Gauge = {
  readonly read: (date: LocalDate) => Reading;
  /** A reading outside the standard, for an item that fails by chance; undefined when the item has no number. */
  readonly readBad: () => string | undefined;
  /** Called when the item was mended: space is freed, a certificate renewed. */
  readonly mend: (date: LocalDate) => void;
};

type Limit = { readonly side: 'upper' | 'lower'; readonly value: number; readonly unit: string };

const units = '(%|％|秒|毫秒|分钟|条|个|次|天|℃)?';
const lowerLimit = new RegExp(`(?:不低于|不少于|不小于|高于|大于|≥|>|＞)\\s*(\\d+(?:\\.\\d+)?)\\s*${units}|(\\d+(?:\\.\\d+)?)\\s*${units}\\s*以上`);
const upperLimit = new RegExp(`(?:低于|小于|少于|不超过|不高于|不大于|≤|<|＜)(?:上限的)?\\s*(\\d+(?:\\.\\d+)?)\\s*${units}|(\\d+(?:\\.\\d+)?)\\s*${units}\\s*(?:内|以内|以下)`);

/** The number that a standard names: `低于 85%`, `剩余 30 天以上`, `≤3 秒`. */
export function parseLimit(standard: string): Limit | undefined {
  for (const [side, pattern] of [['lower', lowerLimit], ['upper', upperLimit]] as const) {
    const match = pattern.exec(standard);
    const value = match?.[1] ?? match?.[3];
    if (value !== undefined) return { side, value: Number(value), unit: (match?.[2] ?? match?.[4] ?? '').replace('％', '%') };
  }
  return undefined;
}

type Noise = { readonly pattern: RegExp; readonly unit: string; readonly normal: readonly [number, number]; readonly bad: readonly [number, number]; readonly decimals: number; readonly say: (value: string) => string };

// First match wins; 磁盘读写 stands before 磁盘, 登录记录 before 登录.
const noises: readonly Noise[] = [
  { pattern: /读写|I\/?O/i, unit: '毫秒', normal: [1.2, 6.5], bad: [26, 48], decimals: 1, say: (value) => `平均等待 ${value} 毫秒` },
  { pattern: /CPU|处理器/i, unit: '%', normal: [16, 47], bad: [82, 96], decimals: 0, say: (value) => `${value}%` },
  { pattern: /内存/, unit: '%', normal: [46, 69], bad: [87, 95], decimals: 0, say: (value) => `${value}%` },
  { pattern: /负载/, unit: '', normal: [0.5, 2.4], bad: [8.5, 14.2], decimals: 2, say: (value) => value },
  { pattern: /连接数|会话|连接池/, unit: '%', normal: [17, 44], bad: [83, 94], decimals: 0, say: (value) => `${value}%` },
  { pattern: /慢查询|慢\s*SQL/i, unit: '条', normal: [0, 2.4], bad: [12, 31], decimals: 0, say: (value) => `${value} 条` },
  { pattern: /时间|时钟/, unit: '秒', normal: [0.02, 0.3], bad: [1.6, 4.8], decimals: 2, say: (value) => `${value} 秒` },
  { pattern: /接口|报文/, unit: '%', normal: [99.42, 100], bad: [95.1, 98.6], decimals: 2, say: (value) => `${value}%` },
  { pattern: /连通|时延|延迟|丢包/, unit: '毫秒', normal: [2, 9], bad: [62, 130], decimals: 0, say: (value) => `${value} 毫秒` },
  { pattern: /带宽/, unit: '%', normal: [12, 46], bad: [86, 97], decimals: 0, say: (value) => `${value}%` },
  { pattern: /登录记录|登录失败|登录日志|失败次数/, unit: '次', normal: [0, 6], bad: [34, 88], decimals: 0, say: (value) => `${value} 次` },
  { pattern: /地图|图层/, unit: '秒', normal: [1.3, 3.1], bad: [6.2, 9.8], decimals: 1, say: (value) => `${value} 秒` },
  { pattern: /首页|登录|访问|响应|页面/, unit: '秒', normal: [0.7, 2.1], bad: [5.6, 9.4], decimals: 1, say: (value) => `${value} 秒` },
  { pattern: /查询|统计|检索/, unit: '秒', normal: [0.6, 2.3], bad: [5.8, 9.9], decimals: 1, say: (value) => `${value} 秒` },
  { pattern: /温度/, unit: '℃', normal: [21, 24.5], bad: [28, 31], decimals: 1, say: (value) => `${value}℃` },
  { pattern: /湿度/, unit: '%', normal: [42, 56], bad: [71, 79], decimals: 0, say: (value) => `${value}%` },
  { pattern: /日志/, unit: '条', normal: [0, 1.4], bad: [9, 42], decimals: 0, say: (value) => `${value} 条` },
];

function noiseGauge(noise: Noise, limit: Limit | undefined, random: Random): Gauge {
  const { decimals, say } = noise;
  let { normal, bad } = noise;
  if (limit !== undefined && (limit.unit === '' || limit.unit === noise.unit)) {
    const { value } = limit;
    if (limit.side === 'upper' && normal[1] >= value) normal = [value * 0.3, value * 0.8];
    if (limit.side === 'upper') bad = bad[0] > value ? bad : [value * 1.05, value * 1.3];
    if (limit.side === 'lower' && normal[0] <= value) normal = limit.unit === '%' ? [value + (100 - value) * 0.3, 100] : [value * 1.3, value * 2.5];
    if (limit.side === 'lower') bad = bad[1] < value ? bad : [value * 0.8, value * 0.97];
  }
  // A quiet walk round a level of its own, so that neighbouring days resemble each other.
  const middle = normal[0] + (normal[1] - normal[0]) * (0.3 + random.next() * 0.4);
  let value = middle;
  return {
    read: () => {
      const width = normal[1] - normal[0];
      value = Math.min(normal[1], Math.max(normal[0], value + (random.next() - 0.5) * width * 0.6 + (middle - value) * 0.3));
      return { measured: say(value.toFixed(decimals)), isBad: false };
    },
    readBad: () => say(Math.min(noise.unit === '%' ? 99 : Number.POSITIVE_INFINITY, bad[0] + random.next() * (bad[1] - bad[0])).toFixed(decimals)),
    mend: () => undefined,
  };
}

/** Space that fills up until somebody clears it. `remaining` gauges count what is left. */
function spaceGauge(limit: number, isRemaining: boolean, random: Random): Gauge {
  const perDay = random.decimal(0.06, 0.2, 3);
  let used = random.decimal(52, 66, 1);
  let last: LocalDate | undefined;
  const say = (): string => `${(isRemaining ? 100 - used : used).toFixed(0)}%`;
  const isBad = (): boolean => (isRemaining ? Math.round(100 - used) < limit : Math.round(used) >= limit);
  return {
    read: (date) => {
      used = Math.min(98, used + (last === undefined ? 0 : daysBetween(last, date)) * perDay * (0.4 + random.next() * 1.2));
      last = date;
      return { measured: say(), isBad: isBad() };
    },
    readBad: () => undefined,
    mend: () => { used = random.decimal(51, 60, 1); },
  };
}

/** Days left of a certificate, counted down to its renewal. */
function countdownGauge(limit: number, firstDay: LocalDate, random: Random): Gauge {
  let expires = addDays(firstDay, random.whole(70, 330));
  return {
    read: (date) => ({ measured: `剩余 ${daysBetween(date, expires)} 天`, isBad: daysBetween(date, expires) < limit }),
    readBad: () => undefined,
    mend: (date) => { expires = addDays(date, 365); },
  };
}

function wordsGauge(say: (date: LocalDate) => string): Gauge {
  return { read: (date) => ({ measured: say(date), isBad: false }), readBad: () => undefined, mend: () => undefined };
}

/** Items whose reading is words or counts rather than a level. */
function spokenGauge(name: string, random: Random, backupSize: (date: LocalDate) => number): Gauge {
  const fixed = random.whole(9, 24);
  if (/定时|任务/.test(name) && !/备份/.test(name)) return wordsGauge(() => `${fixed}/${fixed} 成功`);
  if (/恢复/.test(name)) return wordsGauge(() => `成功，用时 ${random.whole(26, 58)} 分钟`);
  if (/备份/.test(name)) return wordsGauge((date) => `成功，${backupSize(date).toFixed(1)} GB`);
  if (/病毒|特征库/.test(name)) return wordsGauge((date) => `特征库 ${formatChineseDate(addDays(date, -random.whole(0, 2))).slice(5)}`);
  if (/漏洞/.test(name)) return wordsGauge(() => `高危 0 个，中危 ${random.whole(0, 2)} 个（已列入计划）`);
  if (/补丁/.test(name)) return wordsGauge(() => `待装 ${random.whole(0, 3)} 个，无高危`);
  if (/账号|权限/.test(name)) return wordsGauge(() => `账号 ${fixed * 5} 个，与台账一致`);
  if (/端口/.test(name)) return wordsGauge(() => `开放 ${fixed} 个，与备案一致`);
  if (/中间件|线程/.test(name)) return wordsGauge(() => `线程 ${random.whole(28, 96)}/300`);
  if (/进程/.test(name)) return wordsGauge(() => `${fixed} 个进程均在运行`);
  if (/录入|登记|受理/.test(name)) return wordsGauge(() => `保存成功，${random.decimal(0.4, 1.6, 1)} 秒`);
  if (/同步|归档/.test(name)) return wordsGauge(() => `归档成功，延迟 ${random.whole(0, 3)} 秒`);
  return wordsGauge(() => random.pick(['正常', '符合标准', '运行正常']));
}

/**
 * The gauge of a checklist item, by its name and the limit in its standard.
 * @param backupSize GB of the latest backup on a day, so that inspections and backup records tell the same
 */
export function createGauge(item: ChecklistItem, firstDay: LocalDate, seed: number, backupSize: (date: LocalDate) => number): Gauge {
  const random = createRandom(seed, `gauge ${item.category} ${item.item}`);
  const limit = parseLimit(item.standard);
  const level = limit !== undefined && limit.unit === '%' ? roundTo(limit.value, 0) : undefined;
  if (/证书|域名|有效期/.test(item.item)) return countdownGauge(limit?.unit === '天' ? limit.value : 30, firstDay, random);
  if (/空间|磁盘|存储|分区/.test(item.item) && !/读写|I\/?O/i.test(item.item)) {
    const isRemaining = limit?.side === 'lower';
    return spaceGauge(level ?? 85, isRemaining, random);
  }
  const noise = noises.find(({ pattern }) => pattern.test(item.item));
  return noise === undefined ? spokenGauge(item.item, random, backupSize) : noiseGauge(noise, limit, random);
}
