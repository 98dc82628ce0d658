import type { AppEvents, EventName } from '../../../shared/ipc/events.ts';
import type { Environment } from '../environment.ts';
import type { JobRunner } from '../job-runner.ts';
import type { Reveal } from '../handlers/job-handlers.ts';
import type { Opening, OpeningWish } from './open-folder.ts';
import type { PersonSettings } from './person-settings.ts';

/** What a folder is looked for: data to open, a place for new data, a second place for backups. */
export type ChoosePurpose = 'open' | 'create' | 'outside' | 'backup';

/** The system's own file dialog; undefined when the person closed it. */
export type ChoosePlace = (purpose: ChoosePurpose) => Promise<string | undefined>;

/** What stands above one open data folder, as its handlers see it. */
export type Workspace = {
  /** `user` is who the person chose to be. */
  readonly environment: Environment;
  /** The user as the system names them. */
  readonly systemUser: string;
  readonly settings: PersonSettings;
  readonly jobs: JobRunner;
  readonly reveal: Reveal;
  readonly choosePlace: ChoosePlace | undefined;
  readonly logFolder: string | undefined;
  readonly current: () => Opening;
  /** Changes to another folder; when that does not open, the one that was open stays. Resolves to what came of it. */
  readonly change: (wish: OpeningWish) => Promise<Opening>;
  /** Closes the folder, works on it, and opens it again, whatever came of the work. The job that asks goes on running. */
  readonly whileClosed: <T>(jobId: string, work: (location: string) => Promise<T>) => Promise<T>;
  readonly emit: <E extends EventName>(event: E, payload: AppEvents[E]) => void;
};
