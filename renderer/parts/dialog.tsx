import { Modal } from 'antd';
import { useRef, type ReactNode } from 'react';
import { commonWords } from '../words/common.ts';
import { useReturnedFocus } from './use-returned-focus.ts';

type DialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly width?: number | string;
  /** Without it the dialog only shows something. */
  readonly confirm?: { readonly text: string; readonly action: () => void; readonly isBusy: boolean; readonly isDangerous?: boolean; readonly isDisabled?: boolean; /** Instead of 取消: where something has been done already, nothing is cancelled. */ readonly cancel?: string };
  /** It asks for something although its buttons stand in its own content. */
  readonly asks?: boolean;
  readonly children: ReactNode;
};

const fields = ':is(input, textarea):not([type="hidden"], [readonly], :disabled)';

/** A dialog that asks begins at its first field, unless something in it has taken the cursor by itself; the library would begin at its cross. */
function focusFirstField(body: HTMLElement | null): void {
  if (body === null || body.contains(document.activeElement)) return;
  body.querySelector<HTMLElement>(fields)?.focus();
}

/** A dialog over the window. While it is closed nothing of it is there: a screen has many, and would draw them all anew with every change. */
export function Dialog(props: DialogProps): ReactNode {
  const { confirm } = props;
  const body = useRef<HTMLDivElement>(null);
  useReturnedFocus(props.isOpen);
  if (!props.isOpen) return null;
  return (
    <Modal
      title={props.title}
      open
      onCancel={props.close}
      width={props.width ?? 520}
      centered
      destroyOnHidden
      // antd locks scrolling with a style element that carries no nonce; the window itself never scrolls anyway.
      scrollLock={false}
      {...(confirm === undefined && props.asks !== true ? {} : { afterOpenChange: (isOpen: boolean) => { if (isOpen) focusFirstField(body.current); } })}
      {...(confirm === undefined
        ? { footer: null }
        : {
            okText: confirm.text,
            cancelText: confirm.cancel ?? commonWords.cancel,
            onOk: confirm.action,
            confirmLoading: confirm.isBusy,
            okButtonProps: { danger: confirm.isDangerous ?? false, disabled: confirm.isDisabled ?? false },
          })}
    >
      <div ref={body}>{props.children}</div>
    </Modal>
  );
}
