/** Every way in which the core may fail on purpose. Text for people is looked up by code, in renderer/words and electron/cli. */
export type AppErrorCode =
  | 'invalid-input'
  | 'not-found'
  | 'already-exists'
  | 'conflict'
  | 'cancelled'
  | 'unreadable-file'
  | 'not-a-contract'
  | 'template-broken'
  | 'render-failed'
  | 'read-only'
  | 'signed-document'
  | 'store-newer-than-app'
  | 'store-damaged'
  | 'store-locked'
  | 'disk-full'
  | 'file-in-use'
  | 'package-invalid'
  | 'burn-failed'
  | 'internal';

/** Facts about a failure, safe to show: names, numbers, places. Never SQL, never absolute paths of the program. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly Problem[]>>;

/** One thing wrong at one place, so that a person can be told all problems at once. */
export type Problem = {
  /** Where: a field label, `第 12 行`, `B7`, a file name. */
  readonly place: string;
  /** What is wrong, in Chinese. */
  readonly message: string;
};

/** A failure that the core foresaw. `message` is a Chinese sentence for the person; `details` are for programs. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly details: ErrorDetails;

  constructor(code: AppErrorCode, message: string, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}
