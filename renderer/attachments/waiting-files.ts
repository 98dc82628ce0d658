import { create } from 'zustand';
import type { AttachmentRole } from '../../shared/records/attachment.ts';
import { call } from '../api.ts';
import { base64OfFile } from '../state/file-bytes.ts';
import { prepareFile } from './prepare-file.ts';

/** A file on its way to a record. */
export type WaitingFile = {
  readonly key: string;
  readonly original: File;
  readonly content: Blob;
  readonly name: string;
  readonly caption: string;
  readonly role: AttachmentRole;
  readonly reducedFrom: number | undefined;
  readonly state: 'new' | 'preparing' | 'ready' | 'sending' | 'failed';
  readonly isPrepared: boolean;
  /** Digest under which the core keeps it with the draft of its form; it then outlives the window. */
  readonly kept: string | undefined;
  readonly problem: string | undefined;
};

/** The files of one form. Without a record they wait until it is saved for the first time. */
export type Waiting = {
  readonly recordId: string | undefined;
  readonly files: readonly WaitingFile[];
  /** What has come of this batch. */
  readonly sent: number;
  readonly reduced: number;
};

export const noWaiting: Waiting = { recordId: undefined, files: [], sent: 0, reduced: 0 };

/** A file as a draft has kept it. */
export type AdoptedFile = Pick<WaitingFile, 'name' | 'caption' | 'role' | 'reducedFrom'> & { readonly content: Blob; readonly kept: string };

type Places = Readonly<Record<string, Waiting>>;

type WaitingFiles = {
  /** By record id, or by the name of a form that has no record yet. */
  readonly places: Places;
  readonly isWorking: boolean;
  readonly add: (place: string, recordId: string | undefined, files: readonly File[], role: AttachmentRole) => void;
  readonly describe: (key: string, words: Partial<Pick<WaitingFile, 'caption' | 'role'>>) => void;
  /** The core keeps the file now. What was made anew meanwhile is not the same file. */
  readonly keep: (key: string, content: Blob, sha256: string) => void;
  /** Files that waited in a draft come back as they were. */
  readonly adopt: (place: string, recordId: string | undefined, files: readonly AdoptedFile[]) => void;
  readonly retry: (key: string) => void;
  readonly drop: (key: string) => void;
  /** The form's record exists now: its files go there. */
  readonly settle: (place: string, recordId: string) => void;
  /** The form was given up, and its files with it. */
  readonly forget: (place: string) => void;
};

function newFile(original: File, role: AttachmentRole): WaitingFile {
  return { key: crypto.randomUUID(), original, content: original, name: original.name, caption: '', role, reducedFrom: undefined, state: 'new', isPrepared: false, kept: undefined, problem: undefined };
}

function changedFile(places: Places, key: string, change: (file: WaitingFile) => WaitingFile | undefined): Places {
  return Object.fromEntries(Object.entries(places).map(([place, waiting]) => [
    place,
    waiting.files.some((file) => file.key === key)
      ? { ...waiting, files: waiting.files.flatMap((file) => (file.key === key ? (change(file) ?? []) : file)) }
      : waiting,
  ]));
}

type Task = { readonly file: WaitingFile; readonly recordId: string | undefined };

/** What can be done next, one after the other: many photos at once would need much memory. */
function nextTask(places: Places): Task | undefined {
  for (const { recordId, files } of Object.values(places)) {
    const file = files.find(({ state, isPrepared }) => (state === 'new' && !isPrepared) || (recordId !== undefined && (state === 'new' || state === 'ready')));
    if (file !== undefined) return { file, recordId };
  }
  return undefined;
}

/** Files of the whole window that are not attached yet. They outlive their form, because saving replaces the form of a new record. */
export const useWaitingFiles = create<WaitingFiles>()((set, get) => {
  const change = (key: string, next: (file: WaitingFile) => WaitingFile | undefined): void => set({ places: changedFile(get().places, key, next) });

  const prepare = async ({ key, original, role }: WaitingFile): Promise<void> => {
    change(key, (file) => ({ ...file, state: 'preparing', problem: undefined }));
    const preparation = await prepareFile(original, role);
    change(key, (file) => {
      if ('problem' in preparation) return { ...file, state: 'failed', problem: preparation.problem };
      // What a person wrote or chose in the meantime is better than what was proposed.
      const caption = file.caption === '' ? preparation.file.caption : file.caption;
      const chosen = file.role === role ? preparation.file.role : file.role;
      return { ...file, ...preparation.file, caption, role: chosen, state: 'ready', isPrepared: true };
    });
  };

  const send = async ({ key, name, content, caption, role, reducedFrom, kept }: WaitingFile, recordId: string): Promise<void> => {
    change(key, (file) => ({ ...file, state: 'sending', problem: undefined }));
    const base64 = await base64OfFile(content).catch(() => undefined);
    const result = base64 === undefined ? undefined : await call('attachments.add', { recordId, file: { name, base64 }, role, caption: caption.trim() });
    // A crash between attaching and forgetting the draft: what is there already was sent then.
    const isThere = kept !== undefined && result?.ok === false && result.error.code === 'already-exists';
    if (result?.ok === true || isThere) {
      change(key, () => undefined);
      const waiting = get().places[recordId] ?? noWaiting;
      set({ places: { ...get().places, [recordId]: { ...waiting, sent: waiting.sent + 1, reduced: waiting.reduced + (reducedFrom === undefined ? 0 : 1) } } });
      return;
    }
    change(key, (file) => ({ ...file, state: 'failed', problem: result?.ok === false ? result.error.message : undefined }));
  };

  const work = async (): Promise<void> => {
    if (get().isWorking) return;
    set({ isWorking: true });
    for (let task = nextTask(get().places); task !== undefined; task = nextTask(get().places)) {
      if (!task.file.isPrepared) await prepare(task.file);
      else if (task.recordId !== undefined) await send(task.file, task.recordId);
    }
    set({ isWorking: false });
  };

  // Files that failed have been told, and cannot hold a window open for ever.
  const hold = (event: BeforeUnloadEvent): void => {
    if (Object.values(get().places).some(({ recordId, files }) => files.some(({ state, kept }) => state !== 'failed' && (recordId !== undefined || kept === undefined)))) event.preventDefault();
  };

  return {
    places: {},
    isWorking: false,
    add: (place, recordId, files, role) => {
      // Adding the same listener again changes nothing.
      window.addEventListener('beforeunload', hold);
      const waiting = get().places[place] ?? noWaiting;
      const counts = waiting.files.length === 0 ? { sent: 0, reduced: 0 } : {};
      set({ places: { ...get().places, [place]: { ...waiting, ...counts, recordId, files: [...waiting.files, ...files.map((file) => newFile(file, role))] } } });
      void work();
    },
    describe: (key, words) => {
      // A photo is prepared in another way than other files.
      const isOther = (file: WaitingFile): boolean => words.role !== undefined && words.role !== file.role;
      change(key, (file) => ({ ...file, ...words, ...(isOther(file) ? { state: 'new', isPrepared: false, kept: undefined } : {}) }));
      void work();
    },
    keep: (key, content, sha256) => change(key, (file) => (file.content === content ? { ...file, kept: sha256 } : file)),
    adopt: (place, recordId, files) => {
      window.addEventListener('beforeunload', hold);
      const waiting = get().places[place] ?? noWaiting;
      const present = new Set(waiting.files.map(({ kept }) => kept));
      const adopted = files.filter(({ kept }) => !present.has(kept)).map((file): WaitingFile => ({
        key: crypto.randomUUID(), original: new File([file.content], file.name, { type: file.content.type }), state: 'ready', isPrepared: true, problem: undefined, ...file,
      }));
      set({ places: { ...get().places, [place]: { ...waiting, recordId, files: [...waiting.files, ...adopted] } } });
      void work();
    },
    retry: (key) => {
      change(key, (file) => ({ ...file, state: 'new', problem: undefined }));
      void work();
    },
    drop: (key) => change(key, () => undefined),
    settle: (place, recordId) => {
      const { [place]: waiting, ...others } = get().places;
      if (waiting === undefined) return;
      set({ places: { ...others, [recordId]: { ...waiting, recordId } } });
      void work();
    },
    forget: (place) => {
      const { [place]: _given, ...others } = get().places;
      set({ places: others });
    },
  };
});
