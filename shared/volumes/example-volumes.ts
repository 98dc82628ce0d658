import type { ContractProfile } from '../contract/profile.ts';
import { arrangeVolumes } from './arrange-volumes.ts';
import { arrangementSchema, type Arrangement } from './arrangement.ts';
import { volumePaperData, volumesPaperData, type PaperSource } from './paper-data.ts';
import type { BoundItem } from './volume.ts';
import type { TemplateData } from '../deliverables/record-data.ts';

const arrangement: Arrangement = arrangementSchema.parse({
  profile: 'archive', codePrefix: 'YW·2024·A1', retention: '30年', secrecy: '内部', compiledBy: '示例人员', checkedBy: '示例人员', compiledOn: '2025-09-28',
});

/** One page a sheet gives a volume the thickness that is wished for. */
function exampleItem(index: number, pages: number): BoundItem {
  const month = String(index + 1).padStart(2, '0');
  return {
    deliverable: `example-${index}`, scope: month, title: `日常巡检记录单（2024年${index + 1}月）`, deliverableTitle: `日常巡检记录单（2024年${index + 1}月）`, kindTitle: `示例 ${index}`,
    fileNumber: `XJ-2024${month}01-01 至 XJ-2024${month}28-01`, responsible: '示例单位', date: `2024-${month}-28`, from: `2024-${month}-01`, to: `2024-${month}-28`,
    quarter: '', records: 22, note: '22 份', pages, photos: 6, pagesAreCounted: true,
  };
}

/** A volume for every usual spine: shows which tags the papers of volumes get. */
function exampleSource(profile: ContractProfile): PaperSource {
  const items = [180, 270, 380, 570, 780, 960].map((pages, index) => exampleItem(index, pages));
  const shown = { ...arrangement, joinsThin: false, limit: { by: 'pages' as const, pages: 1000 } };
  return { profile, arrangement: shown, volumes: arrangeVolumes(items, shown, profile.deliverablePrefix) };
}

/** One volume with everything filled in. */
export function exampleVolumeData(profile: ContractProfile): TemplateData {
  const source = exampleSource(profile);
  const [volume] = source.volumes;
  return volume === undefined ? {} : volumePaperData(volume, source);
}

/** All volumes with everything filled in. */
export function exampleVolumesData(profile: ContractProfile): TemplateData {
  return volumesPaperData(exampleSource(profile), [{ number: '1/1', title: '电子版光盘', note: '120 个文件，1.204 GB' }]);
}
