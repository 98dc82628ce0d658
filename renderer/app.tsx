import { App as AntApp, ConfigProvider } from 'antd';
import chinese from 'antd/locale/zh_CN';
import 'dayjs/locale/zh-cn';
import { useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { onEvents } from './api.ts';
import { RevisionDialog } from './parts/revision-dialog.tsx';
import { Shell } from './shell/shell.tsx';
import { useConnection } from './state/connection.ts';
import { coalesced } from './state/coalesced.ts';
import { useDrafts } from './state/drafts.ts';
import { useJobs } from './state/jobs.ts';
import { followMenu } from './state/menu.ts';
import { followAddress } from './state/navigation.ts';
import { useWorkspace } from './state/workspace.ts';
import { appTheme } from './theme.ts';

const darkQuery = matchMedia('(prefers-color-scheme: dark)');

function followDarkMode(change: () => void): () => void {
  darkQuery.addEventListener('change', change);
  return () => darkQuery.removeEventListener('change', change);
}

/** Whether the system asks for dark windows; follows a change at once, also one while the window was being built. */
function useDarkMode(): boolean {
  return useSyncExternalStore(followDarkMode, () => darkQuery.matches);
}

/** The nonce that the server wrote into this page; styles without it are refused. */
function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** The window: theme and language around the shell, and the one connection to the core's events. */
export function App(): ReactNode {
  const isDark = useDarkMode();
  const theme = useMemo(() => appTheme(isDark), [isDark]);
  const csp = useMemo(() => ({ nonce: pageNonce() }), []);

  useEffect(() => {
    const workspace = useWorkspace.getState();
    const jobs = useJobs.getState();
    void workspace.load();
    void jobs.load();
    const follow = (): void => void followAddress();
    const refresh = (): void => void workspace.refreshToday();
    window.addEventListener('hashchange', follow);
    window.addEventListener('focus', refresh);
    const recordsChanged = coalesced(workspace.recordsChanged, 1000);
    const stop = onEvents({
      'job.changed': jobs.changed,
      'contracts.changed': workspace.put,
      'records.changed': ({ contractId }) => recordsChanged(contractId),
      'data.changed': () => void workspace.reload(),
      'menu.chosen': ({ action }) => void followMenu(action),
      'drafts.changed': useDrafts.getState().changed,
    }, useConnection.getState().changed);
    return () => {
      window.removeEventListener('hashchange', follow);
      window.removeEventListener('focus', refresh);
      stop();
    };
  }, []);

  return (
    <ConfigProvider locale={chinese} csp={csp} theme={theme} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <AntApp message={{ maxCount: 3 }}><Shell /><RevisionDialog /></AntApp>
    </ConfigProvider>
  );
}
