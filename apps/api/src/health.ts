import type { Api } from './api.ts';
import type { Dependencies } from './dependencies.ts';
import { AppError } from './errors.ts';

/** Whether a balancer should send requests here: prepared, not stopping, and the database answers. */
export const isReady = async ({ db, progress }: Pick<Dependencies, 'db' | 'progress'>): Promise<boolean> =>
  progress?.accepts() !== false && (await db.ready());

export const healthRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get('/live', { config: { access: 'anyone' } }, () => ({ live: true }));
  api.get('/ready', { config: { access: 'anyone' } }, async () => {
    if (!(await isReady(deps))) throw new AppError('unavailable');
    return { ready: true };
  });
};
