import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { templateWords } from '../words/templates.ts';
import { CopyIcon } from './icons.tsx';

/** Copies a text. `label` is for screen readers and says what is copied. */
export function CopyButton(props: { readonly text: string; readonly label: string; readonly says?: string }): ReactNode {
  const { text, label, says } = props;
  const { message } = App.useApp();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      message.success(says ?? templateWords.copiedPlain);
    } catch {
      // A window that is not in front may not write to the clipboard.
      message.error(templateWords.cannotCopy);
    }
  };
  return <Button size="small" type="text" icon={<CopyIcon />} aria-label={label} title={label} onClick={() => void copy()} />;
}
