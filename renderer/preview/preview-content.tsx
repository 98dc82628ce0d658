import { Alert, Segmented, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ChannelOutput } from '../../shared/ipc/contract.ts';
import type { PreviewDocument, PreviewOffice, PreviewTarget } from '../../shared/ipc/preview-channels.ts';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import { EmptyView, FailureView, LoadingView } from '../parts/state-views.tsx';
import { shortTitle } from '../state/short-title.ts';
import { useAnswer, type Answer } from '../state/use-answer.ts';
import { previewWords } from '../words/preview.ts';
import { printWords } from '../words/print.ts';
import { ApproximateView } from './approximate-view.tsx';
import { ExactView } from './exact-view.tsx';
import { PrintButtons } from './print-buttons.tsx';

type Way = 'approximate' | 'exact';
type PreviewContentProps = { readonly target: PreviewTarget; readonly titlePrefix: string; readonly isUnsaved: boolean };

function officeName({ name, version }: PreviewOffice): string {
  return version === '' ? name : `${name} ${version}`;
}

/** What a person should know about the pages shown. */
function noteFor(way: Way, office: PreviewOffice | undefined, offices: Answer<ChannelOutput<'preview.offices'>>): string {
  if (way === 'exact' && office !== undefined) return office.id === 'libreoffice' ? previewWords.exactNoteLibreOffice(officeName(office)) : previewWords.exactNote(officeName(office));
  if (offices.state === 'loading') return `${previewWords.approximateNote}${previewWords.lookingForOffice}`;
  return office === undefined ? `${previewWords.approximateNote}${previewWords.noOffice}` : previewWords.approximateNote;
}

/** A template shows somebody's data, and whose should be known. */
function filledNote({ filledWith }: PreviewDocument): string {
  return filledWith === undefined ? '' : filledWith === '' ? previewWords.filledWithExample : previewWords.filledWith(filledWith);
}

/** The window would need minutes to draw hundreds of forms, and nobody looks at so many: the first ones show how the others will be. */
const drawnAtOnce = 40;

function firstOf(target: PreviewTarget): PreviewTarget {
  return 'recordIds' in target && target.recordIds.length > drawnAtOnce ? { ...target, recordIds: target.recordIds.slice(0, drawnAtOnce) } : target;
}

function Pages(props: { readonly way: Way; readonly document: PreviewDocument; readonly target: PreviewTarget; readonly office: PreviewOffice | undefined; readonly isLooking: boolean }): ReactNode {
  const { way, document, target, office, isLooking } = props;
  if (way === 'exact' && office !== undefined) return <ExactView target={target} office={office} />;
  if (document.extension === 'docx') return <ApproximateView base64={document.base64} />;
  return isLooking ? <LoadingView /> : <EmptyView text={previewWords.workbookNoOffice} />;
}

/** One document, looked at in the way the person chooses, with what can be done about it. */
export function PreviewContent(props: PreviewContentProps): ReactNode {
  const { target: asked, titlePrefix, isUnsaved } = props;
  const [chosen, setChosen] = useState<string>();
  const [wanted, setWanted] = useState<Way>('approximate');
  const [officeId, setOfficeId] = useState<PreviewOffice['id']>();
  const target: PreviewTarget = ('recordId' in asked || 'recordIds' in asked) && chosen !== undefined ? { ...asked, deliverable: chosen } : asked;
  const offices = useAnswer('preview.offices', {});
  const answer = useAnswer('preview.document', { target: firstOf(target) });

  if (answer.state === 'loading') return <LoadingView />;
  if (answer.state === 'error') return <FailureView failure={answer.failure} retry={answer.reload} />;
  const document = answer.value;
  const isWhole = firstOf(target) === target;
  const usable = offices.state === 'ready' ? offices.value.filter(({ kinds }) => kinds.includes(document.extension)) : [];
  const office = usable.find(({ id }) => id === officeId) ?? usable[0];
  // A workbook has no approximate preview, and without an office program no document has an exact one.
  const way: Way = office === undefined ? 'approximate' : document.extension === 'xlsx' ? 'exact' : wanted;

  return (
    <>
      <div className="preview-bar">
        <Segmented
          aria-label={previewWords.way}
          value={way}
          options={[
            { value: 'approximate', label: previewWords.approximate, disabled: document.extension === 'xlsx' },
            { value: 'exact', label: office === undefined ? previewWords.exact : previewWords.exactBy(office.name), disabled: office === undefined },
          ]}
          onChange={(value: Way) => setWanted(value)}
        />
        {usable.length < 2 || way !== 'exact' || office === undefined ? null : (
          <Select aria-label={previewWords.chooseProgram} value={office.id} options={usable.map((program) => ({ value: program.id, label: officeName(program) }))} onChange={setOfficeId} />
        )}
        {document.choices.length < 2 ? null : (
          <Select
            className="preview-choice"
            aria-label={previewWords.chooseDocument}
            value={document.deliverable}
            options={document.choices.map(({ id, title }) => ({ value: id, label: shortTitle(title, titlePrefix) }))}
            onChange={setChosen}
          />
        )}
        <PrintButtons key={`${document.deliverable} ${office?.id ?? ''}`} target={target} document={document} isWhole={isWhole} office={office} isLooking={offices.state === 'loading'} />
      </div>
      <p className="preview-note">{isWhole || way === 'exact' ? '' : printWords.onlyFirst(drawnAtOnce, 'recordIds' in target ? target.recordIds.length : 1)}{filledNote(document)}{document.extension === 'xlsx' && way === 'exact' ? `${previewWords.workbookOnlyExact}${noteFor(way, office, offices)}` : noteFor(way, office, offices)}</p>
      {isUnsaved ? <Alert type="warning" showIcon title={previewWords.unsaved} /> : null}
      {document.warnings.length === 0 ? null : <Alert type="warning" showIcon title={previewWords.warnings} description={<ul className="problem-list">{document.warnings.map((warning) => <li key={warning}>{warning}</li>)}</ul>} />}
      <ScrollRegion label={previewWords.pages} className="preview-pages" isBusy={answer.isStale}>
        <Pages key={`${document.deliverable} ${office?.id ?? ''}`} way={way} document={document} target={target} office={office} isLooking={offices.state === 'loading'} />
      </ScrollRegion>
    </>
  );
}
