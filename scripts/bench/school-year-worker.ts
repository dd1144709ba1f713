import { parentPort, workerData } from 'node:worker_threads';
import { yearOf } from './school-year.ts';

// Started by yearsBeside only.
parentPort?.postMessage(yearOf(workerData as number));
