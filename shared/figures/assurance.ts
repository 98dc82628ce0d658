import type { RecordOf } from '../records/record.ts';
import type { Figure, FigureInput } from './figure.ts';
import { recordsIn } from './record-index.ts';
import { counted, idsOf, rate, summed } from './tally.ts';

const chapter = '备份与安全';
const backupSource = '数据备份服务、文件备份服务（服务项清单）；备份记录单';
const changeSource = '软件补丁、安全加固、性能调优服务（服务项清单）；变更实施记录单';

type ChangeCategory = RecordOf<'change'>['body']['category'];

function changesOf(input: FigureInput, category: ChangeCategory): RecordOf<'change'>[] {
  return recordsIn(input, 'change').filter((record) => record.body.category === category);
}

function changeFigure(id: string, label: string, category: ChangeCategory): Figure {
  return {
    id, chapter, label, unit: '次', decimals: 0, source: changeSource, additive: true,
    formula: `期间内变更类别为“${category}”的变更实施记录单份数`,
    compute: (input) => counted(changesOf(input, category)),
  };
}

function backups(input: FigureInput, accepts: (body: RecordOf<'backup-run'>['body']) => boolean): RecordOf<'backup-run'>[] {
  return recordsIn(input, 'backup-run').filter((record) => accepts(record.body));
}

export const assuranceFigures: readonly Figure[] = [
  {
    id: 'backup.count', chapter, label: '备份次数', unit: '次', decimals: 0, source: backupSource, additive: true,
    formula: '期间内备份记录单份数',
    compute: (input) => counted(recordsIn(input, 'backup-run')),
  },
  {
    id: 'backup.succeeded', chapter, label: '备份成功次数', unit: '次', decimals: 0, source: backupSource, additive: true,
    formula: '备份结果为“成功”的次数',
    compute: (input) => counted(backups(input, (body) => body.result === '成功')),
  },
  {
    id: 'backup.rate', chapter, label: '备份成功率', unit: '%', decimals: 2, source: backupSource, additive: false,
    formula: '备份成功次数 ÷ 备份次数 × 100%',
    compute: (input) => {
      const all = recordsIn(input, 'backup-run');
      return rate(backups(input, (body) => body.result === '成功').length, all.length, idsOf(all));
    },
  },
  {
    id: 'backup.sizeGb', chapter, label: '备份数据量', unit: 'GB', decimals: 2, source: backupSource, additive: false,
    formula: '各次备份数据量之和',
    compute: (input) => summed(recordsIn(input, 'backup-run'), (record) => record.body.sizeGb ?? 0, 2),
  },
  {
    id: 'backup.restoreTests', chapter, label: '恢复测试次数', unit: '次', decimals: 0, source: backupSource, additive: true,
    formula: '恢复测试为“成功”或“失败”的备份记录数',
    compute: (input) => counted(backups(input, (body) => body.restoreTest === '成功' || body.restoreTest === '失败')),
  },
  {
    id: 'backup.restoreSucceeded', chapter, label: '恢复测试成功次数', unit: '次', decimals: 0, source: backupSource, additive: true,
    formula: '恢复测试为“成功”的备份记录数',
    compute: (input) => counted(backups(input, (body) => body.restoreTest === '成功')),
  },
  changeFigure('change.patches', '软件补丁', '软件补丁'),
  changeFigure('change.hardening', '安全加固', '安全加固'),
  changeFigure('change.tuning', '性能调优', '性能调优'),
  changeFigure('change.configuration', '配置变更', '配置变更'),
  {
    id: 'change.succeeded', chapter, label: '变更成功次数', unit: '次', decimals: 0, source: changeSource, additive: true,
    formula: '实施结果为“成功”的变更实施记录单份数',
    compute: (input) => counted(recordsIn(input, 'change').filter((record) => record.body.result === '成功')),
  },
];
