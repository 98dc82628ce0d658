import { memo, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { indexDocument, type ContractDocument, type DocumentBlock, type Passage } from '../../shared/contract/contract-document.ts';
import { contractTextWords } from '../words/questions.ts';
import { blockRuns, marksOf, textPieces, type Marks } from './contract-text-marks.ts';

function Pieces(props: { readonly block: DocumentBlock; readonly quoted: readonly Passage[] | undefined; readonly current: readonly Passage[] | undefined }): ReactNode {
  let at = 0;
  return textPieces(props.block, props.quoted, props.current).map(({ text, mark }) => {
    at += text.length;
    return mark === 'none' ? text : <mark key={at} className={mark === 'current' ? 'quote-current' : 'quote'}>{text}</mark>;
  });
}

/** Going to the next question draws only the paragraphs whose marks change. */
const Paragraph = memo(function Paragraph(props: { readonly block: DocumentBlock; readonly quoted: readonly Passage[] | undefined; readonly current: readonly Passage[] | undefined }): ReactNode {
  const { block } = props;
  const heading = 'text' in block ? block.heading : undefined;
  return heading === undefined ? <p><Pieces {...props} /></p> : <p className={heading <= 2 ? 'contract-heading' : 'contract-subheading'}><Pieces {...props} /></p>;
});

/** Cells of a row; a mark of a row is a mark of all its cells, because quotations of rows are of whole rows. */
function Row(props: { readonly cells: readonly string[]; readonly mark: string | undefined }): ReactNode {
  return (
    <tr className={props.mark}>
      {props.cells.map((cell, column) => (
        // Columns of a fixed text have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <td key={column}>{cell}</td>
      ))}
    </tr>
  );
}

function TextBody(props: { readonly document: ContractDocument; readonly quoted: Marks; readonly current: Marks }): ReactNode {
  const { document, quoted, current } = props;
  const runs = useMemo(() => blockRuns(document), [document]);
  return runs.map((run) => {
    const blocks = document.blocks.slice(run.from, run.to);
    const [first] = blocks;
    if (first === undefined) return null;
    if (!run.isTable) return <Paragraph key={run.from} block={first} quoted={quoted.get(run.from)} current={current.get(run.from)} />;
    return (
      <table key={run.from}>
        <tbody>
          {blocks.map((block, index) => (
            'cells' in block ? <Row key={block.line} cells={block.cells} mark={current.has(run.from + index) ? 'quote-current' : quoted.has(run.from + index) ? 'quote' : undefined} /> : null
          ))}
        </tbody>
      </table>
    );
  });
}

type ContractTextProps = {
  readonly document: ContractDocument;
  /** Sentences that something was read from. */
  readonly quoted: readonly string[];
  /** The sentences of what is looked at now: stronger, and scrolled to. */
  readonly current: readonly string[];
};

/** The contract as it was read, with the quoted sentences marked. */
export function ContractText(props: ContractTextProps): ReactNode {
  const { document, current } = props;
  const body = useRef<HTMLDivElement>(null);
  const index = useMemo(() => indexDocument(document), [document]);
  const quotedKey = props.quoted.join('\n');
  // The lists are made anew on every drawing; their sentences are what counts.
  // oxlint-disable-next-line react/exhaustive-deps
  const quoted = useMemo(() => marksOf(index, props.quoted), [index, quotedKey]);
  const currentKey = current.join('\n');
  // oxlint-disable-next-line react/exhaustive-deps
  const marked = useMemo(() => marksOf(index, current), [index, currentKey]);

  useEffect(() => {
    const pane = body.current;
    const mark = pane?.querySelector('.quote-current');
    if (pane === null || mark === null || mark === undefined) return;
    // Only the pane scrolls: scrollIntoView would move the page around it, too.
    const offset = mark.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTop += offset - pane.clientHeight / 3;
  }, [marked]);

  return (
    // A text that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="contract-text" aria-label={contractTextWords.title} tabIndex={0} ref={body}>
      <TextBody document={document} quoted={quoted} current={marked} />
      {currentKey !== '' && marked.size === 0 ? <p className="contract-text-note">{contractTextWords.notFound}</p> : null}
    </section>
  );
}
