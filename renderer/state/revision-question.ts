import { create } from 'zustand';
import type { Failure } from '../../shared/result.ts';

type RevisionQuestions = {
  /** The refusal that is being asked about; nothing while nobody is asked. */
  readonly question: Failure | undefined;
  /** Asks why records on signed papers are to be changed; undefined when they are not to be after all. One question at a time. */
  readonly ask: (failure: Failure) => Promise<string | undefined>;
  readonly answer: (reason: string | undefined) => void;
};

/** The question 修改原因, asked from wherever a change was refused with `signed-document`. */
export const useRevisionQuestion = create<RevisionQuestions>()((set, get) => {
  let settle: ((reason: string | undefined) => void) | undefined;
  return {
    question: undefined,
    ask: (failure) => {
      // Who asks while another question stands goes without an answer, as if the person had said no.
      if (get().question !== undefined) return Promise.resolve(undefined);
      set({ question: failure });
      return new Promise((resolve) => { settle = resolve; });
    },
    answer: (reason) => {
      set({ question: undefined });
      settle?.(reason);
      settle = undefined;
    },
  };
});
