import { describe, expect, test } from 'vitest';
import { discLabelData } from '../../../shared/discs/disc-data.ts';
import { exampleDiscs } from '../../../shared/discs/example-discs.ts';
import { testProfile } from '../../helpers/records.ts';

function labelOf(groups: readonly string[]) {
  const source = exampleDiscs();
  return discLabelData(testProfile({}), { ...source, discs: source.discs.slice(0, 1).map((disc) => ({ ...disc, groups })) }, 1);
}

describe('what lies on a disc, as its papers tell it', () => {
  test('volumes of one name that follow each other stand in one line; parts of a volume keep their own', () => {
    const { 内容, 内容文字, 内容提要, 配套案卷 } = labelOf([
      '第1卷 总结报告', '第2卷 日常巡检记录单（2024年8月至2024年10月）', '第3卷 日常巡检记录单（2024年11月）', '第4卷 日常工作记录单（2024年8月）（第1册）',
      '第5卷 日常工作记录单（2024年8月）（第2册）', '第6卷 日常巡检记录单（第1—40件，本卷分在几张盘上）', '现场照片',
    ]);
    const lines = ['第1卷 总结报告', '第2—3卷 日常巡检记录单', '第4—5卷 日常工作记录单', '第6卷 日常巡检记录单（第1—40件，本卷分在几张盘上）', '现场照片'];
    expect({ 内容, 内容文字, 内容提要, 配套案卷 }).toEqual({ 内容: lines.map((项) => ({ 项 })), 内容文字: lines.join('；'), 内容提要: lines.join('；'), 配套案卷: '第1—6卷' });
  });

  test('more than a label has room for is named up to there, and the register names all', () => {
    const groups = Array.from({ length: 14 }, (_, index) => `第${index + 1}卷 第${'甲乙丙丁戊己庚辛壬癸子丑寅卯'.charAt(index)}类记录单`);
    const { 内容, 内容文字, 内容提要 } = labelOf(groups);
    expect(内容.map(({ 项 }) => 项)).toEqual([...groups.slice(0, 11), '等，共 14 项，见盘上“目录.html”']);
    expect(内容文字).toBe(groups.join('；'));
    expect(内容提要).toBe(`${groups.slice(0, 10).join('；')}等`);
  });
});
