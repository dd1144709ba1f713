import type { Api } from './api.ts';
import type { Dependencies } from './dependencies.ts';
import { AppError } from './errors.ts';

export const healthRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get('/live', { config: { access: 'anyone' } }, () => ({ live: true }));
  api.get('/ready', { config: { access: 'anyone' } }, async () => {
    if (!(await deps.db.ready())) throw new AppError('unavailable');
    return { ready: true };
  });
};
