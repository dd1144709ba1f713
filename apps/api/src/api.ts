import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { Limited } from './access/limit-attempts.ts';
import type { DeclaredAccess, PupilCredential, StaffActor, UploadCredential } from './access/actor.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: DeclaredAccess;
    /** Where a code or a secret can be guessed. */
    limited?: Limited;
    /** Leadership may call it while the school closes; left out, whatever does not write. */
    whileClosing?: true;
    /** Statuses it answers with beside those that follow from its access and method. */
    answers?: readonly number[];
  }
  interface FastifyRequest {
    /** Set before the handler of every route that declares staff access. */
    staff: StaffActor;
    /** Set before the handler of every route that declares pupil access. */
    pupil: PupilCredential;
    /** Set before the handler of every route that declares upload access. */
    upload: UploadCredential;
  }
}

/** The server as slices see it: schemas give the types. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;
