import { App, Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import { call } from '../../api.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { FileTextIcon, FolderOpenIcon, LeftIcon } from '../../parts/icons.tsx';
import { Page } from '../../parts/page.tsx';
import { EmptyView, FailureView, LoadingView } from '../../parts/state-views.tsx';
import { goTo } from '../../state/navigation.ts';
import type { Route } from '../../state/route.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { referenceWords, templateWords } from '../../words/templates.ts';
import { ReferenceView } from './reference-view.tsx';
import { TemplateDetailPanel } from './template-detail.tsx';
import { TemplateList } from './template-list.tsx';
import { inOrderOfUse } from './template-order.ts';

type TemplatesRoute = Extract<Route, { screen: 'templates' }>;
type ScreenProps = { readonly contract: Contract; readonly route: TemplatesRoute };

/** Counts up when the window comes back to the front: a template may have been edited in Word meanwhile. */
function useReturns(): readonly [number, () => void] {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const back = (): void => setCount((before) => before + 1);
    window.addEventListener('focus', back);
    return () => window.removeEventListener('focus', back);
  }, []);
  return [count, () => setCount((before) => before + 1)];
}

/** Opens the folder of own templates where that is possible, and says where it is where not. */
function FolderButton(): ReactNode {
  const { message } = App.useApp();
  const [location, setLocation] = useState<string>();
  const open = async (): Promise<void> => {
    const result = await call('templates.reveal', {});
    if (!result.ok) return void message.error(result.error.message);
    if (result.value.opened) return void message.success(templateWords.folderOpened);
    setLocation(result.value.location);
  };
  return (
    <>
      {location === undefined ? null : <span className="template-folder" title={templateWords.folderLocation}><code aria-label={templateWords.folderLocation}>{location}</code><CopyButton text={location} label={templateWords.copyTag(location)} /></span>}
      <Button icon={<FolderOpenIcon />} onClick={() => void open()}>{templateWords.openFolder}</Button>
    </>
  );
}

function Templates(props: ScreenProps): ReactNode {
  const { contract, route: { open } } = props;
  const prefix = contract.profile.deliverablePrefix;
  const [version, changed] = useReturns();
  const list = useAnswer('templates.list', { contractId: contract.id }, version);
  if (list.state === 'loading') return <LoadingView />;
  if (list.state === 'error') return <FailureView failure={list.failure} retry={list.reload} />;
  if (list.value.length === 0) return <EmptyView text={templateWords.empty} />;
  return (
    <div className={open === undefined ? 'templates' : 'templates templates-with-detail'}>
      <div className="template-list"><TemplateList templates={inOrderOfUse(list.value)} open={open} prefix={prefix} /></div>
      {open === undefined ? null : <TemplateDetailPanel key={open} contractId={contract.id} name={open} prefix={prefix} version={version} changed={changed} />}
    </div>
  );
}

/** The templates, and the reference of everything that may be written in them. */
export function TemplatesScreen(props: ScreenProps): ReactNode {
  const { contract, route } = props;
  if (route.reference !== undefined) {
    return (
      <Page title={referenceWords.title} actions={<Button icon={<LeftIcon />} onClick={() => void goTo({ screen: 'templates' })}>{templateWords.backToList}</Button>}>
        <ReferenceView contractId={contract.id} subject={route.reference} />
      </Page>
    );
  }
  return (
    <Page
      title={templateWords.title}
      fills
      actions={(
        <>
          <FolderButton />
          <Button icon={<FileTextIcon />} onClick={() => void goTo({ screen: 'templates', reference: 'inspection' })}>{templateWords.reference}</Button>
        </>
      )}
    >
      <Templates contract={contract} route={route} />
    </Page>
  );
}
