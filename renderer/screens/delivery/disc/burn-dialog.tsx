import { Alert, Radio } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import type { ContractProfile } from '../../../../shared/contract/profile.ts';
import type { Drive } from '../../../../shared/discs/drive.ts';
import type { DiscSet, MadeDisc } from '../../../../shared/ipc/disc-channels.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { burnWords, discWords } from '../../../words/disc.ts';
import { canBurn } from './disc-size.ts';
import { driveText } from './drives-panel.tsx';
import { PersonField } from './person-field.tsx';

type BurnDialogProps = {
  readonly profile: ContractProfile;
  readonly set: DiscSet;
  readonly disc: MadeDisc;
  readonly drives: readonly Drive[];
  readonly person: string;
  readonly close: () => void;
  readonly start: (drive: string, person: string) => void;
};

/** Which drive burns, and who puts the disc in. */
export function BurnDialog(props: BurnDialogProps): ReactNode {
  const { profile, set, disc, drives, close, start } = props;
  const id = useId();
  const able = drives.filter((drive) => canBurn(drive, disc.imageBytes ?? disc.bytes));
  const [chosen, setChosen] = useState(able[0]?.id);
  const [person, setPerson] = useState(props.person);
  const [hasTried, setHasTried] = useState(false);
  const name = discWords.discOf(disc.number, set.discs.length);
  const isNamed = person.trim() !== '';
  const confirm = (): void => {
    setHasTried(true);
    if (isNamed && chosen !== undefined) start(chosen, person.trim());
  };
  return (
    <Dialog title={burnWords.title(name)} isOpen close={close} width={560} confirm={{ text: burnWords.start, action: confirm, isBusy: false, isDisabled: able.length === 0 }}>
      <div className="dialog-scroll disc-form">
        <p className="muted">{discWords.facts(disc.label, disc.files, set.name)}</p>
        {able.length === 0 ? <Alert type="warning" showIcon title={burnWords.noDrive} /> : null}
        <Radio.Group className="disc-drives" aria-label={burnWords.drive} value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {drives.map((drive) => <Radio key={drive.id} value={drive.id} disabled={!able.includes(drive)}>{drive.name}　<span className="muted">{driveText(drive)}</span></Radio>)}
        </Radio.Group>
        <PersonField id={`${id}-person`} profile={profile} value={person} set={setPerson} isMissing={hasTried && !isNamed} />
        <Alert type="info" showIcon title={burnWords.warning} />
      </div>
    </Dialog>
  );
}
