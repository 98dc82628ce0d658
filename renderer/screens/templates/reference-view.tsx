import { Input, Select } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { subjectTitle, templateSubjects, type TemplateSubject } from '../../../shared/deliverables/template-subject.ts';
import type { TemplateFilter } from '../../../shared/ipc/template-channels.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { EmptyView, FailureView, LoadingView } from '../../parts/state-views.tsx';
import { goTo } from '../../state/navigation.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { referenceWords, tagSectionWords, templateWords } from '../../words/templates.ts';
import { matchingFilters, referenceSections, type ReferenceSection } from './reference-rows.ts';

const subjectOptions = templateSubjects.map((subject) => ({ value: subject, label: subjectTitle(subject) }));

function Section(props: { readonly section: ReferenceSection }): ReactNode {
  const { name, rows } = props.section;
  return (
    <section className="panel" aria-label={tagSectionWords[name]}>
      <h2>{tagSectionWords[name]}</h2>
      <table className="plain-table reference-table" aria-label={tagSectionWords[name]}>
        <thead><tr><th scope="col">{referenceWords.tag}</th><th scope="col"><span className="unseen">{templateWords.copy}</span></th><th scope="col">{referenceWords.english}</th><th scope="col">{referenceWords.content}</th><th scope="col">{referenceWords.example}</th></tr></thead>
        <tbody>
          {rows.map(({ key, depth, form, shown, copied, english, content, example }) => (
            <tr key={key} data-depth={depth}>
              <th scope="row">{copied === '' ? shown : <code>{shown}</code>}</th>
              <td className="cell-actions">{copied === '' ? null : <CopyButton text={copied} label={templateWords.copyTag(copied)} says={templateWords.copied(copied)} />}</td>
              <td>{english === '' ? null : <code>{english}</code>}</td>
              <td>{[content, referenceWords.form[form]].filter((text) => text !== '').join('，')}</td>
              <td className="reference-example">{example}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Filters(props: { readonly filters: readonly TemplateFilter[] }): ReactNode {
  return (
    <section className="panel" aria-label={referenceWords.filters}>
      <h2>{referenceWords.filters}</h2>
      <p className="muted">{referenceWords.filtersNote}</p>
      <table className="plain-table reference-table" aria-label={referenceWords.filters}>
        <thead><tr><th scope="col">{referenceWords.filter}</th><th scope="col">{referenceWords.purpose}</th><th scope="col">{referenceWords.example}</th><th scope="col"><span className="unseen">{templateWords.copy}</span></th><th scope="col">{referenceWords.result}</th></tr></thead>
        <tbody>
          {props.filters.map(({ name, aliases, usage, summary, tag, result }) => (
            <tr key={name}>
              <th scope="row"><code>{usage}</code>{aliases.length === 0 ? null : <span className="template-file">{aliases.join('、')}</span>}</th>
              <td>{summary}</td>
              <td><code>{tag}</code></td>
              <td className="cell-actions"><CopyButton text={tag} label={templateWords.copyTag(tag)} says={templateWords.copied(tag)} /></td>
              <td className="reference-example">{result}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Every tag that a template may use, by kind of record, with an example and a button that copies it; and the filters. */
export function ReferenceView(props: { readonly contractId: string; readonly subject: TemplateSubject }): ReactNode {
  const { contractId, subject } = props;
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query);
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  const answer = useAnswer('templates.reference', { contractId, subject }, version);
  if (answer.state === 'loading') return <LoadingView />;
  if (answer.state === 'error') return <FailureView failure={answer.failure} retry={answer.reload} />;
  const sections = referenceSections(answer.value.sections, asked);
  const filters = matchingFilters(answer.value.filters, asked);
  return (
    <div className="reference" aria-busy={answer.isStale}>
      <div className="reference-bar">
        <Select aria-label={referenceWords.subject} className="template-subject" value={subject} options={subjectOptions} onChange={(reference: TemplateSubject) => void goTo({ screen: 'templates', reference })} />
        <Input.Search aria-label={referenceWords.search} placeholder={referenceWords.search} allowClear value={query} onChange={(event) => setQuery(event.target.value)} />
        <span className="muted">{referenceWords.exampleNote}</span>
      </div>
      <details className="panel reference-hints">
        <summary>{referenceWords.insert}</summary>
        <ul>{referenceWords.hints.map((hint) => <li key={hint}>{hint}</li>)}</ul>
      </details>
      {sections.length + filters.length === 0 ? <EmptyView text={referenceWords.nothing(asked)} /> : null}
      {sections.map((section) => <Section key={section.name} section={section} />)}
      {filters.length === 0 ? null : <Filters filters={filters} />}
    </div>
  );
}
