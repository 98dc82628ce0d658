import type { AppErrorCode, ErrorDetails } from './app-error.ts';

/** What crosses the wall between window and core instead of a thrown error. */
export type Failure = { readonly code: AppErrorCode; readonly message: string; readonly details: ErrorDetails };

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };
