import { drawPicture, pictureRequest, ringWords, sociogramSvg } from '@samhold/analysis';
import { writtenDay } from '../../calendar-days.ts';
import type { SociogramFile } from './file-content.ts';

const viewWords = { network: 'Sosiogram', target: 'Målskive' } as const;

export const titleOf = ({ view, className, criterion }: SociogramFile): string =>
  `${viewWords[view]} for ${className}: ${criterion}`;

export const basisOf = ({ roundName, basis, day, mutualOnly }: SociogramFile): string =>
  [roundName, basis, ...(mutualOnly ? ['bare gjensidige valg'] : []), writtenDay(day)].join(' · ');

/** What a reader should know before taking more from the picture than it says. */
export const cautionOf = ({ view }: SociogramFile): string =>
  view === 'target'
    ? 'Ventet er det som ville kommet av tilfeldige valg. Ringen sier noe om valgene i denne runden, ikke om eleven.'
    : 'Avstanden i bildet er tegnet for at det skal være lett å lese. Den måler ikke vennskap.';

const notesOf = (file: SociogramFile, rings: readonly (keyof typeof ringWords)[]): readonly string[] => [
  ...(rings.length === 0
    ? []
    : [`Ringene, fra midten og ut: ${rings.map((ring, at) => `${at + 1}) ${ringWords[ring]}`).join(', ')}.`]),
  cautionOf(file),
];

/** The picture as the page shows it, as SVG. With `alone` it brings no heading of its own. */
export const asDrawing = (file: SociogramFile, alone: boolean): string => {
  const { whole, network, earlier, view, namesHidden, mutualOnly, schoolName } = file;
  const picture = drawPicture(pictureRequest(whole, network === whole ? null : network, view, earlier));
  const rings = (picture.rings ?? []).map(({ ring }) => ring);
  return sociogramSvg({
    picture,
    respondents: new Set(network.pupils.flatMap(({ pupilId, responded }) => (responded ? [pupilId] : []))),
    mutualOnly,
    heading: alone ? { title: titleOf(file), lines: [basisOf(file)] } : null,
    notes: alone
      ? [
          ...notesOf(file, rings),
          namesHidden ? schoolName : `${schoolName} · Inneholder opplysninger om elever`,
        ]
      : notesOf(file, rings),
    alternative: alternativeOf(file),
  });
};

export const alternativeOf = (file: SociogramFile): string => {
  const mutual = file.ties.filter((tie) => tie.mutual).length / 2;
  return `${titleOf(file)}. ${basisOf(file)}. ${file.pupils.length} elever, ${file.ties.length} valg, ${mutual} gjensidige par.`;
};
