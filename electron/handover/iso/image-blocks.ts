import { type ImageLayout, trailingSectors } from './image-layout.ts';
import { imageStructure } from './image-structure.ts';
import type { ImageFile } from './image-tree.ts';
import { sectorBytes, sectorsFor } from './iso-fields.ts';

/** What an image is made of, in the order of its sectors. */
type Material =
  | { readonly kind: 'structure'; readonly bytes: Buffer }
  | { readonly kind: 'file'; readonly file: ImageFile }
  | { readonly kind: 'zeros'; readonly length: number };

/** `length` bytes of a material, from its byte `from`, at byte `at` of the block. */
export type BlockPart = { readonly material: Material; readonly from: number; readonly length: number; readonly at: number };

/** The next bytes of an image; every block but the last is full. */
export type ImageBlock = { readonly parts: readonly BlockPart[]; readonly bytes: number };

function* materialsOf(layout: ImageLayout): Generator<Material> {
  for (const { bytes } of imageStructure(layout)) yield { kind: 'structure', bytes };
  for (const { file } of layout.files) {
    yield { kind: 'file', file };
    yield { kind: 'zeros', length: sectorsFor(file.bytes) * sectorBytes - file.bytes };
  }
  yield { kind: 'zeros', length: trailingSectors * sectorBytes };
}

function lengthOf(material: Material): number {
  if (material.kind === 'zeros') return material.length;
  return material.kind === 'file' ? material.file.bytes : material.bytes.length;
}

/**
 * Cuts an image into blocks that are read, digested and written as a whole. A large file goes through several blocks; an empty one has an
 * empty part in one of them, so that it is looked at like all others.
 */
export function* imageBlocks(layout: ImageLayout, blockBytes: number): Generator<ImageBlock> {
  let parts: BlockPart[] = [];
  let filled = 0;
  for (const material of materialsOf(layout)) {
    const whole = lengthOf(material);
    let from = 0;
    do {
      const length = Math.min(whole - from, blockBytes - filled);
      parts.push({ material, from, length, at: filled });
      from += length;
      filled += length;
      if (filled < blockBytes) continue;
      yield { parts, bytes: filled };
      parts = [];
      filled = 0;
    } while (from < whole);
  }
  if (filled > 0) yield { parts, bytes: filled };
}
