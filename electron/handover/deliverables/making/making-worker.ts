import { answerTasks } from '../../../files/answer-tasks.ts';
import { createMaking, type MakingTask, type MakingValue } from './making-tasks.ts';

/** Entry of the worker thread. */
answerTasks<MakingTask, MakingValue>(createMaking());
