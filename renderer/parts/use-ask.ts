import { App } from 'antd';
import { useCallback } from 'react';
import { commonWords } from '../words/common.ts';

export type Question = { readonly title: string; readonly text: string; readonly confirm: string; readonly cancel?: string; readonly isDangerous?: boolean };

/** Resolves to whether the person agreed. */
export type Ask = (question: Question) => Promise<boolean>;

/** Asks before something that cannot be taken back; resolves to whether the person agreed. */
export function useAsk(): Ask {
  const { modal } = App.useApp();
  return useCallback(async (question) => {
    const answer = await modal.confirm({
      title: question.title,
      content: question.text,
      okText: question.confirm,
      cancelText: question.cancel ?? commonWords.cancel,
      okButtonProps: { danger: question.isDangerous ?? false },
      // antd locks scrolling with a style element that carries no nonce; the window itself never scrolls anyway.
      scrollLock: false,
      centered: true,
    });
    return answer;
  }, [modal]);
}
