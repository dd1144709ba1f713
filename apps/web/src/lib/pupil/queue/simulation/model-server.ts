import type { AnswerPart, PartsReceipt, PutParts } from '@samhold/contract';

const graceMs = 24 * 3_600_000;

type Outcome = PartsReceipt['parts'][number]['outcome'];
type Upload = { readonly pupil: string; readonly order: number };
type Order = readonly [upload: number, part: number];
type Given = { readonly value: string; readonly order: Order };
type Known = { sealed: string; outcome: Outcome };

const later = (a: Order, b: Order) => a[0] - b[0] || a[1] - b[1];

/**
 * What the server promises about parts, in memory: each part once, whatever is repeated; of two answers to an item the later
 * start and the higher number hold; what comes after the grace waits. The api is held to the same by its own tests.
 */
export function createModelServer() {
  const uploads = new Map<string, Upload>();
  const known = new Map<string, Known>();
  const responses = new Map<
    string,
    { readonly answers: Map<string, Given>; ids: Set<string>; submitted: boolean }
  >();
  const setAside = new Map<string, number>();
  let closedAt = Infinity;

  function merge(upload: Upload, responseId: string, number: number, part: AnswerPart): void {
    const response = responses.get(upload.pupil) ?? {
      answers: new Map<string, Given>(),
      ids: new Set(),
      submitted: false,
    };
    responses.set(upload.pupil, response);
    response.ids.add(responseId);
    if (part.submit) response.submitted = true;
    for (const answer of part.answers) {
      const before = response.answers.get(answer.itemId);
      const order: Order = [upload.order, number];
      if (before !== undefined && later(before.order, order) >= 0) continue;
      response.answers.set(answer.itemId, {
        value: answer.type === 'option' ? answer.optionId : answer.type,
        order,
      });
    }
  }

  return {
    signIn(pupil: string): { readonly token: string } {
      const token = `${pupil}#${String(uploads.size)}`;
      uploads.set(token, { pupil, order: uploads.size });
      return { token };
    },
    nextPart: (token: string) =>
      Math.max(
        0,
        ...[...known.keys()]
          .filter((key) => key.startsWith(`${token} `))
          .map((key) => Number(key.split(' ')[1])),
      ) + 1,
    responseIdOf: (pupil: string) => [...(responses.get(pupil)?.ids ?? [])][0] ?? null,
    close(now: number): void {
      closedAt = Math.min(closedAt, now);
    },
    putParts(
      token: string,
      responseId: string,
      { parts, setAside: aside = 0 }: PutParts,
      now: number,
    ): PartsReceipt {
      const upload = uploads.get(token);
      if (upload === undefined) throw new Error('An upload nobody was given.');
      setAside.set(token, Math.max(setAside.get(token) ?? 0, aside));
      return {
        parts: parts.map(({ number, sealed }) => {
          const name = `${token} ${String(number)}`;
          const before = known.get(name);
          if (before !== undefined)
            return before.sealed === sealed
              ? { number, outcome: before.outcome }
              : { number, outcome: 'refused', code: 'part_differs' };
          const outcome = now > closedAt + graceMs ? 'held' : 'stored';
          known.set(name, { sealed, outcome });
          // Sealed by the simulation as it is written.
          const { part } = JSON.parse(sealed) as { part: AnswerPart };
          if (outcome === 'stored') merge(upload, responseId, number, part);
          return { number, outcome };
        }),
        submitted: responses.get(upload.pupil)?.submitted ?? false,
      };
    },
    /** The teacher takes in all that came too late. */
    takeInHeld(): void {
      for (const [name, entry] of known) {
        if (entry.outcome !== 'held') continue;
        const [token = '', number = ''] = name.split(' ');
        const { part, responseId } = JSON.parse(entry.sealed) as { part: AnswerPart; responseId: string };
        const upload = uploads.get(token);
        if (upload !== undefined) merge(upload, responseId, Number(number), part);
        entry.outcome = 'stored';
      }
    },
    setAside: () => [...setAside.values()].reduce((sum, count) => sum + count, 0),
    refused: () => [...known.values()].filter(({ outcome }) => outcome === 'refused').length,
    orderOf: (token: string) => uploads.get(token)?.order ?? -1,
    responseOf: (pupil: string) => responses.get(pupil),
  };
}
export type ModelServer = ReturnType<typeof createModelServer>;
