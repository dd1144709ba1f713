import { resolve } from 'node:path';
import { takeGuidePictures } from '../apps/web/e2e/guide-pictures.ts';
import { startDemoServer, startEmptyServer } from './demo-server.ts';

const demo = await startDemoServer('.data/screenshots');
const empty = await startEmptyServer('.data/screenshots-empty');
try {
  await takeGuidePictures(demo.origin, empty, resolve(import.meta.dirname, '../docs/guide/images'));
} finally {
  await empty.stop();
  await demo.stop();
}
process.exit(0);
