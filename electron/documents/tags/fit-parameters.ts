import type { Filter, FilterParameter } from './filters/filter.ts';
import { filterUsage } from './filters/filter-table.ts';
import { readDecimal } from './filters/decimal.ts';
import type { Formula, FormulaFault } from './formula.ts';

type Unfit = { readonly faults: readonly FormulaFault[] };

/** The parameters as the filter takes them: a bare word that must be a constant is that word. Mistakes are told together. */
export function fitParameters(filter: Filter, written: readonly Formula[]): Formula[] | Unfit {
  const usage = `写法：${filterUsage(filter)}`;
  const needed = filter.parameters.filter((parameter) => parameter.optional !== true).length;
  const faults: FormulaFault[] = [];
  if (written.length < needed) faults.push({ message: `过滤器“${filter.name}”少了参数`, suggestion: usage });
  if (written.length > filter.parameters.length) {
    const hint = filter.parameters.length === 0 ? '它不带参数' : `${usage}；参数里有冒号、逗号的要加引号`;
    faults.push({ message: `过滤器“${filter.name}”多了参数`, suggestion: hint });
  }
  if (faults.length > 0) return { faults };
  const fitted = filter.parameters.slice(0, written.length).map((parameter, index) => fit(parameter, written[index]));
  for (const one of fitted) {
    if (typeof one === 'string') faults.push({ message: `过滤器“${filter.name}”的参数不对：${one}`, suggestion: usage });
  }
  const formulas = fitted.filter((one) => typeof one !== 'string');
  const complaint = faults.length > 0 ? undefined : filter.complaint?.(formulas.map((formula) => (formula.kind === 'literal' ? formula.value : undefined)));
  if (complaint !== undefined) faults.push({ message: `过滤器“${filter.name}”的参数不对：${complaint}`, suggestion: usage });
  return faults.length > 0 ? { faults } : formulas;
}

/** The parameter, or what is wrong with it. */
function fit(parameter: FilterParameter, written: Formula | undefined): Formula | string {
  if (written === undefined) return `缺少${parameter.name}`;
  switch (parameter.kind) {
    case 'value':
      return written;
    case 'number':
      return written.kind === 'literal' && readDecimal(written.value) === undefined ? `${parameter.name}应是数字` : written;
    case 'field': {
      const column = constantText(written)?.trim();
      return column === undefined || column === '' ? `${parameter.name}应是栏目名` : { kind: 'literal', value: column };
    }
    case 'constant': {
      const text = constantText(written);
      if (text === undefined) return `${parameter.name}要直接写出来，不能用表达式`;
      if (parameter.oneOf !== undefined && !parameter.oneOf.includes(text)) return `${parameter.oneOf.join('或') === parameter.name ? '' : parameter.name}只能写 ${parameter.oneOf.join(' 或 ')}`;
      return parameter.complaint?.(text) ?? { kind: 'literal', value: text };
    }
  }
}

/** What a literal or a bare word says. */
function constantText(written: Formula): string | undefined {
  if (written.kind === 'path') return written.written.trim();
  return written.kind === 'literal' && written.value !== null && typeof written.value !== 'boolean' ? String(written.value) : undefined;
}
