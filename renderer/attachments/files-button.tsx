import { Button } from 'antd';
import { useRef, type ReactNode } from 'react';
import { UploadIcon } from '../parts/icons.tsx';

/** A button that lets a person choose several files of any kind. */
export function FilesButton(props: { readonly label: string; readonly look?: 'link'; readonly picked: (files: readonly File[]) => void }): ReactNode {
  const { label, look, picked } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...(look === 'link' ? { type: 'link', size: 'small' } : { icon: <UploadIcon /> })} onClick={() => input.current?.click()}>{label}</Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file may be chosen again after it was removed.
          event.target.value = '';
          if (files.length > 0) picked(files);
        }}
      />
    </>
  );
}
