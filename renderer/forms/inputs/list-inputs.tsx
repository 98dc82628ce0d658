import { Select } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { call } from '../../api.ts';
import { useWorkspace } from '../../state/workspace.ts';
import type { InputProps } from '../input-definition.ts';
import { inputAttributes, textsOf } from './input-attributes.ts';

type ListProps = InputProps<{ readonly required: boolean }>;

const separators = ['、', '，', ',', '；', ';', '\n', '\t'];
const typingPauseMs = 150;

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
  const contractId = useWorkspace((workspace) => workspace.contractId);
  const [typed, setTyped] = useState('');
  const [options, setOptions] = useState<readonly { value: string; label: string }[]>([]);

  useEffect(() => {
    if (contractId === undefined || typed.trim() === '') return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void call('records.list', { contractId, text: typed.trim(), limit: 20 }).then((found) => {
        if (isCurrent && found.ok) setOptions(found.value.records.map(({ number, title, date }) => ({ value: number, label: `${number} ${date} ${title}` })));
      });
    }, typingPauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [typed, contractId]);

  return (
    <Select
      {...inputAttributes(props)}
      className="wide"
      mode="tags"
      suffixIcon={null}
      tokenSeparators={separators}
      optionLabelProp="value"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      popupMatchSelectWidth={false}
      value={textsOf(props.value)}
      options={typed.trim() === '' ? [] : [...options]}
      onChange={(numbers: string[]) => props.onChange(numbers.length === 0 ? undefined : numbers)}
    />
  );
}
