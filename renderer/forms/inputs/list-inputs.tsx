import { AutoComplete, Select } from 'antd';
import type { ReactNode } from 'react';
import type { InputProps } from '../input-definition.ts';
import { useRecordSearch } from '../use-record-search.ts';
import { inputAttributes, textOf, textsOf } from './input-attributes.ts';

type ListProps = InputProps<{ readonly required: boolean }>;

const separators = ['、', '，', ',', '；', ';', '\n', '\t'];

/** Several short texts. */
export function ListInput(props: ListProps): ReactNode {
  return (
    <Select
      {...inputAttributes(props)}
      className="wide"
      mode="tags"
      open={false}
      suffixIcon={null}
      tokenSeparators={separators}
      value={textsOf(props.value)}
      onChange={(texts: string[]) => props.onChange(texts.length === 0 ? undefined : texts)}
    />
  );
}

/** Numbers of other records, proposed by what is typed: a number, a name, a word of the record. */
export function LinksInput(props: ListProps): ReactNode {
  const { options, search } = useRecordSearch();
  return (
    <Select
      {...inputAttributes(props)}
      className="wide"
      mode="tags"
      suffixIcon={null}
      tokenSeparators={separators}
      optionLabelProp="value"
      showSearch={{ filterOption: false, onSearch: search }}
      popupMatchSelectWidth={false}
      value={textsOf(props.value)}
      options={[...options]}
      onChange={(numbers: string[]) => props.onChange(numbers.length === 0 ? undefined : numbers)}
    />
  );
}

/** The number of one other record, free to be written, proposed by what is typed. */
export function RecordNumberInput(props: ListProps): ReactNode {
  const { options, search } = useRecordSearch();
  return (
    <AutoComplete
      {...inputAttributes(props)}
      className="wide"
      value={textOf(props.value)}
      options={[...options]}
      defaultActiveFirstOption={false}
      showSearch={{ filterOption: false, onSearch: search }}
      popupMatchSelectWidth={false}
      onChange={(text: string | undefined) => props.onChange(text === undefined || text === '' ? undefined : text)}
    />
  );
}
