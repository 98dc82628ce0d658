import { AppError, type Problem } from '../../../shared/app-error.ts';

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

/** Something that renders but probably not as meant. */
export type TemplateDoubt = { readonly part: string; readonly place: string; readonly tag: string; readonly message: string; readonly suggestion?: string };

/** Part and place in one: 正文第3段, 页眉2 第1段, 工作表“台账”B7. */
export function wholePlace({ part, place }: { readonly part: string; readonly place: string }): string {
  return /\d$/.test(part) && place !== '' ? `${part} ${place}` : `${part}${place}`;
}

/** For lists of problems that know only of a place and a message: where it is in full, and what to do behind what is wrong. */
export function listedProblem(problem: TemplateDoubt): Problem {
  const message = problem.suggestion === undefined ? problem.message : `${problem.message}（${problem.suggestion}）`;
  return { place: wholePlace(problem), message };
}

/** One line for a list of problems: 正文第3段：…（是否想写“巡检日期”？） */
export function problemSentence(problem: TemplateProblem): string {
  const { place, message } = listedProblem(problem);
  return `${place}：${message}`;
}

/**
 * Nothing is made of a broken template.
 * @throws AppError template-broken, whose details list every problem as people read them
 */
export function refuseBroken(problems: readonly TemplateProblem[]): void {
  const [first, ...others] = problems;
  if (first === undefined) return;
  const more = others.length === 0 ? '' : `（另有 ${others.length} 处）`;
  throw new AppError('template-broken', `模板有 ${problems.length} 处错误，没有生成文件。${problemSentence(first)}${more}`, { problems: problems.map(listedProblem) });
}
