import { resolve } from 'node:path';
import { takeGuidePictures } from '../apps/web/e2e/guide-pictures.ts';
import { startDemoServer } from './demo-server.ts';

const server = await startDemoServer('.data/screenshots');
try {
  await takeGuidePictures(server.origin, resolve(import.meta.dirname, '../docs/guide/images'));
} finally {
  await server.stop();
}
process.exit(0);
