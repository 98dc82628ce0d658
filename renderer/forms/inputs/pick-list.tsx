import { Select, type SelectProps } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';

/**
 * A drop-down list in which typing searches. The first letter stands on the screen before the list is built: building it takes longer
 * than a frame, and would hold the letter back. Any further key finds the list open.
 */
export function PickList<Value>(props: SelectProps<Value>): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const frame = useRef(0);
  const forget = (): void => {
    cancelAnimationFrame(frame.current);
    frame.current = 0;
  };
  useEffect(() => forget, []);
  // What a key does in the list is decided by the list; it must be there when the key arrives.
  const openAtOnce = (): void => {
    if (frame.current === 0) return;
    forget();
    flushSync(() => setOpen(true));
  };
  const changeOpen = (next: boolean): void => {
    forget();
    if (!next) return setOpen(false);
    // The first frame shows the letter; the list is built after it.
    frame.current = requestAnimationFrame(() => {
      frame.current = requestAnimationFrame(() => {
        frame.current = 0;
        setOpen(true);
      });
    });
  };
  return (
    <div className="pick-list" onKeyDownCapture={openAtOnce} onBlur={forget}>
      <Select<Value> popupMatchSelectWidth={false} showSearch={{ optionFilterProp: 'label' }} {...props} open={isOpen} onOpenChange={changeOpen} />
    </div>
  );
}
