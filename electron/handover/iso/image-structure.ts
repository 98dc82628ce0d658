import type { ImageLayout, TreePlan } from './image-layout.ts';
import { firstFreeSector } from './image-layout.ts';
import { sectorBytes, sectorsFor } from './iso-fields.ts';
import { renderJolietFolder, renderPrimaryFolder } from './render-folder.ts';
import { lastDescriptor, primaryDescriptorSector, volumeDescriptor } from './volume-descriptors.ts';

/** A run of whole sectors outside the files. `part` names it in Chinese. */
export type StructurePiece = { readonly sector: number; readonly bytes: Buffer; readonly part: string };

/** ECMA-119 9.4: the path table, in one of its two byte orders, filled up to whole sectors. */
function pathTable(layout: ImageLayout, plan: TreePlan, order: 'little' | 'big'): Buffer {
  const table = Buffer.alloc(sectorsFor(plan.pathTableBytes) * sectorBytes);
  let end = 0;
  for (const [index, { identifier, parent }] of plan.folders.entries()) {
    const { sector } = layout.around(plan, index).own;
    table.writeUInt8(identifier.length, end);
    if (order === 'little') {
      table.writeUInt32LE(sector, end + 2);
      table.writeUInt16LE(parent + 1, end + 6);
    } else {
      table.writeUInt32BE(sector, end + 2);
      table.writeUInt16BE(parent + 1, end + 6);
    }
    identifier.copy(table, end + 8);
    end += 8 + identifier.length + (identifier.length % 2);
  }
  return table;
}

function folderName(path: string): string {
  return path === '' ? '根目录' : `文件夹「${path}」`;
}

/** Every byte from the image's beginning to its first file, piece by piece, in order and without gaps. */
export function* imageStructure(layout: ImageLayout): Generator<StructurePiece> {
  const { primary, joliet } = layout;
  yield { sector: 0, bytes: Buffer.alloc(primaryDescriptorSector * sectorBytes), part: '系统区' };
  yield { sector: 16, bytes: volumeDescriptor(layout, 'primary'), part: '主卷描述符' };
  yield { sector: 17, bytes: volumeDescriptor(layout, 'joliet'), part: 'Joliet 卷描述符' };
  yield { sector: firstFreeSector - 1, bytes: lastDescriptor(), part: '卷描述符结束标记' };
  yield { sector: primary.littleTable, bytes: pathTable(layout, primary, 'little'), part: '主目录树的路径表' };
  yield { sector: primary.bigTable, bytes: pathTable(layout, primary, 'big'), part: '主目录树的路径表' };
  yield { sector: joliet.littleTable, bytes: pathTable(layout, joliet, 'little'), part: 'Joliet 目录树的路径表' };
  yield { sector: joliet.bigTable, bytes: pathTable(layout, joliet, 'big'), part: 'Joliet 目录树的路径表' };
  for (const [index, named] of primary.folders.entries()) {
    const around = layout.around(primary, index);
    const { records, continuation } = renderPrimaryFolder(named, around);
    const part = `主目录树的${folderName(named.folder.path)}`;
    yield { sector: around.own.sector, bytes: records, part };
    if (continuation.length > 0) yield { sector: around.continuationSector, bytes: continuation, part };
  }
  for (const [index, named] of joliet.folders.entries()) {
    const around = layout.around(joliet, index);
    yield { sector: around.own.sector, bytes: renderJolietFolder(named, around), part: `Joliet 目录树的${folderName(named.folder.path)}` };
  }
}
