import { App } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Contract, Question } from '../../../../shared/contract/profile.ts';
import { call } from '../../../api.ts';
import { ContractText } from '../../../parts/contract-text.tsx';
import { FileButton } from '../../../parts/file-button.tsx';
import { FileTextIcon } from '../../../parts/icons.tsx';
import { FailureView } from '../../../parts/state-views.tsx';
import type { PickedFile } from '../../../state/picked-file.ts';
import { useAnswer } from '../../../state/use-answer.ts';
import { contractTextWords as words } from '../../../words/questions.ts';

type SourcePaneProps = { readonly contract: Contract; readonly question: Question | undefined; readonly isReadOnly: boolean };

/** The quoted sentences alone, for profiles whose contract text was never kept. */
function SentencesOnly(props: SourcePaneProps & { readonly attached: () => void }): ReactNode {
  const { contract, question, isReadOnly, attached } = props;
  const { message } = App.useApp();
  const [isBusy, setIsBusy] = useState(false);
  const attach = async (file: PickedFile): Promise<void> => {
    setIsBusy(true);
    const kept = await call('contracts.attachDocument', { id: contract.id, ...file });
    setIsBusy(false);
    if (!kept.ok) return void message.error(kept.error.message);
    message.success(words.attached);
    attached();
  };
  return (
    <section className="contract-text contract-text-missing" aria-label={words.title}>
      <p className="muted">{words.none}</p>
      {question?.sources.map((source) => <blockquote key={source}>{source}</blockquote>)}
      {isReadOnly ? null : <FileButton label={words.attach} accept=".txt,.docx" icon={<FileTextIcon />} isBusy={isBusy} picked={(file) => void attach(file)} />}
      <p className="muted">{words.attachHelp}</p>
    </section>
  );
}

/** The contract beside the question, at the sentences it came from. */
export function SourcePane(props: SourcePaneProps): ReactNode {
  const { contract, question } = props;
  const answer = useAnswer('contracts.document', { id: contract.id });
  if (answer.state === 'loading') return <section className="contract-text"><p className="muted">{words.loading}</p></section>;
  if (answer.state === 'error') return <section className="contract-text"><FailureView failure={answer.failure} retry={answer.reload} /></section>;
  const { document } = answer.value;
  if (document === undefined) return <SentencesOnly {...props} attached={answer.reload} />;
  return <ContractText document={document} quoted={contract.profile.questions.flatMap(({ sources }) => sources)} current={question?.sources ?? []} />;
}
