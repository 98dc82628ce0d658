import type { ReactNode } from 'react';

type PageProps = {
  readonly title: string;
  /** A short fact beside the title, e.g. how many there are. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  /** Lists and forms scroll inside themselves; other pages scroll as a whole. */
  readonly fills?: boolean;
  readonly children: ReactNode;
};

/** Heading, actions and content of one screen. */
export function Page(props: PageProps): ReactNode {
  return (
    <main className="page">
      <header className="page-head">
        <h1>{props.title}</h1>
        {props.note === undefined ? null : <span className="page-note">{props.note}</span>}
        <div className="page-actions">{props.actions}</div>
      </header>
      <div className={props.fills === true ? 'page-body page-body-fills' : 'page-body'}>{props.children}</div>
    </main>
  );
}
