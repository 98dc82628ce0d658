import type { ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import { previewWords } from '../../words/settings-help.ts';
import { settingsSections } from './sections.ts';
import { BlockView } from './section-parts/block-view.tsx';
import { CalendarSection } from './section-parts/calendar-section.tsx';
import { DeliverablesSection } from './section-parts/deliverables-section.tsx';
import { ExtraFieldsSection } from './section-parts/extra-fields-section.tsx';
import { NumberingSection } from './section-parts/numbering-section.tsx';
import { HandoverNote, PeriodPanel, ScoreNote, SumNote } from './section-parts/preview-panels.tsx';

/** What a block of fields means, shown below it while it is typed. */
function noteBelow(place: string): ReactNode {
  switch (place) {
    case 'acceptance.deadline': return <HandoverNote />;
    case 'price.total': return <SumNote table={['price', 'installments']} text={previewWords.installments} />;
    case 'serviceItems': return <SumNote table={['serviceItems']} text={previewWords.items} />;
    case 'surveyCriteria': return <ScoreNote />;
    default: return null;
  }
}

/** One section of the profile's fields. */
export function SectionView(props: { readonly contract: Contract; readonly section: string }): ReactNode {
  const { contract, section } = props;
  switch (section) {
    case 'calendar': return <CalendarSection />;
    case 'numbering': return <NumberingSection />;
    case 'deliverables': return <DeliverablesSection />;
    case 'extraFields': return <ExtraFieldsSection contract={contract} />;
    default: {
      const blocks = settingsSections.find(({ id }) => id === section)?.blocks ?? [];
      return (
        <>
          {blocks.map((block) => <BlockView key={block.title} block={block} sources={contract.profile.sources}>{noteBelow(block.fields[0]?.path.join('.') ?? '')}</BlockView>)}
          {section === 'terms' ? <PeriodPanel /> : null}
        </>
      );
    }
  }
}
