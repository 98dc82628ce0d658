import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventCast } from '../../electron/sample/cast.ts';
import { createDayBook } from '../../electron/sample/day-book.ts';
import { createFiller } from '../../electron/sample/fill-text.ts';
import { createGauge, parseLimit } from '../../electron/sample/measurements.ts';
import { apportion, createRandom } from '../../electron/sample/random.ts';
import { personDaysWithin } from '../../electron/sample/requests.ts';
import { personMonths, planItems, roleOf } from '../../electron/sample/service-roles.ts';
import { accessQuestions } from '../../electron/sample/texts/consult-access.ts';
import { caseQuestions } from '../../electron/sample/texts/consult-case.ts';
import { dataQuestions } from '../../electron/sample/texts/consult-data.ts';
import { mapQuestions } from '../../electron/sample/texts/consult-map.ts';
import { abnormalItems } from '../../electron/sample/texts/abnormal-items.ts';
import { defaultChecklist } from '../../shared/contract/default-checklist.ts';
import { workingDays } from '../../shared/calendar/working-days.ts';
import { twoYearContract, yearContract } from './contracts.ts';

describe('chance', () => {
  it('repeats by seed and topic', () => {
    const draws = (seed: number, topic: string) => Array.from({ length: 5 }, createRandom(seed, topic).next);
    expect(draws(7, 'a')).toEqual(draws(7, 'a'));
    expect(draws(7, 'a')).not.toEqual(draws(7, 'b'));
    expect(draws(7, 'a')).not.toEqual(draws(8, 'a'));
  });

  it('is spread evenly enough', () => {
    const random = createRandom(3, 'spread');
    const counts = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 20_000; draw++) {
      const bin = random.whole(0, 9);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it('apportions a total exactly', () => {
    fc.assert(fc.property(fc.nat(5000), fc.array(fc.float({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 30 }), (total, weights) => {
      const parts = apportion(total, weights);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(weights.some((weight) => weight > 0) ? total : 0);
    }));
  });

  it('keeps person-days within the quota for any number of requests', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 60 }), (quota, wanted) => {
      const count = Math.min(wanted, Math.floor((quota * 0.93) / 0.2));
      const days = personDaysWithin(quota, count, createRandom(quota, 'days'));
      expect(days.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(quota + 1e-9);
      expect(days.every((one) => one >= 0.1)).toBe(true);
    }));
  });
});

describe('a day of work', () => {
  it('never gives the same time twice nor more than eight hours', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 3, max: 70 }), fc.integer({ min: 480, max: 1000 })), { maxLength: 30 }), (wishes) => {
      const book = createDayBook();
      const taken = wishes.flatMap(([sixes, earliest]) => {
        const stretch = book.take('某人', '2024-08-05', sixes * 6, earliest);
        return stretch === undefined ? [] : [{ ...stretch, minutes: sixes * 6, earliest }];
      });
      const ordered = taken.toSorted((a, b) => a.start - b.start);
      for (const [index, stretch] of ordered.entries()) {
        expect(stretch.start).toBeGreaterThanOrEqual(stretch.earliest);
        expect(ordered[index - 1]?.end ?? 0).toBeLessThanOrEqual(stretch.start);
      }
      expect(taken.reduce((sum, stretch) => sum + stretch.minutes, 0)).toBeLessThanOrEqual(480);
    }));
  });
});

describe('service items', () => {
  it('are told apart by their names, else by their evidence', () => {
    const roles = yearContract.serviceItems.map(roleOf);
    expect(roles).toEqual([
      'feature', 'interface', 'schedule', 'defect', 'data-backup', 'file-backup', 'statistics', 'phone', 'mail', 'training',
      'wechat', 'tuning', 'emergency', 'hardening', 'patch', 'inspection', 'incident', 'technical', 'visit', 'report',
    ]);
    expect(roleOf({ name: '其他服务', evidence: ['training'] })).toBe('training');
    expect(roleOf({ name: '其他服务', evidence: ['training', 'worklog'] })).toBe('technical');
  });

  it('count in person-months whatever their unit is', () => {
    const [yearly, , daily] = twoYearContract.serviceItems;
    if (yearly === undefined || daily === undefined) throw new Error('items expected');
    expect(personMonths(daily, twoYearContract)).toBeCloseTo(22.07, 2);
    expect(personMonths(yearly, twoYearContract)).toBe(36);
    expect(planItems(yearContract).reduce((sum, item) => sum + item.personMonths, 0)).toBeCloseTo(55.13, 5);
  });
});

describe('people', () => {
  it('are as many engineers as the contract pays for', () => {
    expect(inventCast(yearContract, planItems(yearContract), 12, 1).engineers).toHaveLength(5);
    expect(inventCast(yearContract, [], 12, 1).engineers).toHaveLength(3);
  });

  it('never carry a name that the profile has', () => {
    const first = inventCast(yearContract, planItems(yearContract), 12, 1);
    const again = inventCast({ ...yearContract, people: [...first.people] }, planItems(yearContract), 12, 1);
    const known = new Set(first.people.map((person) => person.name));
    expect(again.people.filter((person) => known.has(person.name))).toEqual([]);
  });
});

describe('texts', () => {
  it('fill every slot and keep its word from sentence to sentence', () => {
    const setting = { date: '2025-03-10', serviceFrom: '2024-08-03', given: { 部门: '某科', 实测: '88%', 项目: '某项' } };
    const cases = [...accessQuestions, ...mapQuestions, ...caseQuestions, ...dataQuestions];
    for (const thread of [...cases.flatMap((work) => work.threads), ...abnormalItems.flatMap((item) => item.threads)]) {
      const fill = createFiller(setting, createRandom(1, thread[0]));
      expect(thread.map(fill).join('')).not.toMatch(/[{}]/);
    }
    const fill = createFiller(setting, createRandom(1, 'keep'));
    expect(fill('{区域}与{区域}')).toMatch(/^(.+)与\1$/);
  });

  it('do not reach back before the service', () => {
    const fill = createFiller({ date: '2024-08-05', serviceFrom: '2024-08-03' }, createRandom(1, 'early'));
    expect(fill('{月}')).toBe('8月');
    expect(['8月3日', '8月4日', '8月5日']).toContain(fill('{日}'));
  });
});

describe('measured values', () => {
  it.each([
    ['低于 85%', { side: 'upper', value: 85, unit: '%' }],
    ['≤80%', { side: 'upper', value: 80, unit: '%' }],
    ['剩余空间不低于 20%', { side: 'lower', value: 20, unit: '%' }],
    ['解析正确，证书剩余 30 天以上', { side: 'lower', value: 30, unit: '天' }],
    ['5 秒内打开，登录成功', { side: 'upper', value: 5, unit: '秒' }],
    ['低于上限的 80%', { side: 'upper', value: 80, unit: '%' }],
    ['低于 CPU 核数', undefined],
    ['成功', undefined],
  ])('know the limit in “%s”', (standard, limit) => {
    expect(parseLimit(standard)).toEqual(limit);
  });

  const days = workingDays('2024-08-03', '2025-08-02');
  const number = (text: string) => Number(/-?\d+(?:\.\d+)?/.exec(text)?.[0]);
  /** Whether a reading in the unit of the standard's limit is beyond it; other readings cannot be. */
  const isOutside = (standard: string, text: string) => {
    const limit = parseLimit(standard);
    if (limit === undefined || limit.unit === '' || !text.endsWith(limit.unit)) return false;
    return limit.side === 'upper' ? number(text) >= limit.value : number(text) < limit.value;
  };

  it('stay within the standard on normal days and move', () => {
    const measured = defaultChecklist.flatMap((item) => {
      const gauge = createGauge(item, '2024-08-03', 1, () => 50);
      return days.flatMap((date) => {
        const reading = gauge.read(date);
        if (reading.isBad) gauge.mend(date);
        return reading.isBad ? [] : [{ item, text: reading.measured }];
      });
    });
    expect(measured.filter(({ item, text }) => isOutside(item.standard, text))).toEqual([]);
    const cpu = measured.filter(({ item }) => item.item === 'CPU 使用率').map(({ text }) => text);
    expect(new Set(cpu).size).toBeGreaterThan(10);
  });

  it('fill a disk until it is cleared and count a certificate down to its renewal', () => {
    const disk = createGauge({ category: '服务器', item: '磁盘空间', method: '', standard: '低于 85%', cycle: '日检' }, '2024-08-03', 2, () => 0);
    const first = number(disk.read('2024-08-05').measured);
    const later = disk.read('2024-12-31');
    expect(number(later.measured)).toBeGreaterThan(first + 5);
    const full = disk.read('2025-08-02');
    expect(full.isBad).toBe(number(full.measured) >= 85);
    const certificate = createGauge({ category: '网络', item: '证书', method: '', standard: '剩余 30 天以上', cycle: '周检' }, '2024-08-03', 2, () => 0);
    expect(number(certificate.read('2024-08-05').measured) - number(certificate.read('2024-08-12').measured)).toBe(7);
    certificate.mend('2024-08-12');
    expect(certificate.read('2024-08-12')).toEqual({ measured: '剩余 365 天', isBad: false });
  });

  it('leave the standard when something is to be wrong', () => {
    const inUnit = defaultChecklist.flatMap((item) => {
      const text = createGauge(item, '2024-08-03', 1, () => 50).readBad();
      const unit = parseLimit(item.standard)?.unit ?? '';
      return text !== undefined && unit !== '' && text.endsWith(unit) ? [{ item: item.item, standard: item.standard, text }] : [];
    });
    expect(inUnit.length).toBeGreaterThan(6);
    expect(inUnit.filter(({ standard, text }) => !isOutside(standard, text))).toEqual([]);
  });
});
