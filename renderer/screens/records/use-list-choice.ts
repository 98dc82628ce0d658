import { useEffect, useRef, useState } from 'react';
import type { ListedSpan } from '../../state/listed-route.ts';
import { choiceOf, isSameChoice, spanOf, type ListChoice } from '../../state/records-filter.ts';

/** Milliseconds. Browsers refuse to change the address at every key. */
const addressPause = 300;

/**
 * What is chosen above the list. It is written into the address a moment later, and an address that came from elsewhere takes its place.
 * @param show writes the address
 */
export function useListChoice(span: ListedSpan, show: (span: ListedSpan) => void): readonly [ListChoice, (choice: ListChoice) => void] {
  const [choice, setChoice] = useState(() => choiceOf(span));
  const addressed = useRef(choice);
  // The window may have opened a record between choosing and writing.
  const latestShow = useRef(show);
  useEffect(() => {
    latestShow.current = show;
  });
  const written = JSON.stringify(span);

  useEffect(() => {
    const wanted = choiceOf(span);
    if (isSameChoice(wanted, addressed.current)) return;
    addressed.current = wanted;
    setChoice(wanted);
    // The text stands for the span, whose identity changes with every drawing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [written]);

  useEffect(() => {
    if (isSameChoice(addressed.current, choice)) return;
    const timer = setTimeout(() => {
      addressed.current = choice;
      latestShow.current(spanOf(choice));
    }, addressPause);
    return () => clearTimeout(timer);
  }, [choice]);

  return [choice, setChoice];
}
