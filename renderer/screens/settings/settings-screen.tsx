import type { ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import { Page } from '../../parts/page.tsx';
import { openQuestions } from '../../state/answer-question.ts';
import { settingsWords } from '../../words/settings.ts';
import { ProfileSection } from './profile-section.tsx';
import { SettingsSearch } from './search-box.tsx';
import { knownSection, SettingsMenu } from './settings-menu.tsx';
import { settingsPages } from './settings-pages.tsx';

function Content(props: { readonly contract: Contract | undefined; readonly section: string }): ReactNode {
  const { contract, section } = props;
  const page = settingsPages.find(({ id }) => id === section);
  if (page !== undefined) return <page.View key={contract?.id ?? ''} contract={contract} />;
  return contract === undefined ? null : <ProfileSection key={contract.id} contract={contract} section={section} />;
}

/** Everything the contract profile holds, and the pages about the program and its data, by section. */
export function SettingsScreen(props: { readonly contract: Contract | undefined; readonly section: string }): ReactNode {
  const { contract } = props;
  const section = knownSection(props.section);
  return (
    <Page title={settingsWords.title} fills>
      <div className="settings">
        <div className="settings-side">
          {contract === undefined ? null : <SettingsSearch />}
          <SettingsMenu section={section} questions={contract === undefined ? 0 : openQuestions(contract.profile).length} hasContract={contract !== undefined} />
        </div>
        <div className="settings-content"><Content contract={contract} section={section} /></div>
      </div>
    </Page>
  );
}
