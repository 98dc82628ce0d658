import { useEffect, useState } from 'react';
import type { Attachment } from '../../shared/ipc/attachment-channels.ts';
import { isPrintable } from '../../shared/records/attachment.ts';
import { call } from '../api.ts';
import { bytesOfBase64 } from '../state/file-bytes.ts';

/** What a picture is shown from: its address inside this window, or that it cannot be read. */
export type Picture = { readonly address: string } | { readonly problem: string };

export type Pictures = ReadonlyMap<string, Picture>;

async function readPicture(recordId: string, sha256: string): Promise<Picture> {
  const result = await call('attachments.read', { recordId, sha256 });
  if (!result.ok) return { problem: result.error.message };
  return { address: URL.createObjectURL(new Blob([bytesOfBase64(result.value.base64)], { type: result.value.mediaType })) };
}

function release(picture: Picture): void {
  if ('address' in picture) URL.revokeObjectURL(picture.address);
}

/**
 * The pictures among a record's attachments, by digest, read one after the other. They are held in memory as long as the form is shown,
 * also those that were removed: a removal may be undone.
 */
export function usePictures(recordId: string | undefined, attachments: readonly Attachment[]): Pictures {
  const [pictures, setPictures] = useState<Pictures>(new Map());
  const wanted = attachments.filter(({ mediaType }) => isPrintable(mediaType)).map(({ sha256 }) => sha256);
  const key = wanted.toSorted().join(' ');

  // Held beside the state, because what is shown has to be released when the form goes away.
  const [held] = useState(() => new Map<string, Picture>());

  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      for (const sha256 of wanted) {
        if (!isCurrent || recordId === undefined) return;
        if (held.has(sha256)) continue;
        const picture = await readPicture(recordId, sha256);
        if (!isCurrent) return release(picture);
        held.set(sha256, picture);
        setPictures(new Map(held));
      }
    };
    void read();
    return () => { isCurrent = false; };
    // `key` stands for the digests; their order does not matter here.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [recordId, key, held]);

  useEffect(() => () => {
    for (const picture of held.values()) release(picture);
    held.clear();
  }, [held]);

  return pictures;
}
