import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { call } from '../api.ts';
import { useConnection } from '../state/connection.ts';
import { useWorkspace } from '../state/workspace.ts';
import { connectionLossWords, readOnlyWords } from '../words/data.ts';

function ConnectionBanner(): ReactNode {
  const state = useConnection((connection) => connection.state);
  // The element stays, so that screen readers tell what appears in it.
  if (state === 'open') return <output className="unseen" />;
  const [title, note] = state === 'lost' ? [connectionLossWords.lost, connectionLossWords.lostNote] : [connectionLossWords.refused, connectionLossWords.refusedNote];
  return <output className="banner banner-lost"><strong>{title}</strong><span>{note}</span></output>;
}

function ReadOnlyBanner(): ReactNode {
  const info = useWorkspace((workspace) => workspace.info);
  const reload = useWorkspace((workspace) => workspace.reload);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState('');
  if (info?.access !== 'read' || info.readReason === undefined) return null;

  const again = async (): Promise<void> => {
    setIsBusy(true);
    const result = await call('data.open', { location: info.folder.location, access: 'write' });
    setIsBusy(false);
    setFailure(result.ok ? '' : result.error.message);
    if (result.ok) await reload();
  };

  return (
    <output className="banner banner-read">
      <strong>{readOnlyWords.title}</strong>
      <span>{failure === '' ? readOnlyWords[info.readReason] : failure}</span>
      {info.readReason === 'newer' ? null : <Button size="small" loading={isBusy} onClick={() => void again()}>{readOnlyWords.again}</Button>}
    </output>
  );
}

/** What everybody must know on every screen: that the core cannot be reached, or that nothing can be changed. */
export function Banners(): ReactNode {
  return <div className="banners"><ConnectionBanner /><ReadOnlyBanner /></div>;
}
