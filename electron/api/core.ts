import { existsSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import type { ReadReason } from '../../shared/ipc/app-channels.ts';
import type { AppEvents, EventName } from '../../shared/ipc/events.ts';
import { AppError } from '../../shared/app-error.ts';
import type { Contract } from '../../shared/contract/profile.ts';
import { createDataDigests, type DataDigests } from '../handover/deliverables/data-digest.ts';
import { createDocumentCache, type DocumentCache } from '../handover/deliverables/document-cache.ts';
import { documentMakerBeside, documentMakerHere, type DocumentMaker } from '../handover/deliverables/document-maker.ts';
import { openLanes, type Lanes } from '../handover/office/office-lanes.ts';
import { thisOfficeComputer, type OfficeComputer } from '../handover/office/office-computer.ts';
import { createPdfConverter, type PdfConverter } from '../handover/office/pdf-converter.ts';
import { openTemplateLibrary, type TemplateLibrary } from '../handover/deliverables/template-library.ts';
import { getContract, listContracts } from '../store/contracts.ts';
import { openCopyForReading } from '../store/open-copy.ts';
import { closeStore, openStore, openStoreForReading, storeFileName } from '../store/open-store.ts';
import { refusingStore } from '../store/refusing-store.ts';
import type { WritableStore } from '../store/store.ts';
import type { Environment } from './environment.ts';
import { makeReadFolder } from './read-folders.ts';
import { createTurns, type Turns } from './turns.ts';

/** What every operation works with: one open data folder and the world around it. */
export type Core = {
  readonly store: WritableStore;
  readonly library: TemplateLibrary;
  /** Fills templates; beside the core's thread where a window waits for other answers. */
  readonly maker: DocumentMaker;
  readonly environment: Environment;
  /** How long work shares the core's thread with the calls of the window. */
  readonly turns: Turns;
  readonly dataFolder: string;
  /** Why nothing may be changed; undefined in a folder open for writing. */
  readonly readReason: ReadReason | undefined;
  /** The shipped templates, and the demonstration contract beside them. */
  readonly templatesFolder: string;
  /** Holds what is kept of one opening only; inside the data folder unless that is open for reading. */
  readonly cacheFolder: string;
  /** Digests of what documents are made of; remembered as long as the records are. */
  readonly digests: DataDigests;
  /** Documents that were made and need not be made again. */
  readonly documentCache: DocumentCache;
  /** Pages of documents, by the office programs of `officeComputer`. */
  readonly converter: PdfConverter;
  readonly officeComputer: OfficeComputer;
  /** Bindings replace the folder of the one before: they wait for each other, whoever asks. */
  readonly bindings: Lanes;
  /** Where finished documents go unless somebody names another place. */
  readonly outputFolder: string;
  readonly emit: <E extends EventName>(event: E, payload: AppEvents[E]) => void;
};

export type CoreOptions = {
  readonly dataFolder: string;
  /** The shipped templates. */
  readonly templatesFolder: string;
  readonly environment: Environment;
  /** Opens for reading only, and says why. */
  readonly readReason?: ReadReason | undefined;
  /** Where office programs and fonts are looked for; this computer unless given. */
  readonly officeComputer?: OfficeComputer | undefined;
  /** Makes documents on a thread of their own: for programs with a window. */
  readonly makesBeside?: boolean | undefined;
};

/** Whether somebody has worked in this data folder before; opening it would otherwise make one. */
export function holdsData(dataFolder: string): boolean {
  return existsSync(path.join(dataFolder, storeFileName));
}

/** A year of one contract with photos on its forms takes up to some 500 MB. */
const documentCacheBytes = 1 << 30;

/** Opens a data folder for work, or for reading only. Throws what `openStore` or `openStoreForReading` throws. */
export function openCore(options: CoreOptions, emit: Core['emit'] = () => undefined): Core {
  const { dataFolder, templatesFolder, environment, readReason } = options;
  // What is confidential stays inside the data folder, so that it is destroyed with it; only where nothing may be written it goes elsewhere, until closing.
  const cacheFolder = readReason === undefined ? path.join(dataFolder, 'cache') : makeReadFolder(tmpdir());
  const folders = { own: path.join(dataFolder, 'templates'), shipped: templatesFolder };
  const library = openTemplateLibrary(folders);
  const officeComputer = options.officeComputer ?? thisOfficeComputer(process.platform, homedir(), process.env);
  return {
    store: storeOf(options, cacheFolder),
    cacheFolder,
    officeComputer,
    bindings: openLanes(1),
    converter: createPdfConverter({ computer: officeComputer, cacheFolder: path.join(cacheFolder, 'pdf') }),
    digests: createDataDigests(),
    documentCache: createDocumentCache(path.join(cacheFolder, 'documents'), documentCacheBytes, () => Date.parse(environment.now())),
    library,
    maker: options.makesBeside === true ? documentMakerBeside(folders) : documentMakerHere(library),
    environment,
    turns: createTurns(),
    dataFolder,
    readReason,
    templatesFolder,
    outputFolder: path.join(dataFolder, '输出'),
    emit,
  };
}

function storeOf({ dataFolder, environment, readReason }: CoreOptions, cacheFolder: string): WritableStore {
  if (readReason === undefined) return openStore(dataFolder, environment);
  try {
    return refusingStore(readReason === 'medium' ? openCopyForReading(dataFolder, path.join(cacheFolder, 'copy'), environment) : openStoreForReading(dataFolder), environment);
  } catch (error) {
    rmSync(cacheFolder, { recursive: true, force: true });
    throw error;
  }
}

/** Closes the store, and removes what was kept for reading only. */
export function closeCore(core: Core): void {
  // Nobody waits for a document any more; what is being made comes to nothing.
  void core.maker.close();
  try {
    closeStore(core.store);
  } finally {
    if (core.readReason !== undefined) rmSync(core.cacheFolder, { recursive: true, force: true });
  }
}

/** The contract with this id, or the only one when no id is given. Throws `not-found` and, when there are several, `invalid-input`. */
export function chosenContract(core: Core, id: string | undefined): Contract {
  if (id !== undefined) return getContract(core.store, id);
  const contracts = listContracts(core.store);
  const [only, ...others] = contracts;
  if (only === undefined) throw new AppError('not-found', '数据目录里还没有合同，请先用 new 命令建立合同档案', {});
  if (others.length > 0) {
    throw new AppError('invalid-input', `数据目录里有 ${contracts.length} 份合同，请用 --contract-id 指明：${contracts.map((contract) => `${contract.id} ${contract.profile.title}`).join('；')}`, {});
  }
  return only;
}
