import { valueAt } from '../scope.ts';
import { valueText } from '../value-text.ts';
import { doubt, type Filter } from './filter.ts';

/** What each group has beside the column that its rows share. */
const rowsName = '各条';

export const groupFilters: readonly Filter[] = [
  {
    name: '分组',
    aliases: ['groupBy'],
    summary: `一栏相同的放在一起：每组有这一栏和“${rowsName}”（这一组的列表），组和组里的次序照原来的`,
    example: {
      data: { 记录: [{ 月份: '8月', 事项: '更换' }, { 月份: '9月', 事项: '升级' }, { 月份: '8月', 事项: '巡检' }] },
      tag: '{#记录|分组:月份}{月份}：{#各条}{事项} {/}共{各条|条数}条；{/}',
      result: '8月：更换 巡检 共2条；9月：升级 共1条；',
    },
    parameters: [{ name: '栏目', kind: 'field' }],
    ofList: true,
    provides: [rowsName],
    apply: (value, [column]) => {
      if (!Array.isArray(value) || typeof column !== 'string') return doubt(value, '不是列表');
      const segments = column.split('.');
      const groups = new Map<string, { readonly shared: unknown; readonly rows: unknown[] }>();
      const rows: readonly unknown[] = value;
      for (const row of rows) {
        const shared = valueAt(row, segments) ?? null;
        const key = valueText(shared)?.trim() ?? '';
        const group = groups.get(key);
        if (group === undefined) groups.set(key, { shared, rows: [row] });
        else group.rows.push(row);
      }
      // Entries become properties of their own, whatever they are called.
      return [...groups.values()].map((group) => Object.fromEntries([[column, group.shared], [rowsName, group.rows]]));
    },
  },
];
