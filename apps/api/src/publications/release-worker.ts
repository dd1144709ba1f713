import { parentPort, workerData } from 'node:worker_threads';
import { makeRelease } from './make-release.ts';
import type { ReleaseTask } from './release-task.ts';

// Started by makeReleaseBeside only.
const task = workerData as ReleaseTask;
const made = await makeRelease(task, async (done, of) => parentPort?.postMessage({ done, of }));
parentPort?.postMessage({ made });
