import { useEffect, useState } from 'react';
import { kindOf, type KindName } from '../../shared/records/kinds.ts';
import { call } from '../api.ts';
import { useWorkspace } from '../state/workspace.ts';

export type RecordOption = { readonly value: string; readonly label: string; readonly kind: KindName };

const typingPauseMs = 150;

/** Records of all kinds that have numbers, proposed by what is typed: a number, a name, a word of the record. */
export function useRecordSearch(): { readonly options: readonly RecordOption[]; readonly search: (typed: string) => void } {
  const contractId = useWorkspace((workspace) => workspace.contractId);
  const [typed, setTyped] = useState('');
  const [options, setOptions] = useState<readonly RecordOption[]>([]);
  const words = typed.trim();

  useEffect(() => {
    if (contractId === undefined || words === '') return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void call('records.list', { contractId, text: words, limit: 20 }).then((found) => {
        if (!isCurrent || !found.ok) return;
        setOptions(found.value.records.filter(({ number }) => number !== '').map(({ number, kind, title, date }) => ({ value: number, kind, label: `${number}　${date}　${kindOf(kind).title}　${title}` })));
      });
    }, typingPauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [words, contractId]);

  return { options: words === '' ? [] : options, search: setTyped };
}
