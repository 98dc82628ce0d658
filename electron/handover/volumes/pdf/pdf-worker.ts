import { answerTasks } from '../../../files/answer-tasks.ts';
import { runPdfTask, type PdfTask, type PdfTaskValue } from './pdf-tasks.ts';

/** Entry of the worker thread. */
answerTasks<PdfTask, PdfTaskValue>(async (work, tell) => ({ result: await runPdfTask(work, tell) }));
