import Type, { type Static } from 'typebox';

/** Every stable code an answer of type application/problem+json can carry, with its status. */
export const problemStatus = {
  not_signed_in: 401,
  not_found: 404,
  training_missing: 403,
  forbidden_origin: 403,
  invalid_request: 400,
  unsupported_media_type: 415,
  body_too_large: 413,
  too_many_requests: 429,
  unavailable: 503,
  internal: 500,
  sign_in_failed: 403,
  unknown_class_code: 404,
  wrong_picture_code: 403,
  picture_code_locked: 423,
  pupil_session_ended: 401,
  sitting_closed: 409,
  sitting_open: 409,
  sitting_exists: 409,
  response_exists: 409,
  response_submitted: 409,
  stale_revision: 409,
  unknown_item: 422,
  unknown_option: 422,
  wrong_item_type: 422,
  duplicate_item: 422,
  self_nomination: 422,
  nominee_not_on_list: 422,
  too_many_choices: 422,
  duplicate_nominee: 422,
  criterion_not_asked: 422,
  class_without_pupils: 409,
  round_ended: 409,
  round_not_open: 409,
  roster_rejected: 422,
} as const;

export type ProblemCode = keyof typeof problemStatus;

export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    details: Type.Optional(Type.Array(Type.String())),
  },
  { $id: 'Problem', additionalProperties: false },
);
export type Problem = Static<typeof Problem>;
