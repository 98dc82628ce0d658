import { useState, type DragEvent, type ReactNode } from 'react';

type DropZoneProps = {
  readonly className: string;
  /** Added while a file is held over it. */
  readonly overClassName: string;
  readonly dropped: (file: File) => void;
  readonly children: ReactNode;
};

/** Takes one dropped file; always a second way beside a button inside. */
export function DropZone(props: DropZoneProps): ReactNode {
  const { className, overClassName, dropped, children } = props;
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) dropped(file);
  };
  return (
    // The button inside is the way of the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={isOver ? `${className} ${overClassName}` : className} onDragOver={over} onDragLeave={() => setIsOver(false)} onDrop={drop}>{children}</div>
  );
}
