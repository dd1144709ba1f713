import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Builds the web once, before the workers each start a product with it. */
export default function buildWeb(): void {
  const repository = resolve(import.meta.dirname, '../../..');
  execFileSync(process.execPath, ['scripts/build-web.ts'], { cwd: repository, stdio: 'inherit' });
}
