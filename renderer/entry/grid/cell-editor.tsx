import { useEffect, useId, useLayoutEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { gridWords } from '../../words/entry-grid.ts';
import { matchingOptions, type CellOptions } from './cell-options.ts';
import { gridCommand, type GridCommand } from './grid-keys.ts';
import { OptionList } from './option-list.tsx';

/** `resting`: keys move the cursor; `typing`: begun by typing, arrows still leave the cell; `editing`: arrows move inside the text. */
type Mode = 'resting' | 'typing' | 'editing';

type CellEditorProps = {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  readonly options: CellOptions;
  readonly isInvalid: boolean;
  readonly describedBy: string | undefined;
  readonly isReadOnly: boolean;
  /** Raised to make the cell take the focus; 0 before anybody asked. */
  readonly focusCalls: number;
  readonly opens: boolean;
  readonly keep: (text: string) => void;
  /** Whether the key is used up. */
  readonly run: (command: GridCommand) => boolean;
  readonly paste: (event: ClipboardEvent) => void;
  readonly copy: (event: ClipboardEvent, isCut: boolean) => void;
};

/**
 * The real input in the cell that has the keyboard. At rest it holds the cell's text, wholly selected, so that the first key or the first
 * letter of an input method replaces it without being lost, and screen readers read it.
 */
export function CellEditor(props: CellEditorProps): ReactNode {
  const { name, label, text, options, isInvalid, describedBy, isReadOnly, focusCalls, opens, keep, run, paste, copy } = props;
  const input = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const [mode, setMode] = useState<Mode>(opens && !isReadOnly ? 'editing' : 'resting');
  const [value, setValue] = useState(text);
  const [isListOpen, setIsListOpen] = useState(false);
  const [highlighted, setHighlighted] = useState(-1);
  // After Escape the next Tab leaves the grid, so that nobody is held in it.
  const leaves = useRef(false);
  const isSettled = useRef(false);
  const listId = useId();
  const hasOptions = options.values.length > 0;
  const matches = hasOptions ? matchingOptions(options.values, mode === 'typing' ? value : '') : [];
  const showsList = isListOpen && mode !== 'resting' && matches.length > 0;

  useLayoutEffect(() => {
    const element = input.current;
    if (element === null || focusCalls === 0 || document.activeElement === element) return;
    element.focus({ preventScroll: true });
    if (mode === 'resting') element.select();
    else element.setSelectionRange(element.value.length, element.value.length);
    // Only when the cell is called; afterwards the person has the input.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [focusCalls]);
  useEffect(() => {
    if (mode !== 'resting') return;
    setValue(text);
    if (document.activeElement !== input.current) return;
    // The new text is in the input only after the next paint; a cell that is opened before keeps its own selection.
    const frame = requestAnimationFrame(() => input.current?.select());
    return () => cancelAnimationFrame(frame);
  }, [text, mode]);

  const settle = (next: string): void => {
    isSettled.current = true;
    setMode('resting');
    setIsListOpen(false);
    keep(next);
    queueMicrotask(() => { isSettled.current = false; });
  };
  const open = (how: 'typing' | 'editing', list: boolean): void => {
    setMode(how);
    setIsListOpen(list);
    setHighlighted(how === 'editing' ? options.values.indexOf(value) : options.isClosed ? 0 : -1);
  };
  const typed = (next: string): void => {
    setValue(next);
    if (mode === 'resting') open('typing', hasOptions);
    else {
      setIsListOpen(hasOptions);
      setHighlighted(options.isClosed && next.trim() !== '' ? 0 : -1);
      if (mode === 'editing' && hasOptions) setMode('typing');
    }
  };
  const chosen = (): string => (showsList && highlighted >= 0 && value.trim() !== '' ? (matches[highlighted] ?? value) : showsList && mode === 'editing' && highlighted >= 0 ? (matches[highlighted] ?? value) : value);

  const restingKey = (event: KeyboardEvent, command: GridCommand | undefined): void => {
    if (command === undefined) return;
    if (leaves.current && event.key === 'Tab') return;
    leaves.current = command.type === 'leave';
    if (command.type === 'leave') return;
    if (command.type === 'edit' || command.type === 'choose') {
      event.preventDefault();
      if (isReadOnly) return;
      open('editing', command.type === 'choose' || (hasOptions && options.isClosed));
      input.current?.setSelectionRange(value.length, value.length);
      return;
    }
    if (run(command)) event.preventDefault();
  };
  const editingKey = (event: KeyboardEvent, command: GridCommand | undefined): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      setValue(text);
      setMode('resting');
      return setIsListOpen(false);
    }
    if (event.altKey && event.key === 'ArrowDown' && hasOptions) {
      event.preventDefault();
      return setIsListOpen(true);
    }
    if (showsList && (event.key === 'ArrowDown' || event.key === 'ArrowUp') && !event.ctrlKey) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      return setHighlighted((highlighted + step + matches.length) % matches.length);
    }
    if (event.key === 'Enter' && event.altKey && !hasOptions) {
      event.preventDefault();
      return void document.execCommand('insertText', false, '\n');
    }
    const leavesCell = command?.type === 'next' || (mode === 'typing' && command?.type === 'move' && event.key.startsWith('Arrow'));
    if (!leavesCell || command === undefined) return;
    event.preventDefault();
    settle(chosen());
    run(command);
  };
  const keyDown = (event: KeyboardEvent): void => {
    // While an input method composes, every key is its own.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const command = gridCommand({ key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey });
    if (mode === 'resting') restingKey(event, command);
    else editingKey(event, command);
  };

  const common = {
    ref: input,
    className: mode === 'resting' ? 'grid-input' : 'grid-input grid-input-open',
    'aria-label': name,
    'aria-invalid': isInvalid,
    'aria-describedby': describedBy,
    readOnly: isReadOnly,
    value,
    spellCheck: false,
    autoComplete: 'off',
    onKeyDown: keyDown,
    onFocus: () => { if (mode === 'resting') input.current?.select(); },
    onBlur: () => { if (mode !== 'resting' && !isSettled.current) settle(value); },
    onDoubleClick: () => {
      if (mode !== 'resting' || isReadOnly) return;
      open('editing', hasOptions && options.isClosed);
      // At rest the whole text is selected; whoever opens the cell wants to add to it.
      input.current?.setSelectionRange(value.length, value.length);
    },
    onMouseUp: () => { if (mode === 'resting') input.current?.select(); },
    onPaste: (event: ClipboardEvent) => { if (mode === 'resting') paste(event); },
    onCopy: (event: ClipboardEvent) => { if (mode === 'resting') copy(event, false); },
    onCut: (event: ClipboardEvent) => { if (mode === 'resting') copy(event, true); },
  };
  if (!hasOptions) return <textarea {...common} rows={1} onChange={(event) => typed(event.target.value)} />;
  return (
    <>
      <input
        {...common}
        role="combobox"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={showsList}
        aria-controls={showsList ? listId : undefined}
        aria-activedescendant={showsList && highlighted >= 0 ? `${listId}-${highlighted}` : undefined}
        onChange={(event) => typed(event.target.value)}
      />
      {showsList ? <OptionList id={listId} label={gridWords.options(label)} anchor={input.current} options={matches} highlighted={highlighted} choose={settle} /> : null}
    </>
  );
}
