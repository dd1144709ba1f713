import { parentPort, workerData } from 'node:worker_threads';
import { makeRelease, type ReleaseTask } from './release-round.ts';

// Started by makeReleaseBeside only.
const task = workerData as ReleaseTask;
const made = await makeRelease(task, async (done, of) => parentPort?.postMessage({ done, of }));
parentPort?.postMessage({ made });
