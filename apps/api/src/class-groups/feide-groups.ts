import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import type { FeideService } from '../session/feide.ts';

const MOST_BYTES = 1_000_000;

/** Texts may come in several languages. */
const Text = Type.Union([Type.String(), Type.Record(Type.String(), Type.String())]);

/** A group as the groups API documents it; what is not read here is let pass. */
export const FeideGroup = Type.Object({
  id: Type.String(),
  type: Type.String(),
  displayName: Type.Optional(Text),
  norEduOrgNIN: Type.Optional(Type.String()),
  go_type: Type.Optional(Type.String()),
  notBefore: Type.Optional(Type.String()),
  notAfter: Type.Optional(Type.String()),
  membership: Type.Optional(
    Type.Object({
      basic: Type.Optional(Type.String()),
      affiliation: Type.Optional(Type.Union([Type.String(), Type.Array(Type.String())])),
    }),
  ),
});
export type FeideGroup = Static<typeof FeideGroup>;

const bodyOf = async (answer: Response): Promise<string> => {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MOST_BYTES) throw new Error('The answer of the groups API is too long.');
  }
  return text;
};

/** All groups of whoever has just signed in, also those that have ended. Throws when the answer is late, refused or of another shape. */
export const readGroups = async (
  { groupsUrl, groupsPatience }: FeideService,
  accessToken: string,
): Promise<readonly FeideGroup[]> => {
  const answer = await fetch(`${groupsUrl}/me/groups?showAll=true`, {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
    redirect: 'error',
    // Also what is left of the body when the headers came in time.
    signal: AbortSignal.timeout(groupsPatience),
  });
  if (!answer.ok) throw new Error(`The groups API answered ${answer.status}.`);
  const groups: unknown = JSON.parse(await bodyOf(answer));
  if (!Array.isArray(groups)) throw new Error('The groups API answered something else than a list.');
  // A group of a kind nobody here knows is no reason to read none.
  return groups.filter((group) => Value.Check(FeideGroup, group));
};
