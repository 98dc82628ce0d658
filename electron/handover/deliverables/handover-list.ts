import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { formatChineseDate, type LocalDate } from '../../../shared/dates.ts';
import { contractTags } from '../../../shared/deliverables/contract-tags.ts';
import type { HandoverListData, HandoverListRow, HandoverVolume } from '../../../shared/deliverables/handover-list-data.ts';
import type { PlannedFile } from '../../../shared/deliverables/plan.ts';
import type { Volume } from '../../../shared/volumes/volume.ts';
import type { StagedFile } from '../package/description.ts';
import type { DocumentMaker } from './document-maker.ts';
import { numberRange } from './package-files.ts';

const templateName = 'handover-list.docx';

/** Counted pages; a guess would be worse than room for the hand. */
function pagesOf(volumes: readonly Volume[], deliverable?: string): string {
  const items = volumes.flatMap((volume) => volume.items).filter((item) => deliverable === undefined || item.deliverable === deliverable);
  return items.length === 0 || items.some(({ pagesAreCounted }) => !pagesAreCounted) ? '' : String(items.reduce((sum, { pages }) => sum + pages, 0));
}

/** Which disc the list lies on, and the bound volumes. */
export type ListedDisc = { readonly label: string; readonly position: string; readonly volumes: readonly Volume[] };

/** One line per deliverable, in the profile's order; records of several files are counted together. */
function listRows(profile: ContractProfile, plan: readonly PlannedFile[], volumes: readonly Volume[]): HandoverListRow[] {
  const deliverables = profile.deliverables.filter((deliverable) => plan.some((file) => file.deliverable.id === deliverable.id));
  return deliverables.map((deliverable, index) => {
    const files = plan.filter((file) => file.deliverable.id === deliverable.id);
    const records = files.flatMap((file) => file.records);
    const first = files[0];
    const last = files.at(-1);
    const range = first === undefined || last === undefined ? '' : numberRange({ ...first, records: [...first.records.slice(0, 1), ...last.records.slice(-1)] });
    return {
      序号: String(index + 1),
      文档名称: deliverable.title,
      形式: profile.delivery.forms.length === 0 ? '纸质、电子' : profile.delivery.forms.join('、'),
      份数: String(profile.delivery.copies),
      页数: pagesOf(volumes, deliverable.id),
      编号范围: range,
      备注: `${records.length} 件，${files.length} 个文件`,
    };
  });
}

/** The project's name stands above the list. */
function volumeRow({ deliverablePrefix }: ContractProfile, { number, code, title, items, pages, pagesAreCounted }: Volume): HandoverVolume {
  const ownTitle = title.startsWith(deliverablePrefix) && title.length > deliverablePrefix.length ? title.slice(deliverablePrefix.length) : title;
  return { 卷号: String(number), 档号: code, 案卷题名: ownTitle, 件数: String(items.length), 页数: pagesAreCounted ? String(pages) : '' };
}

/** The hand-over list (移交清单) that goes into the package with the documents it lists. */
export async function handoverListFile(maker: DocumentMaker, profile: ContractProfile, plan: readonly PlannedFile[], today: LocalDate, disc: ListedDisc): Promise<StagedFile> {
  const rows = listRows(profile, plan, disc.volumes);
  const hasDisc = profile.delivery.forms.some((form) => form.includes('光盘'));
  const data: HandoverListData = {
    ...contractTags(profile),
    交付形式: profile.delivery.forms.join('、'),
    份数: String(profile.delivery.copies),
    清单: rows,
    合计: { 文档数: String(rows.length), 份数: String(rows.length * profile.delivery.copies), 页数: pagesOf(disc.volumes) },
    有案卷: disc.volumes.length > 0,
    案卷: disc.volumes.map((volume) => volumeRow(profile, volume)),
    有光盘: hasDisc,
    // Counts and digest exist only when the package that holds this very list is finished: room for the hand.
    ...(hasDisc ? { 光盘信息: { 光盘编号: disc.position, 卷标: disc.label, 文件数: '', 数据量: '', 校验方式: 'SHA-256', 校验值: '' } } : {}),
  };
  return {
    path: 'data/其他/移交清单.docx',
    title: `${profile.deliverablePrefix}移交清单`,
    kind: '移交清单',
    date: formatChineseDate(today),
    responsible: profile.vendor.name,
    content: (await maker.fill(templateName, data)).bytes,
  };
}
