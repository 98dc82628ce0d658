import type { Problem } from '../../../shared/app-error.ts';

/** What kind of mistake a template contains, for programs and tests; people read `message`. */
export type TemplateProblemCode =
  | 'unclosed-tag'
  | 'unopened-tag'
  | 'doubled-braces'
  | 'tag-over-paragraphs'
  | 'empty-tag'
  | 'bad-delimiters'
  | 'bad-expression'
  | 'unopened-loop'
  | 'unclosed-loop'
  | 'loop-mismatch'
  | 'loops-crossed'
  | 'loop-containers'
  | 'unknown-container'
  | 'raw-not-alone'
  | 'merge-place'
  | 'loop-in-field'
  | 'picture-place'
  | 'chart-place'
  | 'control-content'
  | 'link-place'
  | 'section-in-loop'
  | 'bad-part';

/** One mistake in a template, told so that a person can find and mend it in Word, WPS or Excel. */
export type TemplateProblem = Problem & {
  readonly code: TemplateProblemCode;
  /** Where in the package, in words: 正文, 页眉 1, 工作表“台账”. */
  readonly part: string;
  /** Where in the part: 第3段, 表格1第2行第3格, B7. */
  readonly place: string;
  /** The tag as the person wrote it, with its delimiters. */
  readonly tag: string;
  readonly message: string;
  /** What was probably meant, when that can be told. */
  readonly suggestion?: string;
};

/** One line for a list of problems: 正文第3段：…（是否想写“巡检日期”？） */
export function problemSentence(problem: TemplateProblem): string {
  const suggestion = problem.suggestion === undefined ? '' : `（${problem.suggestion}）`;
  return `${problem.part}${problem.place}：${problem.message}${suggestion}`;
}
