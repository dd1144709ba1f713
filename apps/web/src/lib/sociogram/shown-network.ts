import type { Sociogram } from '@samhold/contract';

export type ShownChoice = { readonly from: string; readonly to: string };

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
  readonly choices: readonly ShownChoice[];
  readonly pupils: readonly ShownPupil[];
  readonly respondents: number;
};

/**
 * What one criterion shows, or all of them together (`criterionId` null): there a choice counts once, however many
 * criteria it was given on.
 */
export const shownNetwork = (sociogram: Sociogram, criterionId: string | null): ShownNetwork => {
  const asked = sociogram.criteria.filter(
    (criterion) => criterionId === null || criterion.criterionId === criterionId,
  );
  const byKey = new Map<string, ShownChoice>();
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
  return { choices, pupils, respondents: pupils.filter(({ responded }) => responded).length };
};
