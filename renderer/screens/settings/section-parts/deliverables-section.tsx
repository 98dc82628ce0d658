import { Button, Switch } from 'antd';
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { isKindName, kindOf } from '../../../../shared/records/kinds.ts';
import { useFormScope, useFormValue } from '../../../forms/form-context.ts';
import { FormField } from '../../../forms/form-field.tsx';
import type { InputDefinition } from '../../../forms/input-definition.ts';
import { ArrowDownIcon, ArrowUpIcon, CopyIcon, DeleteIcon, DownIcon, PlusIcon, RightIcon } from '../../../parts/icons.tsx';
import { valueAt } from '../../../state/at-path.ts';
import { goTo } from '../../../state/navigation.ts';
import { duplicated, moved, without } from '../../../state/reorder.ts';
import { useAnswer } from '../../../state/use-answer.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { shortTitle } from '../../../state/short-title.ts';
import { commonWords } from '../../../words/common.ts';
import { helpWords } from '../../../words/settings-help.ts';
import { rowsWords } from '../../../words/settings-rows.ts';
import { deliverableWords as words, profileWords } from '../../../words/settings.ts';
import { deliverables } from '../fields/filling-blocks.ts';
import { freeDeliverableId } from '../previews.ts';

const table = deliverables[0]?.fields[0]?.definition;
const columns: readonly (readonly [string, InputDefinition])[] = table?.type === 'rows' ? Object.entries<InputDefinition>(table.columns).filter(([name]) => name !== 'enabled') : [];
const newRow = table?.type === 'rows' ? table.newRow : {};

function textAt(row: unknown, name: string): string {
  const value = valueAt(row, [name]);
  return typeof value === 'string' ? value : '';
}

/** The label of a coded choice, as the form has it. */
function labelOf(row: unknown, name: string): string {
  const definition = columns.find(([column]) => column === name)?.[1];
  const value = textAt(row, name);
  return definition?.type === 'options' ? (definition.options.find((option) => option.value === value)?.label ?? value) : value;
}

/** The templates there are, and the one that is named, whether it is there or not; free text until the list has come. */
function useTemplateInput(definition: InputDefinition, current: string): InputDefinition {
  const contractId = useWorkspace((workspace) => workspace.contractId);
  const templates = useAnswer('templates.list', contractId === undefined ? {} : { contractId });
  const names = templates.state === 'ready' ? templates.value.map(({ name }) => name).join('\n') : undefined;
  // A definition that stays the same spares the field a drawing.
  return useMemo(() => {
    if (names === undefined) return definition;
    const options = [...new Set([...names.split('\n'), current])].filter((name) => name !== '').toSorted().map((name) => ({ value: name, label: name }));
    return { type: 'options', label: definition.label, required: true, isMultiple: false, options };
  }, [definition, names, current]);
}

function TemplateField(props: { readonly index: number; readonly definition: InputDefinition; readonly current: string }): ReactNode {
  const definition = useTemplateInput(props.definition, props.current);
  return <FormField path={['deliverables', props.index, 'template']} definition={definition} />;
}

/** The fields of one document, and which records go into it. */
function Details(props: { readonly index: number; readonly row: unknown }): ReactNode {
  const { index, row } = props;
  const kind = textAt(row, 'kind');
  const template = textAt(row, 'template');
  const choices = isKindName(kind) ? Object.entries<InputDefinition>(kindOf(kind).fields).filter(([, field]) => field.type === 'choice') : [];
  return (
    <div className="deliverable-details">
      <div className="form-grid">
        {columns.map(([name, definition]) => name === 'template' ? <TemplateField key={name} index={index} definition={definition} current={template} /> : <FormField key={name} path={['deliverables', index, name]} definition={definition} isDouble={name === 'title'} />)}
        {choices.map(([name, definition]) => <FormField key={`where-${name}`} path={['deliverables', index, 'where', name]} definition={{ ...definition, required: false, label: words.where(definition.label) }} note={words.whereHelp} />)}
      </div>
      {template === '' ? null : <Button type="link" size="small" onClick={() => void goTo({ screen: 'templates', open: template })}>{words.openTemplate(template)}</Button>}
    </div>
  );
}

type LineProps = { readonly index: number; readonly rows: readonly unknown[]; readonly isOpen: boolean; readonly toggle: () => void; readonly change: (rows: readonly unknown[]) => void; readonly openAt: (index: number | undefined) => void };

function Line(props: LineProps): ReactNode {
  const { index, rows, isOpen, toggle, change, openAt } = props;
  const { model, isDisabled } = useFormScope();
  const row = rows[index];
  const title = textAt(row, 'title');
  const prefix = useFormValue(['deliverablePrefix']);
  const name = title === '' ? commonWords.row(index + 1) : title;
  const move = (to: number): void => {
    if (to < 0 || to >= rows.length) return;
    change(moved(rows, index, to));
    if (isOpen) openAt(to);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!event.altKey || isDisabled || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(index + (event.key === 'ArrowUp' ? -1 : 1));
  };
  return (
    // Alt and the arrow keys move the line from wherever in it the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li className="deliverable" onKeyDown={onKey}>
      <div className="deliverable-line">
        <Switch size="small" disabled={isDisabled} aria-label={`${profileWords.enabled} ${name}`} checked={valueAt(row, ['enabled']) !== false} onChange={(isOn) => model.getState().set(['deliverables', index, 'enabled'], isOn)} />
        <button type="button" className="deliverable-title" aria-expanded={isOpen} onClick={toggle}>
          {isOpen ? <DownIcon /> : <RightIcon />}
          <span>{title === '' ? words.untitled : shortTitle(title, typeof prefix === 'string' ? prefix : '')}</span>
          <span className="muted">{labelOf(row, 'kind')} · {labelOf(row, 'layout')} · {labelOf(row, 'grouping')} · {textAt(row, 'template')}{valueAt(row, ['fromContract']) === true ? ` · ${profileWords.fromContract}` : ''}</span>
        </button>
        <span className="cell-actions">
          <Button type="text" size="small" icon={<ArrowUpIcon />} disabled={isDisabled || index === 0} aria-label={`${commonWords.moveUp} ${name}`} onClick={() => move(index - 1)} />
          <Button type="text" size="small" icon={<ArrowDownIcon />} disabled={isDisabled || index === rows.length - 1} aria-label={`${commonWords.moveDown} ${name}`} onClick={() => move(index + 1)} />
          <Button type="text" size="small" icon={<CopyIcon />} disabled={isDisabled} aria-label={`${rowsWords.duplicate} ${name}`} onClick={() => {
            change(duplicated(rows, index, (copy) => ({ ...(typeof copy === 'object' ? copy : {}), id: freeDeliverableId(valueAt(copy, ['id']), rows), title: words.copyTitle(title), fromContract: false })));
            openAt(index + 1);
          }} />
          <Button type="text" size="small" danger icon={<DeleteIcon />} disabled={isDisabled} aria-label={`${commonWords.remove} ${name}`} onClick={() => {
            change(without(rows, index));
            openAt(undefined);
          }} />
        </span>
      </div>
      {isOpen ? <Details index={index} row={row} /> : null}
    </li>
  );
}

/** The documents to hand over: a line each, its fields when it is opened. */
export function DeliverablesSection(): ReactNode {
  const { model, isDisabled } = useFormScope();
  const value = useFormValue(['deliverables']);
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const firstProblem = [...model.getState().problems.keys()].find((place) => place.startsWith('deliverables.'))?.split('.')[1];
  const [open, setOpen] = useState<number | undefined>(() => (firstProblem === undefined ? undefined : Number(firstProblem)));
  const change = (next: readonly unknown[]): void => model.getState().set(['deliverables'], next);
  return (
    <fieldset className="form-section">
      <legend>{profileWords.deliverables}</legend>
      <p className="muted">{helpWords.deliverables}</p>
      <ul className="deliverables">
        {rows.map((_, index) => (
          // Rows have no identity of their own; every field is controlled, so a place is identity enough.
          // oxlint-disable-next-line react/no-array-index-key
          <Line key={index} index={index} rows={rows} isOpen={open === index} toggle={() => setOpen(open === index ? undefined : index)} change={change} openAt={setOpen} />
        ))}
      </ul>
      <Button size="small" type="dashed" icon={<PlusIcon />} disabled={isDisabled} onClick={() => {
        change([...rows, { ...newRow, id: freeDeliverableId('document', rows) }]);
        setOpen(rows.length);
      }}>{commonWords.addRow}</Button>
    </fieldset>
  );
}
