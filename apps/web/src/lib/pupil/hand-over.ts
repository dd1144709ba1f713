import type { LanguageCode } from '@samhold/survey';
import type { Outcome, Part } from './answer-queue.ts';
import { fetchForm, outcomeOf, putResponse } from './pupil-api.ts';

type HandOver = {
  readonly part: Part;
  readonly language: LanguageCode;
  /** The adult the pupil wants to talk with; goes along with the last part. */
  readonly talkWith: string | null;
};

/** Sends one part of the response. The server answers the same part twice with the same receipt. */
export async function handOver(responseId: string, { part, language, talkWith }: HandOver): Promise<Outcome> {
  const reply = await putResponse(responseId, {
    revision: part.revision,
    language,
    answers: part.answers.map((answer) =>
      answer.type === 'choices' ? { ...answer, pupilIds: [...answer.pupilIds] } : { ...answer },
    ),
    submit: part.submit,
    ...(part.submit && talkWith !== null ? { talkWith } : {}),
  });
  if (reply.ok) return { kind: 'stored' };
  if (reply.code !== 'stale_revision') return outcomeOf(reply.code);
  const form = await fetchForm();
  if (!form.ok) return outcomeOf(form.code);
  return { kind: 'stale', revision: form.value.response?.revision ?? part.revision };
}

/** Calls `run` once after `ms`; the result cancels it. */
export function afterMilliseconds(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
