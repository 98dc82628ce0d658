import type { TemplateData } from './record-data.ts';

/** A photo that belongs to a record. `bytes` are a JPEG or PNG file; empty when the file cannot be read. */
export type Photo = { readonly name: string; readonly caption: string; readonly bytes: Uint8Array };

/** Names by which templates ask for photos; reading them costs, so nobody does it for a form that shows none. */
export const photoTags: readonly string[] = ['有照片', '照片', '照片对', '照片数'];

function pictureOf(photo: Photo): TemplateData {
  return { bytes: photo.bytes, description: photo.caption === '' ? photo.name : photo.caption };
}

/**
 * The photos of a record for its form: `{#照片}{%图片 7×5}{说明}{/照片}`, or two to a row with
 * `{#照片对}{%左图 7×5}{左说明} {%右图 7×5}{右说明}{/照片对}`; an odd last one has no neighbour.
 */
export function photoData(photos: readonly Photo[]): TemplateData {
  const rows = photos.map((photo, index) => ({ 序号: String(index + 1), 图片: pictureOf(photo), 说明: photo.caption === '' ? photo.name : photo.caption }));
  const pairs = rows.flatMap((left, index) => {
    if (index % 2 === 1) return [];
    const right = rows[index + 1];
    return [{ 左序号: left.序号, 左图: left.图片, 左说明: left.说明, 右序号: right?.序号 ?? '', 右图: right?.图片 ?? null, 右说明: right?.说明 ?? '', 有右图: right !== undefined }];
  });
  return { 有照片: photos.length > 0, 照片: rows, 照片对: pairs, 照片数: String(photos.length) };
}
