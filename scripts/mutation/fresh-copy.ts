import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const place = join(root, '.data/mutation');
const copy = join(place, 'main');

/** A copy of a workspace and what its tests read besides, to put mutants into; where the workspace is in it. */
export function freshCopy(workspace: string, besides: readonly string[]): string {
  rmSync(copy, { recursive: true, force: true });
  const helpers = ['scripts/test', 'scripts/mutation'];
  const listed = ['ls-files', '--cached', '--others', '--exclude-standard'];
  const { stdout } = spawnSync('git', [...listed, workspace, ...besides, ...helpers, '*.json'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 26,
  });
  for (const file of stdout.split('\n').filter((name) => name !== '' && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  for (const modules of ['node_modules', `${workspace}/node_modules`])
    symlinkSync(join(root, modules), join(copy, modules));
  const shared = join(root, '../shared');
  if (existsSync(shared) && !existsSync(join(place, 'shared'))) symlinkSync(shared, join(place, 'shared'));
  return join(copy, workspace);
}
