import { useEffect, useRef, useState } from 'react';
import { isDialogOpen } from '../state/use-shortcut.ts';
import { attachmentWords } from '../words/attachments.ts';

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

/** Pictures come out of the clipboard under one and the same name; the moment tells them apart. */
function named(file: File, now: Date): File {
  if (!/^image\.\w+$/i.test(file.name)) return file;
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate(), now.getHours(), now.getMinutes(), now.getSeconds()];
  const moment = parts.map((part) => String(part).padStart(2, '0')).join('');
  return new File([file], `${attachmentWords.pasted}${moment}${file.name.slice(file.name.lastIndexOf('.'))}`, { type: file.type });
}

/** Files of a paste. Cells copied from a spreadsheet come as text and as a picture of themselves: there the text is meant. */
function pastedFiles(event: ClipboardEvent): readonly File[] {
  const { clipboardData } = event;
  if (clipboardData === null || clipboardData.types.includes('text/plain')) return [];
  const now = new Date();
  return [...clipboardData.files].map((file) => named(file, now));
}

/**
 * Takes files that are dropped anywhere on `area` or pasted anywhere in the window. A drop beside it does nothing, instead of opening the
 * file in place of the window. Answers whether files are held over the area.
 */
export function useIncomingFiles(area: HTMLElement | null, isEnabled: boolean, take: (files: readonly File[]) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });

  useEffect(() => {
    const keepWindow = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault();
    };
    window.addEventListener('dragover', keepWindow);
    window.addEventListener('drop', keepWindow);
    return () => {
      window.removeEventListener('dragover', keepWindow);
      window.removeEventListener('drop', keepWindow);
    };
  }, []);

  useEffect(() => {
    if (area === null || !isEnabled) return;
    const enter = (event: DragEvent): void => {
      if (hasFiles(event)) setIsOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!(event.relatedTarget instanceof Node) || !area.contains(event.relatedTarget)) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    const paste = (event: ClipboardEvent): void => {
      const files = pastedFiles(event);
      if (files.length === 0 || isDialogOpen()) return;
      event.preventDefault();
      latest.current(files);
    };
    area.addEventListener('dragenter', enter);
    area.addEventListener('dragleave', leave);
    area.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      setIsOver(false);
      area.removeEventListener('dragenter', enter);
      area.removeEventListener('dragleave', leave);
      area.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, [area, isEnabled]);

  return isOver;
}
