import { Button, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { call, readLicences, type Licence } from '../api.ts';
import { useWorkspace } from '../state/workspace.ts';
import { useAnswer } from '../state/use-answer.ts';
import { FailureView, LoadingView } from '../parts/state-views.tsx';
import { aboutWords } from '../words/data.ts';
import { commonWords } from '../words/common.ts';

function UserName(props: { readonly user: string; readonly systemUser: string }): ReactNode {
  const { user, systemUser } = props;
  const id = useId();
  const [name, setName] = useState(user === systemUser ? '' : user);
  const [told, setTold] = useState('');
  const save = async (): Promise<void> => {
    const result = await call('data.user', { name });
    setTold(result.ok ? aboutWords.userSaved : result.error.message);
  };
  return (
    <div className="place-field">
      <label htmlFor={id}>{aboutWords.user}</label>
      <div className="place-row">
        <Input id={id} value={name} maxLength={40} placeholder={systemUser} onChange={(event) => setName(event.target.value)} onPressEnter={() => void save()} aria-describedby={`${id}-told`} />
        <Button onClick={() => void save()}>{commonWords.save}</Button>
      </div>
      <output id={`${id}-told`} className="place-told">{told === '' ? `${aboutWords.userHelp}${aboutWords.systemUser(systemUser)}` : told}</output>
    </div>
  );
}

function Licences(): ReactNode {
  const [licences, setLicences] = useState<readonly Licence[]>();
  const [isMissing, setIsMissing] = useState(false);
  const show = async (): Promise<void> => {
    const read = await readLicences();
    setLicences(read);
    setIsMissing(read === undefined);
  };
  if (isMissing) return <p className="muted" role="alert">{aboutWords.licencesMissing}</p>;
  if (licences === undefined) return <Button onClick={() => void show()}>{aboutWords.showLicences}</Button>;
  return (
    <>
      <p className="muted">{aboutWords.licencesNote(licences.length)}</p>
      <ul className="licences" aria-label={aboutWords.licences}>
        {licences.map(({ name, version, licence, text }) => (
          <li key={`${name} ${version}`}><details><summary>{name} {version}　<span className="muted">{licence}</span></summary><pre>{text}</pre></details></li>
        ))}
      </ul>
    </>
  );
}

/** 设置 › 关于: the program, who works, and what to send to whoever helps. */
export function AboutPage(): ReactNode {
  const about = useAnswer('data.about', {});
  const folder = useWorkspace((workspace) => workspace.info?.folder);
  const state = useAnswer('data.state', {});
  const [diagnostics, setDiagnostics] = useState('');
  const [failure, setFailure] = useState('');

  const copyDiagnostics = async (): Promise<void> => {
    const result = await call('data.diagnostics', {});
    if (!result.ok) return setFailure(result.error.message);
    setDiagnostics(result.value.text);
    await navigator.clipboard.writeText(result.value.text).catch(() => undefined);
  };
  const openLog = async (): Promise<void> => {
    const result = await call('data.reveal', { what: 'log' });
    setFailure(result.ok ? '' : result.error.message);
  };

  if (about.state === 'loading') return <LoadingView />;
  if (about.state === 'error') return <FailureView failure={about.failure} retry={about.reload} />;
  const { version, layout, platform, device, user, systemUser } = about.value;
  return (
    <div className="data-page">
      <section className="panel" aria-label={aboutWords.section}>
        <h2>{commonWords.appName}</h2>
        <dl className="about-facts">
          <dt>{aboutWords.version}</dt><dd>{version}（{aboutWords.layout(layout)}）</dd>
          <dt>{aboutWords.platform}</dt><dd>{platform}</dd>
          <dt>{aboutWords.device}</dt><dd>{device}</dd>
          <dt>{aboutWords.folder}</dt><dd className="folder-location">{folder?.location ?? ''}</dd>
        </dl>
        <UserName user={user} systemUser={systemUser} />
        <div className="backup-actions">
          <Button onClick={() => void copyDiagnostics()}>{aboutWords.diagnostics}</Button>
          {state.state === 'ready' && state.value.hasLog ? <Button onClick={() => void openLog()}>{aboutWords.log}</Button> : null}
        </div>
        <p className="muted">{aboutWords.diagnosticsNote}</p>
        {failure === '' ? null : <div className="field-problem" role="alert">{failure}</div>}
        {diagnostics === '' ? null : <Input.TextArea className="diagnostics" aria-label={aboutWords.diagnosticsShown} readOnly value={diagnostics} autoSize={{ maxRows: 10 }} />}
      </section>
      <section className="panel" aria-label={aboutWords.licences}>
        <h2>{aboutWords.licences}</h2>
        <p>{aboutWords.own}</p>
        <Licences />
      </section>
    </div>
  );
}
