import type {
  CoieDodgeFigures,
  InvestigationInput,
  InvestigationRatings,
  MaassenLandsheerFigures,
  NewcombBukowskiFigures,
  StatusCode,
  StatusResult,
} from '../../packages/analysis/src/index.ts';

type Coded = { readonly pupilId: string; readonly code: StatusCode };

/** Lists follow `roster`; a pupil nobody could name has null in them, and no code. */
export function coieDodgeJson(input: InvestigationInput, result: StatusResult<CoieDodgeFigures>) {
  const column = columnsOf(input.roster, result.pupils);
  return {
    ...head(input, result),
    LM: column((pupil) => pupil.liked),
    LL: column((pupil) => pupil.disliked),
    eligibleNominators: column((pupil) => pupil.possible),
    status: codesOf(result.pupils),
    overlap: result.pupils.flatMap(({ pupilId, meets }) => (meets.length > 1 ? [[pupilId, meets]] : [])),
    zLM: column((pupil) => pupil.zLiked),
    zLL: column((pupil) => pupil.zDisliked),
    SP: column((pupil) => pupil.preference),
    SI: column((pupil) => pupil.impact),
  };
}

export function newcombBukowskiJson(input: InvestigationInput, result: StatusResult<NewcombBukowskiFigures>) {
  const figures = (pupil: NewcombBukowskiFigures) => ({
    LM: pupil.liked,
    LL: pupil.disliked,
    SI: pupil.impact,
    n: pupil.possible,
    pUpperLM: pupil.upperLiked,
    pUpperLL: pupil.upperDisliked,
    pLowerSI: pupil.lowerImpact,
    expLM: pupil.expectedLiked,
    expLL: pupil.expectedDisliked,
    status: pupil.code,
  });
  return {
    ...head(input, result),
    status: codesOf(result.pupils),
    result: byPupil(result.pupils, figures),
  };
}

export function maassenLandsheerJson(
  ratings: InvestigationRatings,
  result: StatusResult<MaassenLandsheerFigures>,
) {
  const figures = (pupil: MaassenLandsheerFigures) => ({
    n: pupil.raters,
    S: pupil.sympathy,
    A: pupil.antipathy,
    P: pupil.preference,
    I: pupil.impact,
    lowerP: pupil.lowerPreference,
    upperP: pupil.upperPreference,
    lowerI: pupil.lowerImpact,
    upperI: pupil.upperImpact,
    eS: pupil.expectedSympathy,
    eA: pupil.expectedAntipathy,
    eP: pupil.expectedPreference,
    eI: pupil.expectedImpact,
    status: pupil.code,
  });
  return {
    roster: ratings.roster,
    scale: ratings.scale,
    notComputed: result.notComputed,
    dropped: ratings.dropped,
    status: codesOf(result.pupils),
    result: byPupil(result.pupils, figures),
  };
}

const head = (input: InvestigationInput, { notComputed }: StatusResult<Coded>) => ({
  roster: input.roster,
  nominators: input.respondents,
  participation: input.roster.length === 0 ? null : input.respondents.length / input.roster.length,
  notComputed,
  dropped: input.dropped,
});

const codesOf = (pupils: readonly Coded[]): Readonly<Record<string, StatusCode>> =>
  Object.fromEntries(pupils.map(({ pupilId, code }) => [pupilId, code]));

const byPupil = <Figures extends Coded, Value>(pupils: readonly Figures[], of: (pupil: Figures) => Value) =>
  Object.fromEntries(pupils.map((pupil) => [pupil.pupilId, of(pupil)]));

function columnsOf<Figures extends Coded>(roster: readonly string[], pupils: readonly Figures[]) {
  const byId = new Map(pupils.map((pupil) => [pupil.pupilId, pupil]));
  return (of: (pupil: Figures) => number): readonly (number | null)[] =>
    roster.map((id) => {
      const pupil = byId.get(id);
      return pupil === undefined ? null : of(pupil);
    });
}
