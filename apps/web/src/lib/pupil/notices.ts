import type { TextKey } from './languages.ts';

const noticeByCode: Readonly<Record<string, TextKey>> = {
  no_network: 'noNetwork',
  unknown_class_code: 'codeUnknown',
  unknown_badge: 'badgeUnknown',
  identity_expired: 'accountFailed',
  no_open_sitting: 'badgeNothingOpen',
  wrong_picture_code: 'pictureWrong',
  picture_code_locked: 'pictureLocked',
  too_many_requests: 'tooMany',
  sitting_closed: 'closedTitle',
  response_submitted: 'doneTitle',
  response_exists: 'doneTitle',
};

/** The kind words for a failed request; `fallback` when the server found nothing of what the pupil gave. */
export function noticeOf(code: string, fallback: TextKey): TextKey {
  if (code === 'invalid_request' || code === 'not_found') return fallback;
  return noticeByCode[code] ?? 'trouble';
}
