import { issuedStates, type IssuedState } from '../../shared/deliverables/issued-state.ts';
import type { LocalDate } from '../../shared/dates.ts';
import { getIssued, setIssuedState, type IssuedDocument } from './issued.ts';
import { reading } from './sqlite-errors.ts';
import type { ReadableStore, WritableStore } from './store.ts';

/** What happened to the paper of a document, on which day and by whom. */
export type PaperStep = { readonly day: LocalDate; readonly person: string };

/** The steps that a paper has behind it. */
export type PaperSteps = { readonly [State in Exclude<IssuedState, 'made'>]?: PaperStep };

/**
 * Notes how far the paper of a document is. Going on, the step gets its day and person; going back, the later steps are forgotten, and the day of
 * the one that it goes back to stays. Throws `not-found`.
 */
export function takeStep(store: WritableStore, issuedId: string, state: IssuedState, step: PaperStep): IssuedDocument {
  return store.transaction(() => {
    const before = getIssued(store, issuedId);
    const { signOff } = store.statements;
    const reached = issuedStates.indexOf(state);
    for (const later of issuedStates.slice(reached + 1)) signOff.dropStep.run(issuedId, later);
    if (state !== 'made' && reached >= issuedStates.indexOf(before.state)) signOff.putStep.run({ issued_id: issuedId, state, day: step.day, person: step.person });
    return setIssuedState(store, issuedId, state);
  });
}

/** The paper of the earlier production is that of the later one as well: its steps and its seals go over. Inside a transaction. */
export function takeOverPaper(store: WritableStore, earlier: IssuedDocument, later: IssuedDocument): void {
  store.statements.signOff.copySteps.run(later.id, earlier.id);
  store.statements.signOff.copySeals.run(later.id, earlier.id);
  setIssuedState(store, later.id, earlier.state);
}

/** The steps of all documents of a contract, by the id of their production; those whose paper has none are absent. */
export function stepsOfContract(store: ReadableStore, contractId: string): ReadonlyMap<string, PaperSteps> {
  return reading(() => {
    const byDocument = new Map<string, PaperSteps>();
    for (const { issued_id: id, state, day, person } of store.statements.signOff.stepsOfContract.all(contractId)) {
      byDocument.set(id, { ...byDocument.get(id), [state]: { day, person } });
    }
    return byDocument;
  });
}
