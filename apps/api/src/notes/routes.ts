import { CorrectNote, Id, NewNote, NewView, Note, Shape, WithdrawNote } from '@samhold/contract';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { addView, correctNote, withdrawNote, writeNote } from './service.ts';

const config = { access: ['contact_teacher'], answers: [423] } as const;
const ofPupil = Shape({ classId: Id, pupilId: Id });
const ofNote = Shape({ noteId: Id });

export const noteRoutes = (deps: Dependencies) => async (api: Api) => {
  api.post(
    '/classes/:classId/pupils/:pupilId/notes',
    { config, schema: { params: ofPupil, body: NewNote, response: { 201: Note } } },
    async (request, reply) =>
      reply.code(201).send(await writeNote(deps, request.staff, request.params, request.body)),
  );

  api.post(
    '/notes/:noteId/corrections',
    { config, schema: { params: ofNote, body: CorrectNote, response: { 200: Note } } },
    (request) => correctNote(deps, request.staff, request.params.noteId, request.body),
  );

  api.put(
    '/notes/:noteId/withdrawn',
    { config, schema: { params: ofNote, body: WithdrawNote, response: { 200: Note } } },
    (request) => withdrawNote(deps, request.staff, request.params.noteId, request.body.withdrawn),
  );

  api.post(
    '/notes/:noteId/views',
    { config, schema: { params: ofNote, body: NewView, response: { 200: Note } } },
    (request) => addView(deps, request.staff, request.params.noteId, request.body),
  );
};
