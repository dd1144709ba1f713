import type { PupilTalk, TalkState, TalkTerm } from '@samhold/contract';
import type { SchoolSealer } from '@samhold/db';
import type { SavedTalk } from './queries.ts';

type Content = Pick<PupilTalk, 'topics' | 'agreed'>;

const contentPlace = (talkId: string, version: number) =>
  ({ table: 'pupil_talk_version', column: 'content', row: `${talkId} ${version}` }) as const;

export const sealContent = (
  sealer: SchoolSealer,
  talkId: string,
  version: number,
  { topics, agreed }: Content,
): Buffer => sealer.seal(JSON.stringify({ topics, agreed }), contentPlace(talkId, version));

const day = (value: Date | string | null): string | null => (value === null ? null : String(value));

export const openTalk = (
  sealer: SchoolSealer,
  names: ReadonlyMap<string, string>,
  row: SavedTalk,
): PupilTalk => ({
  // The column's check constraint allows exactly these.
  term: row.term as TalkTerm,
  version: row.version,
  // Written by sealContent only.
  ...(JSON.parse(sealer.open(row.content, contentPlace(row.pupil_talk_id, row.version))) as Content),
  heldOn: day(row.held_on),
  nextOn: day(row.next_on),
  savedBy: names.get(row.staff_id) ?? '–',
  savedAt: row.written_at.toISOString(),
});

export const emptyTalk = (term: TalkTerm): PupilTalk => ({
  ...{ term, version: 0, topics: '', agreed: '' },
  ...{ heldOn: null, nextOn: null, savedBy: null, savedAt: null },
});

/** A talk without a day on which it was held is prepared once anything of it is saved. */
export const stateOf = (talk: Pick<SavedTalk, 'held_on'> | undefined): TalkState => {
  if (talk === undefined) return 'not_prepared';
  return talk.held_on === null ? 'prepared' : 'held';
};

export const summaryOf = (talk: SavedTalk | undefined) => ({
  state: stateOf(talk),
  heldOn: day(talk?.held_on ?? null),
  nextOn: day(talk?.next_on ?? null),
});
