import {
  ClassReadAloud,
  Clip,
  ClipList,
  ClipOrder,
  Id,
  LARGEST_CLIP,
  RecordClip,
  Shape,
} from '@samhold/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { readPupilSound } from './pupil-read-aloud.ts';
import {
  deleteClip,
  listClips,
  readSound,
  recordClip,
  setClassReadAloud,
  setClipOrder,
  type Sound,
} from './service.ts';

const records = { access: ['contact_teacher', 'leadership'] } as const;
const ofClass = { access: ['contact_teacher', 'substitute'] } as const;
const clipParams = Shape({ clipId: Id });
const classParams = Shape({ classId: Id });
const produces = ['audio/webm', 'audio/mp4'];

/** A recording never changes under its id, so a tablet that has it need not ask again. */
const asSound = async (
  request: FastifyRequest,
  reply: FastifyReply,
  clipId: string,
  sound: Promise<Sound>,
) => {
  const { media_type: mediaType, audio } = await sound;
  const tag = `"${clipId}"`;
  reply.header('cache-control', 'private, max-age=31536000, immutable').header('etag', tag);
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  return reply.header('content-type', mediaType).send(audio);
};

export const readAloudRoutes = (deps: Dependencies) => async (api: Api) => {
  api.get('/read-aloud', { config: records, schema: { response: { 200: ClipList } } }, (request) =>
    listClips(deps, request.staff),
  );

  api.put(
    '/read-aloud/order',
    { config: { access: ['leadership'] }, schema: { body: ClipOrder } },
    async (request, reply) => {
      await setClipOrder(deps, request.staff, request.body.clipsFirst);
      return reply.code(204).send();
    },
  );

  api.post(
    '/read-aloud/clips',
    {
      config: records,
      schema: { body: RecordClip, response: { 201: Clip } },
      // In base64, with room for the texts.
      bodyLimit: Math.ceil(LARGEST_CLIP / 3) * 4 + 16 * 1024,
    },
    async (request, reply) => reply.code(201).send(await recordClip(deps, request.staff, request.body)),
  );

  api.get(
    '/read-aloud/clips/:clipId',
    { config: { ...records, answers: [304] }, schema: { params: clipParams, produces } },
    (request, reply) =>
      asSound(request, reply, request.params.clipId, readSound(deps, request.staff, request.params.clipId)),
  );

  api.delete(
    '/read-aloud/clips/:clipId',
    { config: records, schema: { params: clipParams } },
    async (request, reply) => {
      await deleteClip(deps, request.staff, request.params.clipId);
      return reply.code(204).send();
    },
  );

  api.get(
    '/pupil-session/clips/:clipId',
    { config: { access: 'pupil', answers: [304] }, schema: { params: clipParams, produces } },
    (request, reply) =>
      asSound(
        request,
        reply,
        request.params.clipId,
        readPupilSound(deps, request.pupil, request.params.clipId),
      ),
  );

  api.put(
    '/classes/:classId/read-aloud',
    {
      config: ofClass,
      schema: { params: classParams, body: ClassReadAloud, response: { 200: ClassReadAloud } },
    },
    (request) => setClassReadAloud(deps, request.staff, request.params.classId, request.body.on),
  );
};
