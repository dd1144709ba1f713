import { join, resolve } from 'node:path';
import { rotateKeysCommand } from './keys/rotate-keys.ts';

const root = resolve(import.meta.dirname, '..');

process.exitCode = await rotateKeysCommand({ root, data: join(root, '.data') }, (line) => console.log(line));
