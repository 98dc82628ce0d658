import type { ExpressionUse } from '../../tags/expression-use.ts';
import type { TemplateDoubt, TemplateProblem } from '../../tags/template-problem.ts';
import type { Replacement } from '../edits.ts';

/** A tag in the title of a control, as a list of tags shows it, and where it stands in the source. */
export type ControlUse = ExpressionUse & { readonly part: string; readonly place: string; readonly tag: string; readonly kind: 'control' | 'picture'; readonly from: number };

export type ControlEdits = {
  readonly edits: readonly Replacement[];
  readonly tags: readonly ControlUse[];
  readonly problems: readonly TemplateProblem[];
  readonly doubts: readonly TemplateDoubt[];
  /** Whether pictures may come in. */
  readonly adds: boolean;
};

/** What one control contributes. */
export type OneControl = Omit<ControlEdits, 'adds'>;
