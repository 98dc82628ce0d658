import { Tooltip } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { commonWords } from '../words/common.ts';

/** Tells the shortcut of a button when the mouse rests on it. */
export function Hint(props: { readonly text: string; readonly keys?: string; readonly children: ReactElement }): ReactNode {
  const title = props.keys === undefined ? props.text : commonWords.shortcut(props.text, props.keys);
  return <Tooltip title={title} mouseEnterDelay={0.4}>{props.children}</Tooltip>;
}
