import { expect } from 'vitest';
import { json } from '../browser.ts';
import { rosterHeader, rosterOf } from '../class-with-teacher.ts';
import type { SeatedSchool } from '../seated-school.ts';

export type PlantedPupil = {
  readonly given: string;
  readonly family: string;
  readonly externalId: string;
  readonly alias: { readonly givenName: string; readonly familyName: string };
};

/**
 * Two pupils of one class with names found nowhere else, first and last by name before and after they are hidden, so that every list keeps its
 * order: what the tests' schools do about the first of a class they do about one of these, and the last has the signal.
 */
export const firstPlanted: PlantedPupil = {
  ...{ given: 'Abraxelinde', family: 'Kvistrolmsen', externalId: 'kilde-4b81c-plantet' },
  alias: { givenName: 'Abelonette', familyName: 'Ulvestrand' },
};
export const lastPlanted: PlantedPupil = {
  ...{ given: 'Zyxelinde', family: 'Qvornestad', externalId: 'kilde-7f3a9-plantet' },
  alias: { givenName: 'Zorabella', familyName: 'Ulvund' },
};
export const plantedPupils = [firstPlanted, lastPlanted] as const;

const line = ({ given, family, externalId }: PlantedPupil): string =>
  `5A,5,${given},${family},${externalId}\n`;
export const plantedRoster = `${rosterHeader}${line(firstPlanted)}${rosterOf('5A', 5, 10)}${line(lastPlanted)}${rosterOf('5B', 5, 6)}`;

const anyOf = (texts: readonly string[]): RegExp => new RegExp(texts.join('|'), 'i');
/** What must be read nowhere once they are hidden. */
export const anyReal = anyOf(
  plantedPupils.flatMap(({ given, family, externalId }) => [given, family, externalId]),
);
export const anyAlias = anyOf(
  plantedPupils.flatMap(({ alias: { givenName, familyName } }) => [givenName, familyName]),
);

/** The id of a planted pupil, by the name the class's own teacher sees. */
export const idOfPlanted = ({ cards }: Pick<SeatedSchool, 'cards'>, { given }: PlantedPupil): string =>
  cards.find(({ pupil }) => pupil.label === given)?.pupil.pupilId ?? expect.fail(`${given} is not there.`);

/** Lets both be known by their aliases only. */
export const hidePlanted = async (seated: SeatedSchool): Promise<void> => {
  for (const one of plantedPupils) {
    const wish = { pupilId: idOfPlanted(seated, one), ...one.alias };
    const answer = await seated.browserOf('principal')('/api/v1/hidden-pupils', json('POST', wish));
    if (!answer.ok) throw new Error(await answer.text());
  }
};
