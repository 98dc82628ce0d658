import { App } from 'antd';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import type { KindName } from '../../../shared/records/kinds.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { call } from '../../api.ts';
import { adoptFiles } from '../../attachments/kept-files.ts';
import { formDraft, newDraftKey, recordDraftKey, type FormDraft } from '../../forms/draft-content.ts';
import { RecordForm } from '../../forms/record-form.tsx';
import { FailureView, LoadingView } from '../../parts/state-views.tsx';
import { useContractDrafts } from '../../state/drafts.ts';
import { newId } from '../../state/new-id.ts';
import { goTo, rewriteAddress, useNavigation } from '../../state/navigation.ts';
import type { NewRecordStart } from '../../state/route.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useIsReadOnly, useWorkspace } from '../../state/workspace.ts';
import { draftWords } from '../../words/drafts.ts';
import { useNewRecordStart } from './use-new-record-start.ts';

type OpenRecordProps = {
  readonly contract: Contract;
  readonly kind: KindName;
  readonly openId: string;
  readonly date: LocalDate;
  readonly saved: (record: AnyRecord) => void;
  readonly close: () => void;
};

function ExistingRecord(props: OpenRecordProps & { readonly reload: () => void }): ReactNode {
  const { contract, openId, date, saved, close, reload } = props;
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  const isReadOnly = useIsReadOnly();
  const answer = useAnswer('records.get', { id: openId }, version);
  const draft = useAnswer('drafts.get', { contractId: contract.id, key: recordDraftKey(openId) });
  const isVoid = answer.state === 'ready' ? answer.value.status === 'void' : undefined;
  const wasVoid = useRef(isVoid);
  // Voiding locks the form and undoing it frees it: both begin anew, with the unsaved input that there is then.
  useEffect(() => {
    const before = wasVoid.current;
    wasVoid.current = isVoid;
    if (before !== undefined && isVoid !== undefined && before !== isVoid) reload();
  }, [isVoid, reload]);
  if (answer.state === 'error') return <FailureView failure={answer.failure} retry={answer.reload} />;
  if (draft.state === 'error') return <FailureView failure={draft.failure} retry={draft.reload} />;
  if (answer.state === 'loading' || draft.state === 'loading' || answer.isStale || draft.isStale) return <LoadingView />;
  const record = answer.value;
  const accept = (stored: AnyRecord): void => {
    answer.reload();
    saved(stored);
  };
  const kept = isReadOnly || record.status === 'void' ? undefined : formDraft(draft.value);
  return (
    <RecordForm
      // Saving keeps the form, with the cursor where it was.
      key={`${record.id} ${record.status === 'void'}`}
      start={{ contract, kind: record.kind, id: record.id, record, last: null, date, draft: kept }}
      isReadOnly={isReadOnly}
      saved={accept}
      close={close}
      reload={reload}
    />
  );
}

/** The newest unsaved input of another new record of this kind. */
function useOtherDraft({ contract, kind }: OpenRecordProps, id: string): Parameters<typeof RecordForm>[0]['otherDraft'] {
  const drafts = useContractDrafts(contract.id);
  const { message } = App.useApp();
  const [isLooking, setIsLooking] = useState(true);
  const prefix = newDraftKey(kind, '');
  const draft = drafts.find(({ key }) => key.startsWith(prefix) && key !== newDraftKey(kind, id));
  if (draft === undefined || !isLooking) return undefined;
  return {
    draft,
    resume: () => void goTo({ screen: 'records', kind, open: 'new', draft: draft.key.slice(prefix.length) }),
    discard: () => {
      setIsLooking(false);
      void call('drafts.drop', { contractId: contract.id, key: draft.key }).then((result) => (result.ok ? message.info(draftWords.discarded) : message.error(result.error.message)));
    },
  };
}

type NewFormProps = OpenRecordProps & { readonly id: string; readonly draft: FormDraft | undefined; readonly begin: NewRecordStart; readonly last: AnyRecord | null; readonly reload: () => void };

function NewForm(props: NewFormProps): ReactNode {
  const { contract, kind, id, date, draft, begin, last, saved, close, reload } = props;
  const isReadOnly = useIsReadOnly();
  const otherDraft = useOtherDraft(props, id);
  const start = useNewRecordStart({ contract, kind, date, last, begin, isContinued: draft !== undefined });
  const isKept = useContractDrafts(contract.id).some(({ key }) => key === newDraftKey(kind, id));
  // From now on a reload of the window finds this input by its address.
  useEffect(() => {
    const { route } = useNavigation.getState();
    if (isKept && route.screen === 'records' && route.open === 'new' && route.draft !== id) rewriteAddress({ ...route, draft: id });
  }, [isKept, id]);
  if (start.state === 'loading') return <LoadingView />;
  if (start.state === 'error') return <FailureView failure={start.failure} retry={start.reload} />;
  return (
    <RecordForm
      start={{ contract, kind, id, record: undefined, last, date, values: start.values, closes: start.closes ?? draft?.form.closes, draft }}
      otherDraft={draft === undefined ? otherDraft : undefined}
      isReadOnly={isReadOnly}
      saved={saved}
      close={close}
      reload={reload}
    />
  );
}

function NewRecord(props: OpenRecordProps & { readonly id: string; readonly isContinued: boolean; readonly begin: NewRecordStart; readonly reload: () => void }): ReactNode {
  const { contract, kind, id, isContinued, saved } = props;
  const { message } = App.useApp();
  const key = newDraftKey(kind, id);
  const last = useAnswer('records.last', { contractId: contract.id, kind });
  const found = useAnswer('drafts.get', isContinued ? { contractId: contract.id, key } : undefined);
  const answered = isContinued && found.state === 'ready' ? found.value : undefined;
  const draft = useMemo(() => (answered === undefined ? undefined : formDraft(answered)), [answered]);
  const hasBegun = useRef(false);
  const [isReady, setIsReady] = useState(!isContinued);

  useEffect(() => {
    if (!isContinued || found.state !== 'ready' || hasBegun.current) return;
    hasBegun.current = true;
    void (async () => {
      const files = draft?.form.files ?? [];
      // The record may have been saved just before the window went: then only its files are left to be sent.
      const stored = draft === undefined ? undefined : await call('records.get', { id });
      const record = stored?.ok === true ? stored.value : undefined;
      const adopted = await adoptFiles({ contractId: contract.id, key }, files, record?.id);
      if (!adopted.ok) message.error(adopted.error.message);
      if (record === undefined) return setIsReady(true);
      if (adopted.ok) await call('drafts.drop', { contractId: contract.id, key });
      saved(record);
    })();
  }, [isContinued, found.state, draft, id, contract.id, key, message, saved]);

  if (last.state === 'error') return <FailureView failure={last.failure} retry={last.reload} />;
  if (found.state === 'error') return <FailureView failure={found.failure} retry={found.reload} />;
  if (last.state === 'loading' || !isReady) return <LoadingView />;
  return <NewForm {...props} draft={draft} last={last.value} />;
}

/** Which new record the form is for. An address with a draft goes on with it; any other wish begins another record. */
function useNewRecord(begin: NewRecordStart, date: LocalDate): { readonly id: string; readonly isContinued: boolean; readonly turn: number; readonly reload: () => void } {
  const wish = `${begin.draft ?? ''} ${begin.copy ?? ''} ${begin.closes ?? ''} ${begin.supplement ?? ''} ${date}`;
  const fresh = (turn: number) => ({ wish, id: begin.draft ?? newId(), isContinued: begin.draft !== undefined, turn });
  const [current, setCurrent] = useState(() => fresh(0));
  if (current.wish !== wish) {
    // The address only caught up with the form that is open.
    const isSame = begin.draft === current.id;
    setCurrent(isSame ? { ...current, wish } : fresh(current.turn + 1));
  }
  return { ...current, reload: () => setCurrent({ ...current, isContinued: true, turn: current.turn + 1 }) };
}

function NewRecordPlace(props: OpenRecordProps): ReactNode {
  const route = useNavigation((navigation) => navigation.route);
  const begin: NewRecordStart = route.screen === 'records' ? { draft: route.draft, copy: route.copy, closes: route.closes, supplement: route.supplement } : {};
  const { id, isContinued, turn, reload } = useNewRecord(begin, props.date);
  return <NewRecord key={turn} {...props} id={id} isContinued={isContinued} begin={begin} reload={reload} />;
}

function ExistingRecordPlace(props: OpenRecordProps): ReactNode {
  const [turn, setTurn] = useState(0);
  return <ExistingRecord key={turn} {...props} reload={() => setTurn(turn + 1)} />;
}

/** The form beside the list: of a stored record, or of one that is being written. */
export function OpenRecord(props: OpenRecordProps): ReactNode {
  return props.openId === 'new' ? <NewRecordPlace {...props} /> : <ExistingRecordPlace {...props} />;
}
