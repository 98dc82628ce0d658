import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { isPaperSubject, paperSubjects } from '../../../shared/deliverables/paper-subjects.ts';
import type { TemplateInfo } from '../../../shared/ipc/template-channels.ts';
import { historyInstant } from '../../forms/history-text.ts';
import { goTo } from '../../state/navigation.ts';
import { shortTitle } from '../../state/short-title.ts';
import { templateWords } from '../../words/templates.ts';

type TemplateListProps = { readonly templates: readonly TemplateInfo[]; readonly open: string | undefined; readonly prefix: string };

function CheckCell(props: { readonly template: TemplateInfo }): ReactNode {
  const { problems, doubts } = props.template;
  if (problems.length > 0) return <Tag color="red">{templateWords.problems(problems.length)}</Tag>;
  return doubts.length > 0 ? <Tag color="orange">{templateWords.doubts(doubts.length)}</Tag> : <span className="muted">{templateWords.sound}</span>;
}

/** The deliverables that use a template, in short. */
export function usesOf({ usedBy, subject }: TemplateInfo, prefix: string): readonly string[] {
  const uses = usedBy.map(({ title, enabled }) => (enabled ? shortTitle(title, prefix) : templateWords.disabled(shortTitle(title, prefix))));
  return subject !== undefined && isPaperSubject(subject) ? [paperSubjects[subject].use, ...uses] : uses;
}

/** What people call a template: the documents it becomes, else the records it is for. */
export function templateHeading(template: TemplateInfo, prefix: string): string {
  return template.usedBy.length === 0 ? template.title : usesOf(template, prefix).join('、');
}

/** All templates, with what each is for and whether it is sound. */
export function TemplateList(props: TemplateListProps): ReactNode {
  const { templates, open, prefix } = props;
  const isWide = open === undefined;
  return (
    <table className="plain-table template-table" aria-label={templateWords.list}>
      <thead>
        <tr>
          <th scope="col">{templateWords.template}</th>
          {isWide ? <th scope="col" className="template-kind">{templateWords.kind}</th> : null}
          {isWide ? <th scope="col">{templateWords.origin}</th> : null}
          {isWide ? <th scope="col">{templateWords.changed}</th> : null}
          <th scope="col">{templateWords.check}</th>
        </tr>
      </thead>
      <tbody>
        {templates.map((template) => {
          const { name, title, origin, changedAt } = template;
          const isUnused = usesOf(template, prefix).length === 0;
          return (
            <tr key={name} className={name === open ? 'template-current' : undefined}>
              <th scope="row">
                <button type="button" className="template-open" aria-current={name === open ? 'true' : undefined} onClick={() => void goTo({ screen: 'templates', open: name })}>
                  <span>{templateHeading(template, prefix)}<span className="template-file">{name}</span></span>
                </button>
                {origin === 'own' && !isWide ? <Tag color="blue">{templateWords.own}</Tag> : null}
                {isUnused ? <Tag>{templateWords.unused}</Tag> : null}
              </th>
              {isWide ? <td className="template-kind">{title}</td> : null}
              {isWide ? <td>{origin === 'own' ? <Tag color="blue">{templateWords.own}</Tag> : <span className="muted">{templateWords.shipped}</span>}</td> : null}
              {isWide ? <td className="template-fact">{origin === 'own' ? historyInstant(changedAt) : <span className="muted">—</span>}</td> : null}
              <td className="template-fact"><CheckCell template={template} /></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
