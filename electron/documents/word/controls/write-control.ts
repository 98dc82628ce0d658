import { evaluate } from '../../tags/expression.ts';
import { readMoment } from '../../tags/filters/moment.ts';
import type { Scope } from '../../tags/scope.ts';
import { valueText } from '../../tags/value-text.ts';
import { putBytes, putText } from '../byte-output.ts';
import { escapeText } from '../escape-text.ts';
import { attributeText } from '../pictures/picture-xml.ts';
import type { ControlForm, ControlValueOperation, TickOperation } from '../program.ts';
import { reportDoubts, reportMissing, reportProblem, type Rendering } from '../rendering.ts';
import { isChecked } from './checked.ts';
import { chosenIndex, chosenItem } from './choice.ts';
import { fullDate, pictured } from './date-picture.ts';

/** Writes one of the two states of a checkbox. */
export function writeTick(step: TickOperation, scope: Scope, rendering: Rendering): void {
  const value = valueOf(step, scope, rendering);
  const checked = isChecked(value);
  if (step.reports && value === undefined) reportMissing(rendering, step.source);
  if (step.reports && checked === undefined) {
    reportProblem(rendering, { ...step.source, message: `“${step.source.tag}”的内容“${valueText(value) ?? ''}”看不出是或否，方框没有勾选。` });
  }
  putBytes(rendering.output, checked === true ? step.checked : step.unchecked);
}

/** What the page shows of a control's value, and what its properties store. */
type ControlReading = {
  readonly text: string;
  readonly stored: string | undefined;
  /** Printed as it is, but not what the control is for. */
  readonly fault?: string;
};

/** Writes the text of a control, or what its properties store of the value. */
export function writeControlValue(step: ControlValueOperation, scope: Scope, rendering: Rendering): void {
  const value = valueOf(step, scope, rendering);
  const isMissing = value !== null && valueText(value) === undefined;
  const { text, stored, fault } = readControl(step.form, value);
  if (step.reports && isMissing) reportMissing(rendering, step.source);
  if (step.reports && fault !== undefined) reportProblem(rendering, { ...step.source, message: `“${step.source.tag}”的内容“${text}”${fault}` });
  if (step.shows === 'text') {
    putText(rendering.output, escapeText(isMissing && rendering.missingText !== '' ? rendering.missingText : text, step.style, rendering.lineBreaks));
    return;
  }
  const kept = step.shows === 'unlisted' ? unlisted(step.form, value, text) : stored;
  if (kept === undefined) return;
  putBytes(rendering.output, step.before);
  putText(rendering.output, attributeText(kept));
  putBytes(rendering.output, step.behind);
}

function valueOf(step: TickOperation | ControlValueOperation, scope: Scope, rendering: Rendering): unknown {
  const value = evaluate(step.expression, scope, rendering.doubts);
  if (rendering.doubts.length > 0) {
    if (step.reports) reportDoubts(rendering, step.source);
    else rendering.doubts.length = 0;
  }
  return value;
}

function readControl(form: ControlForm, value: unknown): ControlReading {
  const text = valueText(value) ?? '';
  const isBlank = text.trim() === '';
  switch (form.kind) {
    case 'text':
      return { text: text === '' ? form.blank : text, stored: undefined };
    case 'choice': {
      const item = chosenItem(form.items, value);
      if (item !== undefined) return { text: item.text, stored: item.stored };
      if (isBlank) return { text, stored: undefined };
      return form.isFree ? { text, stored: text } : { text, stored: undefined, fault: '不在下拉列表里，已照原样印出。' };
    }
    case 'entry': {
      const index = chosenIndex(form.items, value);
      if (index >= 0) return { text, stored: String(index) };
      if (isBlank) return { text, stored: undefined };
      return { text, stored: String(form.items.length), fault: '不在下拉列表里，已照原样印出。' };
    }
    case 'date': {
      const moment = readMoment(value);
      if (moment === undefined) return isBlank ? { text, stored: undefined } : { text, stored: undefined, fault: '不是日期，已照原样印出。' };
      return { text: (form.picture === undefined ? undefined : pictured(moment, form.picture)) ?? text, stored: fullDate(moment) };
    }
  }
}

/** The value as a further entry of a form field's list: only its entries can be shown. */
function unlisted(form: ControlForm, value: unknown, text: string): string | undefined {
  return form.kind === 'entry' && text.trim() !== '' && chosenIndex(form.items, value) < 0 ? text : undefined;
}
