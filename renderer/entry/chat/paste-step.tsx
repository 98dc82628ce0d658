import { Button, DatePicker, Input, type GetRef } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { chatLimits } from '../../../shared/chat/chat-reading.ts';
import { chatWords } from '../../words/entry-chat.ts';

/** Takes the text of a chat, and the day on which it was copied. */
export function PasteStep(props: { readonly today: string; readonly isBusy: boolean; readonly isDisabled: boolean; readonly note: ReactNode; readonly start: (text: string, day: string) => void }): ReactNode {
  const { today, isBusy, isDisabled, note, start } = props;
  const [text, setText] = useState('');
  const field = useRef<GetRef<typeof Input.TextArea>>(null);
  useEffect(() => field.current?.focus(), []);
  const [day, setDay] = useState(today);
  return (
    <div className="chat-paste">
      <p>{chatWords.help}</p>
      <p className="muted">{chatWords.howTo}</p>
      {note}
      <label htmlFor="chat-text" className="field-label">{chatWords.text}</label>
      <Input.TextArea
        id="chat-text"
        className="chat-text"
        ref={field}
        value={text}
        disabled={isDisabled}
        maxLength={chatLimits.characters}
        placeholder={chatWords.placeholder}
        onChange={(event) => setText(event.target.value)}
        // A paste into the empty field is meant to be read at once.
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain');
          if (text !== '' || pasted.trim() === '') return;
          event.preventDefault();
          setText(pasted);
          start(pasted, day);
        }}
      />
      <div className="chat-foot">
        <label htmlFor="chat-day">{chatWords.day}</label>
        <DatePicker id="chat-day" allowClear={false} value={dayjs(`${day}T12:00`)} onChange={(value) => setDay(value?.format('YYYY-MM-DD') ?? today)} />
        <span className="muted">{chatWords.dayHelp}</span>
        <Button type="primary" disabled={isDisabled || text.trim() === ''} loading={isBusy} onClick={() => start(text, day)}>{chatWords.read}</Button>
      </div>
    </div>
  );
}
