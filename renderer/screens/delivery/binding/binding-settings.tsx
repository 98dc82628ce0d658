import { Checkbox, Radio, Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { type Arrangement, bindingProfiles, breaks, separations, signedPagesRules, spineWidths } from '../../../../shared/volumes/arrangement.ts';
import type { BoundItem } from '../../../../shared/volumes/volume.ts';
import { bindingWords as words } from '../../../words/volumes.ts';
import { ArchiveSettings } from './archive-settings.tsx';
import { NumberSetting, SettingField } from './setting-fields.tsx';

type SettingsProps = { readonly arrangement: Arrangement; readonly items: readonly BoundItem[]; readonly vendor: string; readonly isDisabled: boolean; readonly change: (arrangement: Arrangement) => void };

function LimitSettings(props: SettingsProps): ReactNode {
  const { arrangement, isDisabled, change } = props;
  const { limit } = arrangement;
  return (
    <>
      <div className="setting">
        <span id="limit-label">{words.limit}</span>
        <Segmented
          block
          aria-labelledby="limit-label"
          disabled={isDisabled}
          value={limit.by}
          options={[{ value: 'pages', label: words.limitBy.pages }, { value: 'thickness', label: words.limitBy.thickness }]}
          onChange={(by) => change({ ...arrangement, limit: by === 'pages' ? { by: 'pages', pages: 180 } : { by: 'thickness', millimetres: 20 } })}
        />
      </div>
      {limit.by === 'pages' ? (
        <NumberSetting id="limit-pages" label={words.pages} value={limit.pages} least={10} most={2000} step={10} unit={words.pagesUnit} isDisabled={isDisabled} change={(pages) => change({ ...arrangement, limit: { by: 'pages', pages: Math.round(pages) } })} />
      ) : (
        <SettingField id="limit-thickness" label={words.thickness}>
          <Select id="limit-thickness" className="wide" disabled={isDisabled} value={limit.millimetres} options={spineWidths.map((width) => ({ value: width, label: words.millimetres(width) }))} onChange={(millimetres) => change({ ...arrangement, limit: { by: 'thickness', millimetres } })} />
        </SettingField>
      )}
    </>
  );
}

function RuleSettings(props: SettingsProps): ReactNode {
  const { arrangement, items, isDisabled, change } = props;
  const deliverables = [...new Map(items.map((item) => [item.deliverable, item.deliverableTitle]))];
  return (
    <fieldset className="settings-part">
      <legend>{words.rule}</legend>
      {arrangement.manual === undefined ? null : <p className="muted">{words.ruleWaits}</p>}
      <LimitSettings {...props} />
      <SettingField id="separate-by" label={words.separate}>
        <Select id="separate-by" className="wide" disabled={isDisabled} value={arrangement.separateBy} options={separations.map((value) => ({ value, label: words.separations[value] }))} onChange={(separateBy) => change({ ...arrangement, separateBy })} />
      </SettingField>
      <SettingField id="break-by" label={words.break}>
        <Select id="break-by" className="wide" disabled={isDisabled} value={arrangement.breakBy} options={breaks.map((value) => ({ value, label: words.breaks[value] }))} onChange={(breakBy) => change({ ...arrangement, breakBy })} />
      </SettingField>
      <Checkbox disabled={isDisabled || arrangement.breakBy !== 'none' || arrangement.separateBy === 'none'} checked={arrangement.joinsThin} onChange={(event) => change({ ...arrangement, joinsThin: event.target.checked })}>{words.joinThin}</Checkbox>
      <SettingField id="left-out" label={words.leftOut}>
        <Select id="left-out" className="wide" mode="multiple" disabled={isDisabled} placeholder={words.leftOutNone} optionFilterProp="label" value={arrangement.leftOut.filter((id) => items.some((item) => item.deliverable === id))} options={deliverables.map(([value, label]) => ({ value, label }))} onChange={(leftOut) => change({ ...arrangement, leftOut })} />
      </SettingField>
    </fieldset>
  );
}

function PrintingSettings(props: SettingsProps): ReactNode {
  const { arrangement, isDisabled, change } = props;
  return (
    <fieldset className="settings-part">
      <legend>{words.printing}</legend>
      <Checkbox disabled={isDisabled} checked={arrangement.doubleSided} onChange={(event) => change({ ...arrangement, doubleSided: event.target.checked })}>{words.doubleSided}</Checkbox>
      <Checkbox disabled={isDisabled || !arrangement.doubleSided} checked={arrangement.itemsStartOnOddPage} onChange={(event) => change({ ...arrangement, itemsStartOnOddPage: event.target.checked })}>{words.oddPages}</Checkbox>
      <Checkbox disabled={isDisabled || !arrangement.doubleSided} checked={arrangement.recordsStartOnOddPage} onChange={(event) => change({ ...arrangement, recordsStartOnOddPage: event.target.checked })}>{words.recordOddPages}</Checkbox>
      <SettingField id="page-numbers" label={words.pageNumbers}>
        <Select id="page-numbers" className="wide" disabled={isDisabled} value={arrangement.pageNumbers} options={(['stamp', 'keep'] as const).map((value) => ({ value, label: words.numbering[value] }))} onChange={(pageNumbers) => change({ ...arrangement, pageNumbers })} />
      </SettingField>
      <SettingField id="signed-pages" label={words.signedPages}>
        <Select id="signed-pages" className="wide" disabled={isDisabled} value={arrangement.signedPages} options={signedPagesRules.map((value) => ({ value, label: words.signedPagesRules[value] }))} onChange={(signedPages) => change({ ...arrangement, signedPages })} />
      </SettingField>
      <NumberSetting id="paper" label={words.paper} value={arrangement.paper} least={0.05} most={0.5} step={0.01} isDisabled={isDisabled} change={(paper) => change({ ...arrangement, paper })} />
    </fieldset>
  );
}

/** How the volumes are made: the profile, the rule, printing, and what covers say. Every change is shown and kept at once. */
export function BindingSettings(props: SettingsProps): ReactNode {
  const { arrangement, isDisabled, change } = props;
  return (
    <section className="panel binding-settings" aria-label={words.title}>
      <h2>{words.title}</h2>
      <Radio.Group aria-label={words.profile} disabled={isDisabled} value={arrangement.profile} onChange={(event) => change({ ...arrangement, profile: event.target.value === 'archive' ? 'archive' : 'simple' })}>
        {bindingProfiles.map((profile) => <Radio key={profile} value={profile}>{words.profiles[profile]}</Radio>)}
      </Radio.Group>
      <p className="muted">{words.profileNotes[arrangement.profile]}</p>
      <RuleSettings {...props} />
      <PrintingSettings {...props} />
      <ArchiveSettings arrangement={arrangement} vendor={props.vendor} isDisabled={isDisabled} change={change} />
    </section>
  );
}
