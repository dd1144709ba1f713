import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { startProcess } from './start-product.ts';

/**
 * Builds the web and makes the demo school once, before the workers each start a product with a copy of them. Returns what
 * ends the database server they share.
 */
export default async function prepare(): Promise<() => Promise<void>> {
  const repository = resolve(import.meta.dirname, '../../..');
  execFileSync(process.execPath, ['scripts/build-web.ts'], { cwd: repository, stdio: 'inherit' });
  const shared = await startProcess<object>('.data/journeys', '--shared');
  process.env['SAMHOLD_SHARED_HOME'] = JSON.stringify(shared.started);
  return shared.stop;
}
