import { AutoComplete, Input, InputNumber } from 'antd';
import { useState, type ReactNode } from 'react';

type FieldProps = { readonly id: string; readonly label: string; readonly help?: string; readonly children: ReactNode };

/** A setting with its name above it. */
export function SettingField(props: FieldProps): ReactNode {
  const { id, label, help, children } = props;
  return (
    <div className="setting">
      <label htmlFor={id}>{label}</label>
      {children}
      {help === undefined ? null : <div className="field-help" id={`${id}-help`}>{help}</div>}
    </div>
  );
}

type TextSettingProps = { readonly id: string; readonly label: string; readonly value: string; readonly help?: string; readonly suggestions?: readonly string[]; readonly isDisabled: boolean; readonly placeholder?: string; readonly change: (value: string) => void };

/** A word of the covers; kept when the person leaves it. */
export function TextSetting(props: TextSettingProps): ReactNode {
  const { id, label, value, help, suggestions, isDisabled, placeholder, change } = props;
  const [typed, setTyped] = useState<string>();
  const done = (text: string): void => {
    setTyped(undefined);
    if (text.trim() !== value) change(text.trim());
  };
  const shared = { id, disabled: isDisabled, value: typed ?? value, maxLength: 100, 'aria-describedby': help === undefined ? undefined : `${id}-help` };
  return (
    <SettingField id={id} label={label} {...(help === undefined ? {} : { help })}>
      {suggestions === undefined
        ? <Input {...shared} {...(placeholder === undefined ? {} : { placeholder })} onChange={(event) => setTyped(event.target.value)} onBlur={(event) => done(event.target.value)} onPressEnter={(event) => done(event.currentTarget.value)} />
        : <AutoComplete id={id} className="wide" disabled={isDisabled} value={typed ?? value} options={suggestions.map((text) => ({ value: text }))} onChange={(text: string) => setTyped(text.slice(0, 100))} onSelect={done} onBlur={() => done(typed ?? value)} />}
    </SettingField>
  );
}

type NumberSettingProps = { readonly id: string; readonly label: string; readonly value: number; readonly least: number; readonly most: number; readonly step?: number; readonly unit?: string; readonly isDisabled: boolean; readonly change: (value: number) => void };

/** A number, kept when the person leaves it; what is no number, or beyond its bounds, is taken back. */
export function NumberSetting(props: NumberSettingProps): ReactNode {
  const { id, label, value, least, most, step = 1, unit, isDisabled, change } = props;
  const [typed, setTyped] = useState<number | null>();
  const done = (): void => {
    setTyped(undefined);
    if (typed !== undefined && typed !== null && typed !== value && typed >= least && typed <= most) change(typed);
  };
  return (
    <SettingField id={id} label={label}>
      <InputNumber id={id} className="wide" disabled={isDisabled} value={typed === undefined ? value : typed} min={least} max={most} step={step} {...(unit === undefined ? {} : { suffix: unit })} onChange={setTyped} onBlur={done} onPressEnter={done} />
    </SettingField>
  );
}
