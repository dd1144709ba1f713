import { Id, MarkTask, OwnTasks, Shape, Task } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { markTask, readOwnTasks } from './service.ts';

/** Anybody who works here can have undertaken something. */
const config = { access: 'staff' } as const;

export const taskRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get('/tasks', { config, schema: { response: { 200: OwnTasks } } }, (request) =>
    readOwnTasks(deps, request.staff),
  );

  api.put(
    '/tasks/:taskId/done',
    { config, schema: { params: Shape({ taskId: Id }), body: MarkTask, response: { 200: Task } } },
    (request) => markTask(deps, request.staff, request.params.taskId, request.body.done),
  );
};
