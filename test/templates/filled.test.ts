import { describe, expect, test } from 'vitest';
import { checkTemplate } from '../../electron/documents/check-template.ts';
import { compileWorkbookTemplate } from '../../electron/documents/excel/workbook-template.ts';
import { memberText, readZip } from '../../electron/files/zip-reader.ts';
import { compileTemplate, formOptions } from '../../electron/documents/template.ts';
import { carriedData } from '../../shared/carried/carried-data.ts';
import { exampleCarriedItems } from '../../shared/carried/example-items.ts';
import { discLabelData } from '../../shared/discs/disc-data.ts';
import { exampleDiscs } from '../../shared/discs/example-discs.ts';
import { acceptanceSchedule } from '../../shared/contract/acceptance-schedule.ts';
import { wholePeriod } from '../../shared/contract/periods.ts';
import { contractTags } from '../../shared/deliverables/contract-tags.ts';
import type { HandoverListData } from '../../shared/deliverables/handover-list-data.ts';
import { identityTags } from '../../shared/deliverables/identity-tags.ts';
import { knownTags } from '../../shared/deliverables/known-tags.ts';
import { listData } from '../../shared/deliverables/list-data.ts';
import { paperExample } from '../../shared/deliverables/paper-examples.ts';
import { recordData, type TemplateData } from '../../shared/deliverables/record-data.ts';
import { reportData } from '../../shared/deliverables/report-data.ts';
import { isVolumePaper, paperNames, volumePaperSubjects } from '../../shared/deliverables/paper-subjects.ts';
import { kindNames, type KindName } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { readinessData } from '../../shared/rules/readiness-data.ts';
import { exampleReadiness } from '../../shared/rules/readiness-example.ts';
import { arrangeVolumes } from '../../shared/volumes/arrange-volumes.ts';
import { usualArrangement } from '../../shared/volumes/arrangement.ts';
import { volumePaperData, volumesPaperData } from '../../shared/volumes/paper-data.ts';
import { newLintFaults, paragraphTexts } from '../helpers/ooxml-lint.ts';
import { newOfficeErrors } from '../helpers/ooxml-validate.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';
import { boundItem } from '../shared/volumes/bound-item.ts';
import { fullBodies, inspectionBody } from './form-samples.ts';
import { kindOfTemplate, shipped, shippedNames } from './shipped-files.ts';

const profile = testProfile({ people: [{ name: '沈亦舟', role: '项目经理', side: 'vendor' }] });
const full = kindNames.map((kind): AnyRecord => fullRecord(kind));
const volumePapers = paperNames.filter(isVolumePaper);
const forms = kindNames.filter((kind) => kind !== 'report');

/** The kind and the body belong together, which a union over all kinds cannot say. */
function fullRecord(kind: KindName, envelope: { readonly sequence?: number } = {}): AnyRecord {
  return makeRecord<KindName>(kind, fullBodies[kind], { lateReason: '现场网络中断，次日补录', status: 'void', voidReason: '重复登记', ...envelope }) as AnyRecord;
}

function plain(kind: KindName): AnyRecord {
  return makeRecord<KindName>(kind, {}, { signOff: {} }) as AnyRecord;
}

const identity = identityTags({ code: 'XJ-20240805-01/2*7K3FQ', version: 2, reason: '补记处理结果' });

function dataOf(record: AnyRecord): TemplateData {
  return { ...recordData(profile, record, full), ...identity };
}

const handover: HandoverListData = {
  ...contractTags(profile),
  移交日期: '2025年9月30日', 交付形式: '纸介质、电子版光盘', 份数: '1',
  清单: [{ 序号: '1', 文档名称: '年度总结报告', 形式: '纸质、电子', 份数: '1', 页数: '42', 编号范围: 'BB-20250804-01', 备注: '已签章' }],
  合计: { 文档数: '1', 份数: '1', 页数: '42' }, 有案卷: true, 案卷: [{ 卷号: '1', 档号: 'A1-0001', 案卷题名: '年度总结报告', 件数: '1', 页数: '42' }], 有光盘: true, 光盘信息: { 光盘编号: '1/1', 卷标: 'YW_2024', 文件数: '356', 数据量: '0.214 GB', 校验方式: 'SHA-256', 校验值: '3f9a1c77' },
};

describe('every tag is one that the data has', () => {
  test.each(shippedNames.filter((name) => kindOfTemplate(name) !== undefined))('%s', (name) => {
    const kind = kindOfTemplate(name);
    const { problems, unknown } = checkTemplate(shipped(name), kind === undefined ? [] : knownTags(kind));
    expect({ problems, unknown }).toEqual({ problems: [], unknown: [] });
  });
});

describe('a record with every field filled in leaves no tag empty', () => {
  test.each(forms)('%s', (kind) => {
    expect(compileTemplate(shipped(`${kind}.docx`), formOptions).renderReported(dataOf(fullRecord(kind))).missing).toEqual([]);
  });

  test.each(kindNames)('ledger of %s', (kind) => {
    const missing = new Set<string>();
    const record = kind === 'report' ? makeRecord('report', { ...fullBodies.report, remark: '无' }) : fullRecord(kind);
    compileWorkbookTemplate(shipped(`ledger-${kind}.xlsx`)).render({ ...listData(profile, kind, wholePeriod(profile.service), [record], full), ...identity }, { onMissing: (tag) => missing.add(tag) });
    expect([...missing]).toEqual([]);
  });

  test.each(['worklog', 'inspection'] as const)('list of %s', (kind) => {
    const list = compileTemplate(shipped(`${kind}-list.docx`), formOptions);
    expect(list.renderReported({ ...listData(profile, kind, wholePeriod(profile.service), [fullRecord(kind)], full), ...identity }).missing).toEqual([]);
  });

  test.each(['readiness-report', 'carried-inventory', 'carried-closing', 'disc-register', 'disc-labels', ...volumePapers] as const)('%s', (paper) => {
    expect(compileTemplate(shipped(`${paper}.docx`), formOptions).renderReported(paperExample(paper)).missing).toEqual([]);
  });

  test('hand-over list', () => {
    expect(compileTemplate(shipped('handover-list.docx'), formOptions).renderReported(handover).missing).toEqual([]);
  });
});

/** Of all of them in one file: the validator of Office takes a second for each, and says the same of a paper alone and behind another. */
async function officeComplaints(template: Uint8Array, data: readonly TemplateData[]): Promise<readonly string[]> {
  const [first, ...more] = data;
  if (first === undefined) throw new Error('nothing to look at');
  return newOfficeErrors(template, compileTemplate(template, formOptions).renderMany([first, ...more], { pageNumbers: 'continuous' }), 'docx');
}

describe('what the forms become is sound', () => {
  test.each(forms)('%s: three in one file, full and nearly empty', async (kind) => {
    const template = shipped(`${kind}.docx`);
    const output = compileTemplate(template, formOptions).renderMany([dataOf(fullRecord(kind)), dataOf(plain(kind)), dataOf(fullRecord(kind, { sequence: 2 }))], { pageNumbers: 'continuous' });
    expect(newLintFaults(template, output)).toEqual([]);
    expect(await newOfficeErrors(template, output, 'docx')).toEqual([]);
    expect(paragraphTexts(output).join('\n')).not.toMatch(/[{}]|undefined/);
  });

  test.each(['quarterly-report.docx', 'annual-report.docx'])('%s, with records and without', async (name) => {
    const template = shipped(name);
    const annual = name.startsWith('annual');
    const report = makeRecord('report', { ...fullBodies.report, reportType: annual ? '年度' : '季度', periodTo: annual ? '2025-08-02' : '2024-11-02', date: annual ? '2025-08-04' : '2024-11-04', submittedOn: undefined, reviewedOn: undefined, reviewState: '未提交' });
    const records = [...kindNames.filter((kind) => kind !== 'report').map((kind) => makeRecord<KindName>(kind, fullBodies[kind]) as AnyRecord), report];
    const compiled = compileTemplate(template, formOptions);
    const filled = compiled.renderReported({ ...dataOf(report), ...reportData(profile, report, records) });
    expect(filled.missing).toEqual([]);
    const empty = compiled.renderReported({ ...dataOf(report), ...reportData(profile, report, [report]) });
    expect(empty.missing).toEqual([]);
    for (const output of [filled.bytes, empty.bytes]) {
      expect(newLintFaults(template, output)).toEqual([]);
      expect(paragraphTexts(output).join('\n')).not.toMatch(/[{}]|undefined/);
    }
    expect(await newOfficeErrors(template, filled.bytes, 'docx')).toEqual([]);
  });

  test('the lists', async () => {
    const records = Array.from({ length: 40 }, (_, index) => makeRecord('worklog', fullBodies.worklog, { sequence: index + 1 }));
    const worklogs = shipped('worklog-list.docx');
    const list = compileTemplate(worklogs, formOptions).render(listData(profile, 'worklog', wholePeriod(profile.service), records, records));
    expect(newLintFaults(worklogs, list)).toEqual([]);
    const handovers = shipped('handover-list.docx');
    const withoutDisc = compileTemplate(handovers, formOptions).render({ ...handover, 有案卷: false, 有光盘: false });
    expect(paragraphTexts(withoutDisc).join('\n')).not.toMatch(/卷标|纸质案卷/);
    expect(newLintFaults(handovers, withoutDisc)).toEqual([]);
    expect(await newOfficeErrors(handovers, withoutDisc, 'docx')).toEqual([]);
  });

  test('the readiness report, with findings and waivers and without', async () => {
    const template = shipped('readiness-report.docx');
    const compiled = compileTemplate(template, formOptions);
    const full = exampleReadiness(profile);
    const clean = readinessData({ profile, today: '2025-08-20', dayOf: (instant) => instant.slice(0, 10), schedule: acceptanceSchedule(profile), assessment: { findings: [], waived: [], takenOver: [], lapsed: [], settings: [] } });
    for (const data of [full, clean]) {
      const output = compiled.render({ ...data });
      const text = paragraphTexts(output).join('\n');
      expect(newLintFaults(template, output)).toEqual([]);
      expect(text).not.toMatch(/[{}]|undefined/);
      expect(['没有发现问题。', '甲方书面同意当日不巡检', '还有 1 项错误', '具备验收条件', '差 2 个工作日', 'GZ-20250721-01 未完成', '另有 1 项未了事项已转入续签合同'].map((part) => text.includes(part))).toEqual(data === full ? [false, true, true, true, true, true, true] : [true, false, false, true, false, false, false]);
    }
    expect(await officeComplaints(template, [{ ...full }, { ...clean }])).toEqual([]);
  });

  test.each(['carried-inventory', 'carried-closing'] as const)('%s, with items, without, and with everything back', async (paper) => {
    const template = shipped(`${paper}.docx`);
    const compiled = compileTemplate(template, formOptions);
    const items = exampleCarriedItems();
    const lists = [items, [], items.filter(({ state }) => state === 'returned')];
    for (const list of lists) {
      const output = compiled.render({ ...carriedData(profile, list, '2025-10-20') });
      const text = paragraphTexts(output).join('\n');
      expect(newLintFaults(template, output)).toEqual([]);
      expect(text).not.toMatch(/[{}]|undefined/);
      const tells = paper === 'carried-closing' ? [list.length === 0, list.length === 3] : [false, false];
      expect([text.includes('没有携出任何'), text.includes('尚未处理')]).toEqual(tells);
    }
    expect(await officeComplaints(template, lists.map((list) => ({ ...carriedData(profile, list, '2025-10-20') })))).toEqual([]);
  });

  test('the register and the labels of discs, read back and not yet', async () => {
    for (const name of ['disc-register', 'disc-labels'] as const) {
      const template = shipped(`${name}.docx`);
      const compiled = compileTemplate(template, formOptions);
      const sources = [exampleDiscs(), { ...exampleDiscs(), events: [] }];
      for (const source of sources) {
        const data = discLabelData(profile, source, 2);
        const output = name === 'disc-labels' ? compiled.renderMany([{ ...discLabelData(profile, source, 1) }, { ...data }], { pageNumbers: 'continuous' }) : compiled.render({ ...data });
        const text = paragraphTexts(output).join('\n');
        expect(newLintFaults(template, output)).toEqual([]);
        expect(text).not.toMatch(/[{}]|undefined/);
        expect(text.includes('尚未从光盘读回校验')).toBe(name === 'disc-register' && source.events.length === 0);
      }
      expect(await officeComplaints(template, sources.flatMap((source) => [1, 2].map((disc) => ({ ...discLabelData(profile, source, disc) }))))).toEqual([]);
    }
  });

  test.each(volumePapers)('%s, with a volume of every spine, and before anything was counted', async (paper) => {
    const template = shipped(`${paper}.docx`);
    const compiled = compileTemplate(template, formOptions);
    const items = Array.from({ length: 32 }, (_, index) => boundItem(`${index}`, { pages: 40, pagesAreCounted: false }));
    const source = { profile, arrangement: usualArrangement, volumes: arrangeVolumes(items, usualArrangement) };
    const [first] = source.volumes;
    const papers = [paperExample(paper), volumePaperSubjects[paper] === 'all' || first === undefined ? volumesPaperData(source) : volumePaperData(first, source)];
    for (const data of papers) {
      const output = compiled.render(data);
      expect(newLintFaults(template, output)).toEqual([]);
      expect(paragraphTexts(output).join('\n')).not.toMatch(/[{}]|undefined/);
    }
    expect(await officeComplaints(template, papers)).toEqual([]);
  });

  test('a ledger of hours can be summed: its cells are numbers and dates', async () => {
    const template = shipped('ledger-worklog.xlsx');
    const record = makeRecord('worklog', fullBodies.worklog);
    const output = compileWorkbookTemplate(template).render(listData(profile, 'worklog', wholePeriod(profile.service), [record, record], [record]));
    expect(memberText(readZip(output), 'xl/worksheets/sheet1.xml')).toMatch(/<c r="C4"[^>]*><v>45509<\/v><\/c>.*<c r="L4"[^>]*><v>1\.5<\/v><\/c>/s);
    expect(await newOfficeErrors(template, output, 'xlsx')).toEqual([]);
  });
});

test('the inspection form explains what was abnormal, or says that nothing was', () => {
  const compiled = compileTemplate(shipped('inspection.docx'), formOptions);
  const sound = paragraphTexts(compiled.render(dataOf(makeRecord('inspection', inspectionBody(0)))));
  expect(sound).toContain('本次巡检未发现异常。');
  const faulty = paragraphTexts(compiled.render(dataOf(makeRecord('inspection', inspectionBody(1)))));
  expect(faulty).not.toContain('本次巡检未发现异常。');
  expect(faulty).toContain('CPU 使用率（异常）');
});
