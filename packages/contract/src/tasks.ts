import Type, { type Static } from 'typebox';
import { Count, Day, Id, Moment, Shape } from './shared-shapes.ts';

const TaskText = Type.String({ minLength: 3, maxLength: 2000, pattern: '\\S' });

/** What somebody has undertaken to do: in a meeting, or in a case. */
export const Task = Shape({
  taskId: Id,
  what: Type.String(),
  owner: Shape({ staffId: Id, name: Type.String() }),
  dueOn: Day,
  /** It should have been done before today. */
  overdue: Type.Boolean(),
  doneAt: Type.Union([Moment, Type.Null()]),
  /** Whose it was before, who has left. */
  handedFrom: Type.Union([Type.String(), Type.Null()]),
});
export type Task = Static<typeof Task>;

/** Own tasks: those that are left by date, and those done the last month. `waiting` are not shown before training in privacy. */
export const OwnTasks = Shape({ today: Day, tasks: Type.Array(Task), waiting: Count });
export type OwnTasks = Static<typeof OwnTasks>;

/** The id is made where it is written, so that one sent twice is one. */
export const NewTask = Shape({ taskId: Id, what: TaskText, ownerId: Id, dueOn: Day });
export type NewTask = Static<typeof NewTask>;

export const MarkTask = Shape({ done: Type.Boolean() });
export type MarkTask = Static<typeof MarkTask>;
