import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import type { Arrangement } from '../../../../shared/volumes/arrangement.ts';
import { bindingWords as words } from '../../../words/volumes.ts';
import { SettingField, TextSetting } from './setting-fields.tsx';

/** What the papers of volumes say beside what is known: who compiled them, how long they are kept, their numbers. Only archives ask for it. */
export function ArchiveSettings(props: { readonly arrangement: Arrangement; readonly vendor: string; readonly isDisabled: boolean; readonly change: (arrangement: Arrangement) => void }): ReactNode {
  const { arrangement, vendor, isDisabled, change } = props;
  if (arrangement.profile !== 'archive') return null;
  return (
    <fieldset className="settings-part">
      <legend>{words.archive}</legend>
      <TextSetting id="code-prefix" label={words.codePrefix} value={arrangement.codePrefix} help={words.codeExample(arrangement.codePrefix)} isDisabled={isDisabled} change={(codePrefix) => change({ ...arrangement, codePrefix })} />
      <TextSetting id="compiler" label={words.compiler} value={arrangement.compiler} placeholder={vendor} isDisabled={isDisabled} change={(compiler) => change({ ...arrangement, compiler })} />
      <TextSetting id="compiled-by" label={words.compiledBy} value={arrangement.compiledBy} isDisabled={isDisabled} change={(compiledBy) => change({ ...arrangement, compiledBy })} />
      <TextSetting id="checked-by" label={words.checkedBy} value={arrangement.checkedBy} isDisabled={isDisabled} change={(checkedBy) => change({ ...arrangement, checkedBy })} />
      <SettingField id="compiled-on" label={words.compiledOn}>
        <DatePicker id="compiled-on" className="wide" disabled={isDisabled} value={arrangement.compiledOn === '' ? null : dayjs(arrangement.compiledOn)} onChange={(day) => change({ ...arrangement, compiledOn: day === null ? '' : day.format('YYYY-MM-DD') })} />
      </SettingField>
      <TextSetting id="retention" label={words.retention} value={arrangement.retention} suggestions={words.retentions} isDisabled={isDisabled} change={(retention) => change({ ...arrangement, retention })} />
      <TextSetting id="secrecy" label={words.secrecy} value={arrangement.secrecy} suggestions={words.secrecies} isDisabled={isDisabled} change={(secrecy) => change({ ...arrangement, secrecy })} />
    </fieldset>
  );
}
