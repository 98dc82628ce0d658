import type { ComponentType } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import { contractsWords } from '../../words/contracts.ts';
import { settingsWords } from '../../words/settings.ts';
import { ContractsPage } from './contracts/contracts-page.tsx';
import { aboutWords, backupWords, dataWords, restoreWords } from '../../words/data.ts';
import { AboutPage } from '../../data/about-page.tsx';
import { DataPage } from '../../data/data-page.tsx';
import { QuestionsPage } from './questions/questions-page.tsx';

/** Headings of the menu, in its order. */
export type SettingsGroup = 'contract' | 'filling' | 'program';

/**
 * A section of the settings that is a page of its own instead of fields of the contract profile. A page of the group `program` is also
 * shown while there is no contract, if `contractFreeSections` (state/route.ts) names it.
 */
export type SettingsPage = {
  readonly id: string;
  readonly title: string;
  readonly group: SettingsGroup;
  /** What the search over the settings finds besides the title. */
  readonly keywords: readonly string[];
  readonly View: ComponentType<{ readonly contract: Contract | undefined }>;
};

/** The one list of such pages: a new one is its import and its line here. */
export const settingsPages: readonly SettingsPage[] = [
  { id: 'questions', title: settingsWords.questions, group: 'contract', keywords: [], View: QuestionsPage },
  { id: 'contracts', title: contractsWords.title, group: 'program', keywords: [contractsWords.archive, contractsWords.rename, contractsWords.renew], View: ContractsPage },
  { id: 'data', title: dataWords.section, group: 'program', keywords: [dataWords.folder, backupWords.title, backupWords.file, restoreWords.swap, backupWords.outside], View: DataPage },
  { id: 'about', title: aboutWords.section, group: 'program', keywords: [aboutWords.version, aboutWords.user, aboutWords.licences, aboutWords.diagnostics], View: AboutPage },
];
