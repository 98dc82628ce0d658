import { Button } from 'antd';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { ChatExchange, ChatReading } from '../../../shared/chat/chat-reading.ts';
import { chatWords } from '../../words/entry-chat.ts';

type SourcePanelProps = {
  readonly text: string;
  readonly reading: ChatReading;
  readonly current: ChatExchange | undefined;
  readonly isDisabled: boolean;
  readonly split: (message: number) => void;
  /** Opens the matter a line belongs to. */
  readonly open: (message: number) => void;
};

/** The pasted text, line by line; the lines of the opened matter are marked, and it can be cut between its messages. */
export function SourcePanel(props: SourcePanelProps): ReactNode {
  const { text, reading, current, isDisabled, split, open } = props;
  const panel = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => text.replace(/\r\n?/g, '\n').split('\n'), [text]);
  const messageOfLine = useMemo(() => {
    const found = new Map<number, number>();
    for (const message of reading.messages) for (let line = message.from; line <= message.to; line++) found.set(line, message.index);
    return found;
  }, [reading]);
  const own = new Set(current?.messages ?? []);
  const [first] = current?.messages ?? [];
  useEffect(() => {
    const line = first === undefined ? null : panel.current?.querySelector(`[data-message="${first}"]`);
    // Only the panel scrolls, never the page around it.
    if (line instanceof HTMLElement && panel.current !== null) panel.current.scrollTop = line.offsetTop - panel.current.offsetTop;
  }, [first]);
  return (
    <section className="chat-source" aria-label={chatWords.source}>
      <h2>{chatWords.source}</h2>
      {/* It scrolls, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={panel} className="chat-lines" tabIndex={0}>
        {lines.map((line, index) => {
          const number = index + 1;
          const at = messageOfLine.get(number);
          const message = at === undefined ? undefined : reading.messages[at];
          const isFirst = message !== undefined && message.from === number;
          const isOwn = at !== undefined && own.has(at);
          return (
            // Lines have no identity but their place, and the text does not change.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={number} className={`chat-line${isOwn ? ' chat-line-own' : ''}${message?.isSystem === true ? ' chat-line-system' : ''}${isFirst ? ' chat-line-head' : ''}`} {...(isFirst ? { 'data-message': at } : {})}>
              {at === undefined || isOwn || message?.isSystem === true ? <span>{line}</span> : <button type="button" tabIndex={-1} onClick={() => open(at)}>{line === '' ? '\u00a0' : line}</button>}
              {isOwn && isFirst && at !== first ? <Button size="small" type="link" disabled={isDisabled} aria-label={chatWords.splitAt(number)} onClick={() => split(at)}>{chatWords.splitHere}</Button> : null}
            </div>
          );
        })}
      </div>
    </section>
  );
}
