import { Button } from 'antd';
import { useRef, type ReactNode } from 'react';
import { UploadIcon } from '../../parts/icons.tsx';
import { templateWords } from '../../words/templates.ts';

/** Chooses one file of the template's own kind; it is looked at before it is read. */
export function TemplateFileInput(props: { readonly accept: string; readonly isBusy: boolean; readonly offer: (file: File) => void }): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button type="primary" icon={<UploadIcon />} loading={props.isBusy} onClick={() => input.current?.click()}>{templateWords.replace}</Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={templateWords.replace}
        accept={props.accept}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again after it was corrected.
          event.target.value = '';
          if (file !== undefined) props.offer(file);
        }}
      />
    </>
  );
}
