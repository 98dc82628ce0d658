import { Button, type ButtonProps } from 'antd';
import { useRef, type ReactNode } from 'react';
import { readPickedFile, type PickedFile } from '../state/picked-file.ts';

type FileChoiceProps = {
  readonly label: string;
  /** Extensions, e.g. `.txt,.docx`. */
  readonly accept: string;
  readonly chosen: (file: File) => void;
  readonly isBusy?: boolean;
  readonly isDisabled?: boolean;
  readonly type?: ButtonProps['type'];
  readonly icon?: ReactNode;
};

/** A button that lets a person choose one file, which is not read yet. */
export function FileChoice(props: FileChoiceProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button type={props.type ?? 'default'} icon={props.icon} loading={props.isBusy ?? false} disabled={props.isDisabled ?? false} onClick={() => input.current?.click()}>{props.label}</Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={props.label}
        accept={props.accept}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again after it was corrected.
          event.target.value = '';
          if (file !== undefined) props.chosen(file);
        }}
      />
    </>
  );
}

type FileButtonProps = Omit<FileChoiceProps, 'chosen'> & { readonly picked: (file: PickedFile) => void };

/** A button that lets a person choose one file and hands over its contents. */
export function FileButton({ picked, ...choice }: FileButtonProps): ReactNode {
  return <FileChoice {...choice} chosen={(file) => void readPickedFile(file).then(picked)} />;
}
