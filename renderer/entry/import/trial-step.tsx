import { Alert, Button, Segmented, Tag } from 'antd';
import type { ReactNode } from 'react';
import { importLimits, type DuplicateChoice, type ImportTrial } from '../../../shared/entry/import-plan.ts';
import { DownloadIcon } from '../../parts/icons.tsx';
import { Hint } from '../../parts/hint.tsx';
import { importWords } from '../../words/entry-import.ts';

type TrialStepProps = { readonly trial: ImportTrial; readonly duplicates: DuplicateChoice; readonly chooseDuplicates: (choice: DuplicateChoice) => void; readonly downloadLeft: () => void };

/** What an import would do: how many rows, what is wrong with which, what is there already, what the first would look like. */
export function TrialStep(props: TrialStepProps): ReactNode {
  const { trial, duplicates, chooseDuplicates, downloadLeft } = props;
  const { good, problem, duplicate } = trial.counts;
  return (
    <>
      <Alert type={problem > 0 || trial.problems.length > 0 ? 'warning' : good + duplicate === 0 ? 'error' : 'success'} showIcon title={importWords.counts(good, problem, duplicate)} />
      <div className="import-choices">
        {duplicate === 0 ? null : (
          <>
            <span id="duplicate-choice">{importWords.duplicates}</span>
            <Segmented<DuplicateChoice> aria-labelledby="duplicate-choice" value={duplicates} options={[{ value: 'skip', label: importWords.skip }, { value: 'add', label: importWords.add }]} onChange={chooseDuplicates} />
            <span className="muted">{duplicates === 'add' ? importWords.addHelp : ''}</span>
          </>
        )}
        {problem === 0 ? null : <Hint text={importWords.leftRowsHelp}><Button icon={<DownloadIcon />} onClick={downloadLeft}>{importWords.leftRows}</Button></Hint>}
      </div>
      {trial.problems.length === 0 ? null : (
        <section className="panel" aria-label={importWords.fileProblems}>
          <h2>{importWords.fileProblems}</h2>
          <ul className="problem-list">{trial.problems.map(({ place, message }) => <li key={`${place} ${message}`}><strong>{place}</strong> {message}</li>)}</ul>
        </section>
      )}
      {trial.rows.length === 0 ? null : (
        <section className="panel" aria-label={importWords.looked}>
          <h2>{importWords.looked}</h2>
          <ul className="import-rows">
            {trial.rows.map((row) => (
              <li key={`${row.sheet} ${row.row}`}>
                <Tag color={row.state === 'problem' ? 'error' : 'warning'}>{importWords.states[row.state]}</Tag>
                <strong>{importWords.rowPlace(row.sheet, row.row)}</strong> {row.title}
                {row.duplicateOf === undefined ? null : <div className="muted">{importWords.duplicateOf(row.duplicateOf)}</div>}
                {row.problems.length === 0 ? null : <ul className="problem-list">{row.problems.map(({ place, message }) => <li key={`${place} ${message}`}>{place} {message}</li>)}</ul>}
              </li>
            ))}
          </ul>
          {problem + duplicate > trial.rows.length ? <p className="muted">{importWords.moreRows(importLimits.shownRows)}</p> : null}
        </section>
      )}
      {trial.preview.rows.length === 0 ? null : (
        <section className="panel" aria-label={importWords.preview}>
          <h2>{importWords.preview}</h2>
          {/* It scrolls, so the keyboard must reach it. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className="import-preview" tabIndex={0}>
            <table className="plain-table">
              <thead><tr>{trial.preview.headings.map((heading) => <th key={heading} scope="col">{heading}</th>)}</tr></thead>
              <tbody>
                {trial.preview.rows.map((row, index) => (
                  // The preview is drawn once and never changes its order.
                  // oxlint-disable-next-line react/no-array-index-key
                  <tr key={index}>{row.map((cell, column) => <td key={trial.preview.headings[column]} title={cell}>{cell}</td>)}</tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </>
  );
}
