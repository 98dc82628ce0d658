import { Button, Checkbox } from 'antd';
import { useId, type ReactNode } from 'react';
import type { ChatExchange } from '../../../shared/chat/chat-reading.ts';
import { FieldInput } from '../../forms/field-input.tsx';
import { chatWords } from '../../words/entry-chat.ts';
import { guessOf, type MatterCheck, type MatterEdit, type MatterField } from './chat-review.ts';

type MatterCardProps = {
  readonly index: number;
  readonly exchange: ChatExchange;
  readonly edit: MatterEdit | undefined;
  readonly values: Readonly<Record<string, unknown>>;
  readonly check: MatterCheck;
  readonly fields: readonly MatterField[];
  readonly isOpen: boolean;
  readonly showsProblems: boolean;
  readonly isDisabled: boolean;
  readonly open: () => void;
  readonly change: (field: string, value: unknown) => void;
  readonly skip: (isSkipped: boolean) => void;
  /** Absent for the last matter. */
  readonly mergeNext: (() => void) | undefined;
};

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** One matter of the chat as a work record: a line that says what it is, and opened its fields. */
export function MatterCard(props: MatterCardProps): ReactNode {
  const { index, exchange, edit, values, check, fields, isOpen, showsProblems, isDisabled, open, change, skip, mergeNext } = props;
  const base = useId();
  const isSkipped = edit?.isSkipped === true;
  const span = [text(values['startTime']), text(values['endTime'])].filter((time) => time !== '').join('–');
  return (
    <article className={`matter${isOpen ? ' matter-open' : ''}${isSkipped ? ' matter-skipped' : ''}`} aria-label={chatWords.matter(index + 1)}>
      <header>
        <Checkbox checked={!isSkipped} disabled={isDisabled} aria-label={chatWords.take(index + 1)} onChange={(event) => skip(!event.target.checked)} />
        <button type="button" className="matter-head" aria-expanded={isOpen} onClick={open}>
          <strong>{chatWords.matter(index + 1)}</strong>
          <span className="matter-when">{text(values['date'])} {span}</span>
          <span>{chatWords.from(text(values['requester']), text(values['staff']))}</span>
          <span className="matter-text">{text(values['description']) || chatWords.noText}</span>
          <span className={isSkipped ? 'muted' : check.problems.size === 0 ? 'grid-state-ok' : 'grid-state-missing'}>{isSkipped ? chatWords.skipped : check.problems.size === 0 ? chatWords.ready : chatWords.missing(check.problems.size)}</span>
        </button>
      </header>
      {isOpen ? (
        <>
          <div className="form-grid matter-fields">
            {fields.map(({ name, definition }) => {
              const guess = guessOf(exchange, edit, name);
              const problem = check.problems.get(name);
              const isShown = problem !== undefined && (showsProblems || (edit !== undefined && Object.hasOwn(edit.values, name)));
              const id = `${base}-${name}`;
              return (
                <div key={name} className={`field${definition.type === 'longText' ? ' field-wide' : ''}${guess === undefined ? '' : ' field-guessed'}`}>
                  <label htmlFor={id} className={definition.required ? 'field-label field-required' : 'field-label'}>{definition.label}{guess === undefined ? null : <span className="guess-mark">{chatWords.guessed}</span>}</label>
                  <FieldInput id={id} definition={definition} value={values[name]} isInvalid={isShown} isDisabled={isDisabled || isSkipped} onChange={(value) => change(name, value)} />
                  {isShown ? <div className="field-problem" role="alert">{problem}</div> : guess === undefined ? null : <div className="field-help">{chatWords.guessedNote(guess)}</div>}
                </div>
              );
            })}
          </div>
          {mergeNext === undefined ? null : <Button size="small" disabled={isDisabled} onClick={mergeNext}>{chatWords.mergeNext}</Button>}
        </>
      ) : null}
    </article>
  );
}
