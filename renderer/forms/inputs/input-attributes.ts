import type { InputProps } from '../input-definition.ts';

type Attributes = {
  readonly id: string;
  readonly disabled: boolean;
  readonly size: 'small' | 'middle';
  readonly 'aria-required': boolean;
  readonly 'aria-invalid': boolean;
  readonly 'aria-label'?: string;
  readonly status?: 'error';
};

/** What all antd inputs take alike. */
export function inputAttributes(props: InputProps<{ readonly required: boolean }>): Attributes {
  return {
    id: props.id,
    disabled: props.isDisabled,
    size: props.cellName === undefined ? 'middle' : 'small',
    'aria-required': props.definition.required,
    'aria-invalid': props.isInvalid,
    ...(props.cellName === undefined ? {} : { 'aria-label': props.cellName }),
    ...(props.isInvalid ? { status: 'error' } : {}),
  };
}

/** The text of a value, for inputs that show text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The texts of a value, for inputs that show several. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}
