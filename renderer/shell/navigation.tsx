import { CalendarIcon, DashboardIcon, DeliveredProcedureIcon, FileDoneIcon, FolderOpenIcon, SettingIcon, SnippetsIcon } from '../parts/icons.tsx';
import { Badge, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { Contract } from '../../shared/contract/profile.ts';
import { isKindName, kindNames, kinds } from '../../shared/records/kinds.ts';
import { openQuestions } from '../state/answer-question.ts';
import { useContractDrafts } from '../state/drafts.ts';
import { goTo } from '../state/navigation.ts';
import { firstSection, type Route } from '../state/route.ts';
import { useWorkspace } from '../state/workspace.ts';
import { commonWords } from '../words/common.ts';
import { shellWords } from '../words/shell.ts';
import { ContractSwitch } from './contract-switch.tsx';
import { TaskTray } from './task-tray.tsx';

type LinkProps = { readonly target: Route; readonly isCurrent: boolean; readonly icon?: ReactNode; readonly keys?: string; readonly label: string; readonly children?: ReactNode; readonly isNested?: boolean };

function Link(props: LinkProps): ReactNode {
  const { target, isCurrent, icon, keys, label, children, isNested } = props;
  const button = (
    <button type="button" className={isNested === true ? 'nav-link nav-nested' : 'nav-link'} aria-current={isCurrent ? 'page' : undefined} onClick={() => void goTo(target)}>
      {icon}
      <span>{label}</span>
      {children}
    </button>
  );
  return keys === undefined ? button : <Tooltip placement="right" mouseEnterDelay={0.6} title={commonWords.shortcut(label, keys)}>{button}</Tooltip>;
}

/** How much unsaved input waits to be gone on with. */
function DraftsBadge(props: { readonly contractId: string }): ReactNode {
  // Unsaved settings are no record.
  const { length } = useContractDrafts(props.contractId).filter(({ kind }) => isKindName(kind));
  return <Badge className="nav-badge" size="small" count={length} title={shellWords.unfinished(length)} />;
}

/** Where one can go: the screens, the kinds of records, the contracts, and the tasks that run. */
export function Navigation(props: { readonly route: Route; readonly contract: Contract | undefined }): ReactNode {
  const { route, contract } = props;
  const info = useWorkspace((workspace) => workspace.info);
  return (
    <aside className="navigation">
      <div className="brand"><img src="/icon.svg" alt="" width="22" height="22" />{commonWords.appName}</div>
      {contract === undefined ? null : (
        <>
          <ContractSwitch contract={contract} />
          <nav aria-label={shellWords.navigation}>
            <Link target={{ screen: 'overview' }} isCurrent={route.screen === 'overview'} icon={<DashboardIcon />} keys="Alt+1" label={shellWords.overview} />
            <Link target={{ screen: 'records', kind: 'inspection' }} isCurrent={false} icon={<FolderOpenIcon />} keys="Alt+2" label={shellWords.records}>
              <DraftsBadge contractId={contract.id} />
            </Link>
            {kindNames.map((kind) => (
              <Link key={kind} isNested target={{ screen: 'records', kind }} isCurrent={route.screen === 'records' && route.kind === kind} label={kinds[kind].title} />
            ))}
            <Link target={{ screen: 'calendar' }} isCurrent={route.screen === 'calendar'} icon={<CalendarIcon />} keys="Alt+3" label={shellWords.calendar} />
            <Link target={{ screen: 'reports' }} isCurrent={route.screen === 'reports'} icon={<FileDoneIcon />} keys="Alt+4" label={shellWords.reports} />
            <Link target={{ screen: 'delivery' }} isCurrent={route.screen === 'delivery'} icon={<DeliveredProcedureIcon />} keys="Alt+5" label={shellWords.delivery} />
            <Link target={{ screen: 'templates' }} isCurrent={route.screen === 'templates'} icon={<SnippetsIcon />} keys="Alt+6" label={shellWords.templates} />
            <Link target={{ screen: 'settings', section: firstSection }} isCurrent={route.screen === 'settings'} icon={<SettingIcon />} keys="Alt+7" label={shellWords.settings}>
              <Badge className="nav-badge" size="small" count={openQuestions(contract.profile).length} title={shellWords.openQuestions(openQuestions(contract.profile).length)} />
            </Link>
          </nav>
        </>
      )}
      <div className="navigation-foot">
        <TaskTray />
        {info === undefined ? null : <div className="muted" title={shellWords.signedInAs(info.user, info.device)}>{shellWords.version(info.version)}</div>}
      </div>
    </aside>
  );
}
