import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { call } from '../api.ts';
import { CalculatorIcon } from '../parts/icons.tsx';
import { formWords } from '../words/forms.ts';
import { formValue, type FormModel } from './form-model.ts';

function textAt(model: FormModel, field: string): string {
  const value = formValue(model.getState(), ['body', field]);
  return typeof value === 'string' ? value : '';
}

/** Fills a report's table of figures from the records. Afterwards a person may correct one and say why. */
export function ReportFiguresButton(props: { readonly contractId: string; readonly model: FormModel }): ReactNode {
  const { contractId, model } = props;
  const { message } = App.useApp();
  const [isCounting, setIsCounting] = useState(false);

  async function count(): Promise<void> {
    const span = { date: textAt(model, 'date'), periodFrom: textAt(model, 'periodFrom'), periodTo: textAt(model, 'periodTo') };
    if (Object.values(span).includes('')) {
      message.warning(formWords.figuresNeedSpan);
      return;
    }
    setIsCounting(true);
    const result = await call('reports.figures', { contractId, ...span });
    setIsCounting(false);
    if (!result.ok) {
      message.error(result.error.message);
      return;
    }
    model.getState().set(['body', 'figures'], result.value);
    message.success(formWords.figuresCounted(result.value.length));
  }

  return <Button icon={<CalculatorIcon />} loading={isCounting} onClick={() => void count()}>{formWords.countFigures}</Button>;
}
