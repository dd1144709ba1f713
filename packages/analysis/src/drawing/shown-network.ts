import type { HandPlaces } from '../layout/place-by-hand.ts';
import type { Point } from '../layout/sociogram.ts';
import type { Choice } from '../network.ts';

export type ShownPupil = {
  readonly pupilId: string;
  readonly label: string;
  readonly responded: boolean;
  /** Classmates who chose this pupil. */
  readonly received: number;
  /** Null for a pupil who did not answer: nothing is known about whom they would choose. */
  readonly given: number | null;
  readonly mutual: number | null;
  /** How many of other classes the pupil chose, where the round let pupils do so. */
  readonly givenOutside: number;
};

export type ShownNetwork = {
  readonly choices: readonly Choice[];
  readonly pupils: readonly ShownPupil[];
  readonly respondents: number;
  /** Of the pupils somebody has moved by hand. */
  readonly places?: HandPlaces;
};

/** What was answered in one sitting of a class, by criterion. */
export type AnsweredSociogram = {
  readonly pupils: readonly {
    readonly pupilId: string;
    readonly label: string;
    readonly responded: boolean;
  }[];
  readonly criteria: readonly { readonly criterionId: string; readonly choices: readonly Choice[] }[];
  /** How many of other classes a pupil chose, of those who chose any; on all criteria together when null. */
  readonly givenOutside: readonly {
    readonly criterionId: string | null;
    readonly pupilId: string;
    readonly count: number;
  }[];
  /** Where pupils were put by hand, in px of the frame of 1000 × 750. */
  readonly places?: readonly { readonly pupilId: string; readonly place: Point }[];
};

/**
 * What one criterion shows, or all of them together (`criterionId` null): there a choice counts once, however many
 * criteria it was given on.
 */
export const shownNetwork = (sociogram: AnsweredSociogram, criterionId: string | null): ShownNetwork => {
  const asked = sociogram.criteria.filter(
    (criterion) => criterionId === null || criterion.criterionId === criterionId,
  );
  const byKey = new Map<string, Choice>();
  for (const { choices } of asked) {
    for (const { from, to } of choices) byKey.set(`${from}>${to}`, { from, to });
  }
  const choices = [...byKey.values()];
  const pupils = sociogram.pupils.map(({ pupilId, label, responded }) => {
    const given = choices.filter(({ from }) => from === pupilId);
    const mutual = given.filter(({ to }) => byKey.has(`${to}>${pupilId}`));
    return {
      pupilId,
      label,
      responded,
      received: choices.filter(({ to }) => to === pupilId).length,
      given: responded ? given.length : null,
      mutual: responded ? mutual.length : null,
      givenOutside:
        sociogram.givenOutside.find((row) => row.criterionId === criterionId && row.pupilId === pupilId)
          ?.count ?? 0,
    };
  });
  const places = new Map(sociogram.places?.map(({ pupilId, place }) => [pupilId, place]));
  return { choices, pupils, respondents: pupils.filter(({ responded }) => responded).length, places };
};
