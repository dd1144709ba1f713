import Type from 'typebox';
import {
  AddYearEntry,
  CalendarSubscription,
  FilledYear,
  FillYear,
  Id,
  MoveOccurrence,
  NewYearEntry,
  OccurrenceParams,
  RemoveYearEntry,
  Shape,
  YearEntry,
} from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { addEntry, changeEntry, fillYear, moveOccurrence, setEntryRemoved } from './change-entries.ts';
import { readFeed } from './feed.ts';
import { endSubscription, makeSubscription, readSubscription } from './subscription.ts';

const leads = { access: ['leadership'] } as const;
const staff = { access: 'staff' } as const;
const one = Shape({ entryId: Id });
const link = Shape({ link: Type.String({ minLength: 5, maxLength: 80, pattern: '\\.ics$' }) });

export const yearWheelRoutes = (deps: Dependencies) => async (api: Api) => {
  api.post(
    '/calendar/entries',
    { config: leads, schema: { body: AddYearEntry, response: { 201: YearEntry } } },
    async (request, reply) => reply.code(201).send(await addEntry(deps, request.staff, request.body)),
  );
  api.post(
    '/calendar/entries/fill',
    { config: leads, schema: { body: FillYear, response: { 200: FilledYear } } },
    (request) => fillYear(deps, request.staff, request.body),
  );
  api.put(
    '/calendar/entries/:entryId',
    { config: leads, schema: { params: one, body: NewYearEntry, response: { 200: YearEntry } } },
    (request) => changeEntry(deps, request.staff, request.params.entryId, request.body),
  );
  api.put(
    '/calendar/entries/:entryId/removed',
    { config: leads, schema: { params: one, body: RemoveYearEntry } },
    async (request, reply) => {
      await setEntryRemoved(deps, request.staff, request.params.entryId, request.body.removed);
      return reply.code(204).send();
    },
  );
  const occurrence = { params: OccurrenceParams, response: { 200: YearEntry } };
  api.put(
    '/calendar/entries/:entryId/occurrences/:number',
    { config: leads, schema: { ...occurrence, body: MoveOccurrence } },
    ({ staff: actor, params, body }) =>
      moveOccurrence(deps, actor, params.entryId, Number(params.number), body.startsOn),
  );
  api.delete(
    '/calendar/entries/:entryId/occurrences/:number',
    { config: leads, schema: occurrence },
    ({ staff: actor, params }) =>
      moveOccurrence(deps, actor, params.entryId, Number(params.number), undefined),
  );

  const subscription = { config: staff, schema: { response: { 200: CalendarSubscription } } };
  api.get('/me/calendar', subscription, (request) => readSubscription(deps, request.staff));
  api.post('/me/calendar', subscription, (request) => makeSubscription(deps, request.staff));
  api.delete('/me/calendar', { config: staff }, async (request, reply) => {
    await endSubscription(deps, request.staff);
    return reply.code(204).send();
  });

  api.get(
    '/calendar/feed/:link',
    {
      config: { access: 'anyone', limited: 'misses' },
      schema: { params: link, produces: ['text/calendar'] },
    },
    async (request, reply) =>
      reply
        .header('content-type', 'text/calendar; charset=utf-8')
        .header('content-disposition', 'inline; filename="skolearet.ics"')
        .send(await readFeed(deps, request.params.link.replace(/\.ics$/, ''))),
  );
};
