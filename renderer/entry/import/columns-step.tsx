import { Alert, Select } from 'antd';
import type { ReactNode } from 'react';
import type { ImportInspection } from '../../../shared/entry/import-plan.ts';
import { importWords } from '../../words/entry-import.ts';
import { missingTargets, type ColumnChoice } from './column-plan.ts';

type ColumnsStepProps = {
  readonly inspection: ImportInspection;
  readonly choice: ColumnChoice;
  readonly isRemembered: boolean;
  readonly setRole: (sheet: string, role: string) => void;
  readonly setTarget: (sheet: string, index: number, target: string | undefined) => void;
};

/** Which worksheet holds what, and which field every column becomes. */
export function ColumnsStep(props: ColumnsStepProps): ReactNode {
  const { inspection, choice, isRemembered, setRole, setTarget } = props;
  const sheets = inspection.sheets.map((sheet) => {
    const chosen = choice.find(({ name }) => name === sheet.name);
    const role = inspection.roles.find((entry) => entry.role === chosen?.role);
    const missing = chosen === undefined ? [] : missingTargets(chosen, inspection.roles);
    return (
      <section key={sheet.name} className="panel import-sheet" aria-label={importWords.sheet(sheet.name, sheet.rows)}>
        <div className="import-sheet-head">
          <h2>{importWords.sheet(sheet.name, sheet.rows)}</h2>
          <Select
            className="import-role"
            aria-label={importWords.sheetRole(sheet.name)}
            value={chosen?.role ?? ''}
            popupMatchSelectWidth={false}
            options={[...inspection.roles.map(({ role: value, label }) => ({ value, label })), { value: '', label: importWords.notImported }]}
            onChange={(next) => setRole(sheet.name, next)}
          />
          <span className="muted">{importWords.headingRow(sheet.headingRow)}</span>
        </div>
        {role === undefined || chosen === undefined ? null : (
          <>
            {missing.length === 0 ? null : <Alert type="warning" title={importWords.missing(missing)} />}
            <div className="import-columns">
              <table className="plain-table">
                <thead><tr><th scope="col">{importWords.columnHead}</th><th scope="col">{importWords.samplesHead}</th><th scope="col">{importWords.targetHead}</th></tr></thead>
                <tbody>
                  {sheet.columns.map(({ index, letter, heading, samples }) => (
                    <tr key={index}>
                      <th scope="row"><span className="import-letter">{letter}</span> {heading === '' ? <span className="muted">{importWords.noHeading}</span> : heading}</th>
                      <td className="import-samples" title={samples.join('\n')}>{samples.join('、')}</td>
                      <td>
                        <Select
                          className="import-target"
                          aria-label={importWords.targetOf(letter, heading)}
                          allowClear
                          showSearch={{ optionFilterProp: 'label' }}
                          popupMatchSelectWidth={false}
                          placeholder={importWords.notImported}
                          value={chosen.targets[index] ?? null}
                          options={role.targets.map(({ id, label, isRequired }) => ({ value: id, label: isRequired ? `${label} *` : label }))}
                          onChange={(next: string | null | undefined) => setTarget(sheet.name, index, next ?? undefined)}
                        />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )}
      </section>
    );
  });
  return <>{isRemembered ? <Alert type="info" title={importWords.remembered} /> : null}{sheets}</>;
}
