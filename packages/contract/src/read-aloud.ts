import type { LanguageCode } from '@samhold/survey';
import Type, { type Static } from 'typebox';
import { Count, Id, Moment, Shape } from './shared-shapes.ts';

/** What one recording may weigh: half a minute of speech takes a third of it. */
export const LARGEST_CLIP = 512 * 1024;

const Language = Type.String({ minLength: 2, maxLength: 5 });
const ReadText = Type.String({ minLength: 1, maxLength: 500 });

/**
 * One text read aloud by staff. `sourceText` is the Norwegian text; `shownText` is what the pupil sees in `language`: the
 * translation, or the Norwegian text where there is none. When either changes, the clip is of another text.
 */
export const Clip = Shape({
  clipId: Id,
  language: Language,
  sourceText: ReadText,
  shownText: ReadText,
  version: Count,
  recordedBy: Type.String(),
  recordedAt: Moment,
});
export type Clip = Static<typeof Clip>;

/** The school's own questions of one questionnaire: each text that is read aloud, in the languages it is written in. */
export const OwnReadAloud = Shape({
  title: Type.String(),
  texts: Type.Array(
    Type.Unsafe<Partial<Record<LanguageCode, string>>>(Type.Record(Type.String(), Type.String())),
  ),
});
export type OwnReadAloud = Static<typeof OwnReadAloud>;

/** The newest recording of each text, and whether pupils hear it rather than a voice of the tablet. */
export const ClipList = Shape({
  clipsFirst: Type.Boolean(),
  /** What pupils of the school are offered. */
  languages: Type.Array(Language),
  clips: Type.Array(Clip),
  own: Type.Array(OwnReadAloud),
});
export type ClipList = Static<typeof ClipList>;

/** The audio is WebM with Opus or MP4 with AAC, in base64. */
export const RecordClip = Shape({
  language: Language,
  sourceText: ReadText,
  shownText: ReadText,
  audio: Type.String({ minLength: 1, pattern: '^[A-Za-z0-9+/]+={0,2}$' }),
});
export type RecordClip = Static<typeof RecordClip>;

export const ClipOrder = Shape({ clipsFirst: Type.Boolean() });
export type ClipOrder = Static<typeof ClipOrder>;

/** For a class that has its questions read aloud, the speakers are large. */
export const ClassReadAloud = Shape({ on: Type.Boolean() });
export type ClassReadAloud = Static<typeof ClassReadAloud>;

/** The languages the tablets of a class offer. Norwegian (bokmål) is always among them. */
export const ClassLanguages = Shape({ languages: Type.Array(Language, { maxItems: 30 }) });
export type ClassLanguages = Static<typeof ClassLanguages>;

/** How the tablets of a class are set. */
export const ClassTablets = Shape({
  readAloud: Type.Boolean(),
  /** What pupils of the school are offered. */
  offered: Type.Array(Language),
  /** Of those, what pupils of this class are shown. */
  languages: Type.Array(Language),
});
export type ClassTablets = Static<typeof ClassTablets>;

/** What a pupil can hear: by language and text shown, the newest recording. */
export const PupilReadAloud = Shape({
  on: Type.Boolean(),
  clipsFirst: Type.Boolean(),
  clips: Type.Array(Shape({ language: Language, text: ReadText, clipId: Id })),
});
export type PupilReadAloud = Static<typeof PupilReadAloud>;
