import type { DiscEvent, HandoverDisc } from './disc.ts';
import type { DiscPapersSource } from './disc-data.ts';

const digest = '3f786850e387550fdab836ed7e6dc881de23001b3f786850e387550fdab836ed';

function disc(number: number, groups: readonly string[]): HandoverDisc {
  return { number, medium: 'cd', label: `YWJF_20240803_0${number}`, groups, files: 240 + number, bytes: 604_000_000 + number, manifestSha256: digest, imageBytes: 606_000_000, imageSha256: digest };
}

function check(number: number): DiscEvent {
  return {
    id: `example-${number}`, handoverId: 'example', number, kind: 'verify', target: 'disc', at: '2025-09-30T02:15:00.000Z', user: '示例姓名', person: '示例姓名', drive: '示例刻录机 GX30', disc: 'CD-R',
    ok: true, files: 240 + number, bytes: 604_000_000, digest, problems: [], problemCount: 0,
  };
}

/** Two discs, burned and read back: shows which tags their papers get. */
export function exampleDiscs(): DiscPapersSource {
  return {
    title: '2024年8月3日至2025年8月2日运维服务验收交付文件', madeOn: '2025-09-30', secrecy: '内部', retention: '10年',
    discs: [disc(1, ['第1卷 日常巡检记录单', '第2卷 日常工作记录单']), disc(2, ['第3卷 总结报告'])], events: [check(1), check(2)],
  };
}
