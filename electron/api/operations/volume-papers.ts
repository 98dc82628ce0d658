import type { Contract } from '../../../shared/contract/profile.ts';
import type { PlannedFile } from '../../../shared/deliverables/plan.ts';
import type { TemplateData } from '../../../shared/deliverables/record-data.ts';
import type { Arrangement } from '../../../shared/volumes/arrangement.ts';
import { volumePaperData, volumesPaperData } from '../../../shared/volumes/paper-data.ts';
import type { Volume } from '../../../shared/volumes/volume.ts';
import { handoverListFile } from '../../handover/deliverables/handover-list.ts';
import type { MadePaper, OverallPaper, PaperMaker } from '../../handover/volumes/binding-papers.ts';
import type { Core } from '../core.ts';
import { officeKindOf } from './bind-documents.ts';
import { discLabel } from './describe-disc.ts';

/** 一式两份: the side that hands over keeps one and the side that receives the other. */
const receiptCopies = 2;

/** Makes the papers of a contract's volumes from the templates, which the person may have changed. */
export function volumePaperMaker(core: Core, { profile }: Contract, arrangement: Arrangement, all: readonly Volume[], plan: readonly PlannedFile[]): PaperMaker {
  const isArchive = arrangement.profile === 'archive';
  // Papers that name other things in an archive have templates of their own.
  const suffix = isArchive ? '-archive' : '';

  async function make(name: string, title: string, data: TemplateData): Promise<MadePaper> {
    return { title, kind: officeKindOf(name), ...(await core.maker.fill(name, data)) };
  }

  /** The list that also lies in the package; how many discs there will be is not known yet and left to the hand. */
  async function handoverList(bound: readonly Volume[]): Promise<MadePaper> {
    const { content } = await handoverListFile(core.maker, profile, plan, core.environment.today(), { label: discLabel(profile, 1), position: '', volumes: bound });
    if (!(content instanceof Uint8Array)) throw new Error('The hand-over list is made in memory.');
    return { title: '文件移交清单', kind: 'docx', bytes: content, warnings: [] };
  }

  return {
    ofVolume: async (volume) => {
      const data = volumePaperData(volume, { profile, volumes: all, arrangement });
      return {
        cover: await make(`volume-cover${suffix}.docx`, '封面', data),
        contents: await make(`volume-contents${suffix}.docx`, '卷内目录', data),
        ...(isArchive ? { filingNote: await make('volume-note.docx', '备考表', data) } : {}),
      };
    },
    overall: async (bound) => {
      const data = volumesPaperData({ profile, volumes: bound, arrangement });
      const { copies } = profile.delivery;
      const papers: OverallPaper[] = [
        { kind: 'general', copies, paper: await make('volumes-list.docx', '案卷总目录', data) },
        { kind: 'spines', copies, paper: await make(`volume-spines${suffix}.docx`, '案卷脊背', data) },
        { kind: 'boxes', copies, paper: await make('box-labels.docx', '档案盒标签', data) },
        { kind: 'list', copies: receiptCopies, paper: await handoverList(bound) },
        { kind: 'receipt', copies: receiptCopies, paper: await make('volumes-receipt.docx', '文件签收单', data) },
      ];
      return papers;
    },
  };
}
