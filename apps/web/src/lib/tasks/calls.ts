import type { OwnTasks, Task } from '@samhold/contract';
import { get, put } from '#lib/api.ts';

export const readOwnTasks = () => get<OwnTasks>('/tasks');
export const markTask = (taskId: string, done: boolean) => put<Task>(`/tasks/${taskId}/done`, { done });
