import { fixedText, type GuardOperation, type LoopOperation, type MergeCellOperation, type Operation, type Program, type TableOperation } from './program.ts';

/** What becomes of a stretch of a part's source. Stretches that no edit covers are copied as they are. */
export type Edit = Replacement | LoopEdit | GuardEdit | MergeEdit | TableEdit;

/** Other content in place of the stretch; nothing, to remove it. */
export type Replacement = {
  readonly kind: 'replace';
  readonly from: number;
  readonly to: number;
  readonly content: readonly (string | Operation)[];
  /** repeated: only where the stretch may be written more than once in a document. */
  readonly when: 'always' | 'repeated';
};

/** The stretch is repeated. What stands before bodyFrom and behind bodyTo vanishes. */
export type LoopEdit = {
  readonly kind: 'loop';
  readonly from: number;
  readonly to: number;
  readonly bodyFrom: number;
  readonly bodyTo: number;
  readonly operation: Omit<LoopOperation, 'kind' | 'body' | 'lastBody'>;
  /** Whether a page break follows the last copy, which must then hold it. */
  readonly endsPage: boolean;
  /** Nesting depth of its tags, which decides between loops over the same stretch. */
  readonly depth: number;
};

/** The stretch is a container, or its content, that must not be left empty. */
export type GuardEdit = { readonly kind: 'guard'; readonly from: number; readonly to: number; readonly rule: GuardOperation['rule']; readonly fallback: Uint8Array };

/** The stretch is a cell from within its properties on; from bodyFrom on it is content. */
export type MergeEdit = { readonly kind: 'merge'; readonly from: number; readonly to: number; readonly bodyFrom: number; readonly operation: Omit<MergeCellOperation, 'kind' | 'body'> };

/** The stretch is a table that is looked over when it is written. */
export type TableEdit = { readonly kind: 'table'; readonly from: number; readonly to: number; readonly operation: Omit<TableOperation, 'kind' | 'body'> };

/** Stretch removed. */
export function removal(from: number, to: number): Replacement {
  return { kind: 'replace', from, to, content: [], when: 'always' };
}

/** Over the same stretch: what a container holds is guarded around the loops in it, a row or table inside the loop that repeats it. */
function rank(edit: Edit): number {
  if (edit.kind === 'guard') return edit.rule === 'ends-with-paragraph' ? 0 : 3;
  if (edit.kind === 'merge') return 1;
  if (edit.kind === 'table') return 4;
  return edit.kind === 'loop' ? 2 : 5;
}

/** Edits in the order in which a program is built: by place, insertions first, the wider around the narrower, outer loops first. */
export function inBuildingOrder(edits: readonly Edit[]): readonly Edit[] {
  const insertsFirst = (edit: Edit): number => (edit.from === edit.to ? 0 : 1);
  return edits.toSorted(
    (left, right) => left.from - right.from || insertsFirst(left) - insertsFirst(right) || right.to - left.to || rank(left) - rank(right) || depthOf(left) - depthOf(right),
  );
}

/**
 * The program of a stretch of source.
 * @param edits in building order; those that reach beyond the stretch or into another edit's removed text are left out
 * @param repeated whether the whole stretch may be written more than once in a document
 */
export function buildProgram(xml: string, from: number, to: number, edits: readonly Edit[], repeated: boolean): Program {
  const steps: (string | Operation)[] = [];
  let cursor = from;
  for (let index = 0; index < edits.length; index++) {
    const edit = edits[index];
    if (edit === undefined || edit.from < cursor || edit.to > to) continue;
    if (edit.kind === 'replace' && edit.when === 'repeated' && !repeated) continue;
    addText(steps, xml.slice(cursor, edit.from));
    if (edit.kind === 'replace') {
      for (const step of edit.content) {
        if (typeof step === 'string') addText(steps, step);
        else steps.push(step);
      }
    } else {
      let behind = index + 1;
      while ((edits[behind]?.from ?? edit.to) < edit.to) behind++;
      steps.push(wrapped(xml, edit, edits.slice(index + 1, behind), repeated));
      index = behind - 1;
    }
    cursor = edit.to;
  }
  addText(steps, xml.slice(cursor, to));
  return steps.map((step) => (typeof step === 'string' ? fixedText(step) : step));
}

function wrapped(xml: string, edit: LoopEdit | GuardEdit | MergeEdit | TableEdit, inner: readonly Edit[], repeated: boolean): Operation {
  if (edit.kind === 'guard') return { kind: 'guard', rule: edit.rule, fallback: edit.fallback, body: buildProgram(xml, edit.from, edit.to, inner, repeated) };
  if (edit.kind === 'table') return { kind: 'table', ...edit.operation, body: buildProgram(xml, edit.from, edit.to, inner, repeated) };
  if (edit.kind === 'merge') return { kind: 'merge-cell', ...edit.operation, body: buildProgram(xml, edit.bodyFrom, edit.to, inner.filter((candidate) => candidate.from >= edit.bodyFrom), repeated) };
  const within = inner.filter((candidate) => candidate.from >= edit.bodyFrom && candidate.to <= edit.bodyTo);
  const body = buildProgram(xml, edit.bodyFrom, edit.bodyTo, within, true);
  const lastBody: Program | undefined = edit.endsPage ? [{ kind: 'guard', rule: 'ends-page', fallback: fixedText(''), body }] : undefined;
  return { kind: 'loop', ...edit.operation, body, lastBody };
}

function addText(steps: (string | Operation)[], text: string): void {
  if (text === '') return;
  const last = steps.at(-1);
  if (typeof last === 'string') steps[steps.length - 1] = last + text;
  else steps.push(text);
}

function depthOf(edit: Edit): number {
  return edit.kind === 'loop' ? edit.depth : 0;
}
