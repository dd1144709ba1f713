import type { ShownNetwork } from './shown-network.ts';

const listing = new Intl.ListFormat('nb');

export type PupilTies = {
  readonly mutual: readonly string[];
  readonly chose: readonly string[];
  readonly chosenBy: readonly string[];
};

/** A pupil's classmates by tie, as ids: mutual ones are not repeated among the one-way ones. */
export const tiesOf = (network: ShownNetwork, pupilId: string): PupilTies => {
  const chose = network.choices.filter(({ from }) => from === pupilId).map(({ to }) => to);
  const chosenBy = network.choices.filter(({ to }) => to === pupilId).map(({ from }) => from);
  return {
    mutual: chose.filter((id) => chosenBy.includes(id)),
    chose: chose.filter((id) => !chosenBy.includes(id)),
    chosenBy: chosenBy.filter((id) => !chose.includes(id)),
  };
};

/** The pupil's ties in whole sentences: how many of how many, who, and what is not known. */
export const tiesInWords = (network: ShownNetwork, pupilId: string): readonly string[] => {
  const pupil = network.pupils.find((one) => one.pupilId === pupilId);
  if (pupil === undefined) return [];
  const labels = new Map(network.pupils.map((one) => [one.pupilId, one.label]));
  const names = (ids: readonly string[]) =>
    listing.format(ids.map((id) => labels.get(id) ?? '').sort((a, b) => a.localeCompare(b, 'nb')));
  const { mutual, chose, chosenBy } = tiesOf(network, pupilId);
  const others = network.respondents - (pupil.responded ? 1 : 0);
  const sentences = [
    others === 0 ? 'Ingen andre har svart.' : `Valgt av ${pupil.received} av ${others} som svarte.`,
  ];
  if (mutual.length > 0) sentences.push(`Gjensidig med ${names(mutual)}.`);
  if (chosenBy.length > 0) {
    sentences.push(mutual.length > 0 ? `Også valgt av ${names(chosenBy)}.` : `Valgt av ${names(chosenBy)}.`);
  }
  if (!pupil.responded) return [...sentences, `${pupil.label} har ikke svart, så egne valg er ikke kjent.`];
  if (chose.length > 0) {
    sentences.push(mutual.length > 0 ? `Valgte også ${names(chose)}.` : `Valgte ${names(chose)}.`);
  }
  const none = mutual.length + chose.length === 0;
  if (pupil.givenOutside > 0)
    return [...sentences, `Valgte ${none ? 'bare' : 'også'} ${pupil.givenOutside} utenfor klassen.`];
  return none ? [...sentences, `${pupil.label} valgte ingen.`] : sentences;
};
