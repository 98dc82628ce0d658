import { Input, Radio } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import type { ContractProfile } from '../../../../shared/contract/profile.ts';
import type { Drive } from '../../../../shared/discs/drive.ts';
import type { ChannelCall } from '../../../../shared/ipc/contract.ts';
import type { DiscSet, MadeDisc } from '../../../../shared/ipc/disc-channels.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { discWords, verifyWords } from '../../../words/disc.ts';
import { LabelledField } from '../labelled-field.tsx';
import { PersonField } from './person-field.tsx';

type Target = ChannelCall<'discs.verify'>['target'];

type VerifyDialogProps = {
  readonly profile: ContractProfile;
  readonly set: DiscSet;
  readonly disc: MadeDisc;
  readonly drives: readonly Drive[];
  readonly person: string;
  readonly close: () => void;
  readonly start: (order: Pick<ChannelCall<'discs.verify'>, 'target' | 'drive' | 'place' | 'person'>) => void;
};

/** What is compared with the lists: the disc in a drive, a copy somewhere, or what stands on this computer. */
export function VerifyDialog(props: VerifyDialogProps): ReactNode {
  const { profile, set, disc, drives, close, start } = props;
  const id = useId();
  const readable = drives.filter(({ readFrom, problem }) => readFrom !== undefined && problem === undefined);
  const choices = [...readable.map(({ id: drive }) => `drive ${drive}`), 'place', ...(disc.standing === 'gone' ? [] : ['folder']), ...(disc.hasImage ? ['image'] : [])];
  const [chosen, setChosen] = useState(choices[0] ?? 'place');
  const [place, setPlace] = useState('');
  const [person, setPerson] = useState(props.person);
  const [hasTried, setHasTried] = useState(false);
  const drive = chosen.startsWith('drive ') ? chosen.slice('drive '.length) : undefined;
  const target: Target = drive === undefined ? (chosen === 'folder' || chosen === 'image' ? chosen : 'place') : 'drive';
  const problems = { person: person.trim() === '', place: target === 'place' && place.trim() === '' };
  const confirm = (): void => {
    setHasTried(true);
    if (problems.person || problems.place) return;
    start({ target, ...(drive === undefined ? {} : { drive }), ...(target === 'place' ? { place: place.trim() } : {}), person: person.trim() });
  };
  const label = (choice: string): string => {
    const found = readable.find(({ id: known }) => choice === `drive ${known}`);
    if (found !== undefined) return `${verifyWords.drive}（${found.name}）`;
    return choice === 'folder' || choice === 'image' ? verifyWords[choice] : verifyWords.place;
  };
  return (
    <Dialog title={verifyWords.title(discWords.discOf(disc.number, set.discs.length))} isOpen close={close} width={560} confirm={{ text: verifyWords.start, action: confirm, isBusy: false }}>
      <div className="dialog-scroll disc-form">
        <p className="muted">{discWords.facts(disc.label, disc.files, set.name)}</p>
        <Radio.Group className="disc-drives" aria-label={verifyWords.target} value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {choices.map((choice) => <Radio key={choice} value={choice}>{label(choice)}</Radio>)}
        </Radio.Group>
        {target === 'place' ? (
          <LabelledField id={`${id}-place`} label={verifyWords.place} isRequired help={verifyWords.placeHelp} problem={hasTried && problems.place ? verifyWords.placeProblem : undefined}>
            <Input id={`${id}-place`} value={place} maxLength={1000} aria-describedby={`${id}-place-told`} onChange={(event) => setPlace(event.target.value)} />
          </LabelledField>
        ) : null}
        <PersonField id={`${id}-person`} profile={profile} value={person} set={setPerson} isMissing={hasTried && problems.person} />
      </div>
    </Dialog>
  );
}
