import { expect, type Page } from '@playwright/test';
import { kindNames, kinds } from '../../../shared/records/kinds.ts';
import { workbookBytes } from '../../intake/make-sheet.ts';
import { after, dialog, screen, type Station } from './station.ts';

export { openStation, settled, type Station } from './station.ts';

/** All sections of the settings in the order of their menu. */
export const sections = [
  'basics', 'parties', 'people', 'terms', 'serviceLevel', 'price', 'items', 'deliverables', 'penalties', 'questions',
  'checklist', 'survey', 'vocabularies', 'extraFields', 'numbering', 'rules', 'calendar', 'contracts', 'data', 'about',
] as const;

const worklogs = kinds.worklog.title;
const inspections = kinds.inspection.title;

async function openFirst(page: Page): Promise<void> {
  await page.getByRole('row', { name: /^打开 / }).first().click();
  await expect(page.getByRole('button', { name: '修改历史' })).toBeVisible();
}

async function chooseTwo(page: Page): Promise<void> {
  const ticks = page.getByRole('checkbox', { name: /^选中 / });
  await ticks.nth(0).check();
  await ticks.nth(1).check();
}

const chat = [
  '梁远山 2025/7/28 9:12', '举报查询页面打不开了，提示超时', '', '薛晓岚 2025/7/28 9:15', '稍等，我看一下', '',
  '薛晓岚 2025/7/28 9:50', '连接池满了，已重启服务，恢复正常', '', '程明轩 2025/7/28 10:05', '帮忙把上周的案件清单导一份', '', '薛晓岚 2025/7/28 10:20', '已导出发您', '',
].join('\n');

async function pasteChat(page: Page): Promise<void> {
  // Pasted before, it is there again.
  if (await page.getByRole('article', { name: '第 1 件' }).isVisible()) return;
  await page.getByLabel('聊天记录', { exact: true }).fill(chat);
  await page.getByRole('button', { name: '读取', exact: true }).click();
  await expect(page.getByRole('article', { name: '第 1 件' })).toBeVisible();
}

async function offerWorkbook(page: Page): Promise<void> {
  const rows = [
    ['服务日期', '服务渠道', '服务项', '工作描述', '服务后状态', '投入工时', '执行人', '天气'],
    ['2025-07-05', '电话', 8, '重置口令（导入）', '完成', 0.5, '薛晓岚', '晴'],
    ['2025-07-06', '电话', 8, '核对报表（导入）', '完成', '很久', '薛晓岚', '晴'],
  ];
  const buffer = Buffer.from(await workbookBytes([{ name: '登记', rows }]));
  await page.getByLabel('选择文件').setInputFiles({ name: '登记.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer });
  await expect(page.getByRole('combobox', { name: /^A 列 / })).toBeVisible();
}

/** A report that nobody has handed in yet: the first of the year is taken back to that. */
async function takeReportBack(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ask = async (channel: string, input: unknown): Promise<unknown> => {
      const response = await fetch(`/api/${channel}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(input) });
      const answer: unknown = await response.json();
      const value: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'value') : undefined;
      if (value === undefined) throw new Error(`${channel}: ${JSON.stringify(answer)}`);
      return value;
    };
    const [contract] = (await ask('contracts.list', {})) as { id: string }[];
    const { records } = (await ask('records.list', { contractId: contract?.id, kind: 'report' })) as { records: { id: string }[] };
    const { id, kind, number, revision, extra, signOff, body } = (await ask('records.get', { id: records[0]?.id })) as Record<string, unknown> & { body: Record<string, unknown> };
    const { submittedOn, submittedTo: _to, reviewedOn: _on, reviewer: _by, reviewComment: _comment, ...rest } = body;
    if (submittedOn === undefined) return;
    await ask('records.save', { contractId: contract?.id, record: { id, kind, number, revision, extra, signOff, body: { ...rest, reviewState: '未提交' } } });
  });
  await page.evaluate(() => { location.hash = '#/overview'; });
  await page.evaluate(() => { location.hash = '#/reports'; });
}

/** Every screen of a window on the sample year, with the forms of all kinds, the ways of entry and the dialogs. */
export const tour: readonly Station[] = [
  screen('总览', '#/overview', '总览', true),
  dialog('切换合同', '#/overview', '总览', /./, (page) => page.getByRole('button', { name: /^切换合同/ })),
  ...kindNames.map((kind) => screen(`${kinds[kind].title}列表`, `#/records/${kind}`, kinds[kind].title, kind === 'worklog')),
  ...kindNames.map((kind) => after(`新${kinds[kind].title}`, `#/records/${kind}?open=new`, kinds[kind].title, (page) => expect(page.getByRole('button', { name: '存为草稿' })).toBeVisible(), { isWalked: kind === 'incident' })),
  after('打开的巡检', '#/records/inspection', inspections, openFirst),
  dialog('修改历史', '#/records/inspection', inspections, /的修改历史$/, (page) => page.getByRole('button', { name: '修改历史' }), openFirst),
  dialog('作废', '#/records/worklog', worklogs, /^作废 /, (page) => page.getByRole('button', { name: '作废' }), openFirst),
  after('预览', '#/records/worklog', worklogs, async (page) => {
    await page.getByRole('row', { name: /^打开 / }).first().focus();
    await page.keyboard.press('Space');
    await expect(page.getByRole('dialog')).toBeVisible();
  }, { opener: (page) => page.getByRole('row', { name: /^打开 / }).first() }),
  after('选中的记录', '#/records/worklog', worklogs, chooseTwo),
  dialog('登记签字', '#/records/worklog', worklogs, /登记签字$/, (page) => page.getByRole('button', { name: '标记签字' }), chooseTwo),
  dialog('附扫描件', '#/records/worklog', worklogs, /附签字扫描件$/, (page) => page.getByRole('button', { name: '附扫描件' }), chooseTwo),
  after('筛选', '#/records/worklog', worklogs, (page) => page.getByRole('button', { name: /^(?:更多)?筛选/ }).click()),
  screen('表格录入', '#/records/worklog?open=grid', /^表格录入：/, true),
  screen('导入 选择文件', '#/records/worklog?open=import', /^从文件导入：/, true),
  after('导入 对应栏目', '#/records/worklog?open=import', /^从文件导入：/, offerWorkbook),
  after('导入 试导入', '#/records/worklog?open=import', /^从文件导入：/, async (page) => {
    await offerWorkbook(page);
    await page.getByRole('button', { name: '下一步' }).click();
    await expect(page.getByRole('region', { name: '需要看一下的行' })).toBeVisible();
  }),
  after('聊天记录', '#/records/worklog?open=chat', '粘贴聊天记录', (page) => expect(page.getByLabel('聊天记录', { exact: true }).or(page.getByRole('article', { name: '第 1 件' })).first()).toBeVisible()),
  after('聊天核对', '#/records/worklog?open=chat', '粘贴聊天记录', pasteChat),
  after('未完成', '#/records/worklog', worklogs, async (page) => {
    await page.getByRole('button', { name: /^未完成/ }).click();
    await expect(page.locator('.drafts-menu')).toBeVisible();
  }),
  screen('日历', '#/calendar', '日历', true),
  after('日历 一天', '#/calendar?date=2025-07-15', '日历', (page) => expect(page.getByRole('region', { name: '2025年7月15日 周二' })).toBeVisible()),
  screen('报告', '#/reports', '报告', true),
  dialog('登记提交', '#/reports', '报告', '登记提交', (page) => page.getByRole('button', { name: '登记提交' }), takeReportBack),
  dialog('计数的记录', '#/reports', '报告', /./, (page) => page.getByRole('button', { name: /的 \d+ 份记录$/ }).first()),
  screen('交付', '#/delivery', '交付', true),
  after('交付 文件', '#/delivery', '交付', async (page) => {
    await page.getByRole('table', { name: '交付物清单' }).getByRole('button', { name: '走访记录单', exact: true }).click();
    await expect(page.getByRole('table', { name: /走访记录单的文件$/ })).toBeVisible();
    await page.getByRole('checkbox', { name: '选择走访记录单的全部文件' }).check();
  }),
  screen('携出介质', '#/delivery/carried', '携出介质台账'),
  dialog('制作携出副本', '#/delivery/carried', '携出介质台账', '制作携出副本', (page) => page.getByRole('button', { name: '制作携出副本' })),
  dialog('登记其他携出物', '#/delivery/carried', '携出介质台账', '登记其他携出物', (page) => page.getByRole('button', { name: '登记其他携出物' })),
  after('交付 装订', '#/delivery/binding', '交付', (page) => page.getByRole('button', { name: /^展开第 1 卷/ }).click()),
  after('交付 打印', '#/delivery/binding', '交付', async (page) => {
    await page.getByText('装订和打印', { exact: true }).click();
    await expect(page.getByText('还没有装订过')).toBeVisible();
  }),
  screen('模板', '#/templates', '模板', true),
  after('模板详情', '#/templates', '模板', (page) => page.getByRole('option').or(page.locator('.template-list button')).first().click()),
  screen('标签对照', '#/templates?reference=inspection', '标签参考'),
  ...sections.map((section) => after(`设置 ${section}`, `#/settings/${section}`, '设置', (page) => expect(page.locator(`.settings-menu [aria-current="page"]`)).toBeVisible(), { isWalked: section === 'parties' })),
  dialog('导入放假通知', '#/settings/calendar', '设置', '导入放假通知', (page) => page.getByRole('button', { name: '导入放假通知' })),
  dialog('恢复预览', '#/settings/data', '设置', /的备份$/, (page) => page.getByRole('button', { name: /查看与恢复/ }).first(), async (page) => {
    if (await page.getByRole('button', { name: /查看与恢复/ }).count() === 0) await page.getByRole('button', { name: '立即备份' }).click();
  }),
  screen('新建合同', '#/new-contract', /./, true),
];
