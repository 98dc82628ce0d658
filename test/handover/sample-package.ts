import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PackageDescription, PackageSummary, StagedFile } from '../../electron/handover/package/description.ts';
import { stagePackage } from '../../electron/handover/package/stage-package.ts';

export const runId = '0190aaaa-0000-7000-8000-000000000001';

export const description: PackageDescription = {
  title: '2024年8月至2025年8月运维服务验收交付文件',
  projectName: '某市卫生监督执法一张图系统运维项目',
  contractName: '2024年某市卫生监督执法一张图系统运维项目服务合同',
  contractNumber: '',
  customer: { name: '某市卫生监督所', address: '', contact: '', phone: '', email: '' },
  vendor: { name: '某某信息技术有限公司', address: '某市某区某路1号', contact: '王小样', phone: '010-55500001', email: 'wang@example.invalid' },
  period: { from: '2024-08-03', to: '2025-08-02' },
  producedOn: '2025-08-05',
  medium: { kind: '光盘', number: 'YZT2024-01', position: '第1张，共1张' },
  secrecy: '',
  retention: '10年',
  software: 'handover-binder 0.1.0',
  remarks: [],
};

/** A few documents with what makes packages hard: Chinese, spaces, brackets, an empty file, a name of 60 characters. */
export function documents(): StagedFile[] {
  const kinds = ['日常巡检记录单', '用户需求申请单', '总结报告'];
  const files = kinds.flatMap((kind, group) =>
    Array.from({ length: 3 }, (_, index): StagedFile => {
      const title = `${kind} XJ-2024080${index + 1}-0${group} (签字)`;
      return {
        path: `data/电子档案/2024/${kind}/${title}.docx`,
        title,
        kind,
        date: `2024-08-0${index + 1}`,
        responsible: '某某信息技术有限公司',
        pages: index + 1,
        content: Buffer.from(`${title}\n`.repeat(40 * (index + group * 7))),
      };
    }),
  );
  const long = `${'长'.repeat(55)}.docx`;
  return [...files, { path: `data/其他/${long}`, title: '长', kind: '其他', date: '2025-08', responsible: '甲 & 乙 <丙>', note: '第 1 卷', content: Buffer.alloc(5000, 7) }];
}

export async function temporaryFolder(name: string): Promise<string> {
  return mkdtemp(join(tmpdir(), `handover-${name}-`));
}

/** A finished sample package in a new folder. */
export async function sampleBag(files: readonly StagedFile[] = documents()): Promise<PackageSummary> {
  return stagePackage({ folder: join(await temporaryFolder('bag'), '交付 光盘'), description, files }, { runId });
}
