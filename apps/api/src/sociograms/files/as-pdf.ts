import { tiesInWords } from '@samhold/analysis';
import { makeDocument } from '../../documents/document.ts';
import { alternativeOf, asDrawing, basisOf, titleOf } from './as-drawing.ts';
import type { SociogramFile } from './file-content.ts';

const body = `
#image(bytes(content.drawing), format: "svg", alt: content.alternative, width: 100%)
#pagebreak()
== Valg per elev
#data-table(columns: (1fr, auto, auto, auto), header: ([Elev], [Valgt av], [Valgte], [Gjensidige]),
  ..content.pupils.map(pupil => (name(pupil.label), pupil.received, pupil.given, pupil.mutual)).flatten())
== I setninger
#for pupil in content.pupils [
  #block(breakable: false)[
    === #name(pupil.label)
    #pupil.sentences
  ]
]
`;

/** Holds a name together in a sentence that runs the other way (Unicode bidirectional isolates). */
const isolated = (label: string): string => (label === '' ? '' : `\u2068${label}\u2069`);

/** For printing: the picture on the first page, and the same in a table and in sentences. `day` is the day it is printed. */
export const asPdf = (file: SociogramFile, day: string): Buffer => {
  const { network, pupils } = file;
  const inWords = {
    ...network,
    pupils: network.pupils.map((pupil) => ({ ...pupil, label: isolated(pupil.label) })),
  };
  return makeDocument(
    {
      title: titleOf(file),
      subtitle: basisOf(file),
      schoolName: file.schoolName,
      day,
      namesPupils: !file.namesHidden,
    },
    body,
    {
      drawing: asDrawing(file, false),
      alternative: alternativeOf(file),
      pupils: pupils.map((pupil) => ({
        label: pupil.label,
        received: `${pupil.received} av ${network.respondents - Number(pupil.responded)}`,
        given: givenOf(pupil),
        mutual: pupil.mutual === null ? '–' : String(pupil.mutual),
        sentences: tiesInWords(inWords, pupil.pupilId).join(' '),
      })),
    },
  );
};

const givenOf = ({ given, givenOutside }: SociogramFile['pupils'][number]): string => {
  if (given === null) return 'har ikke svart';
  return givenOutside > 0 ? `${given} og ${givenOutside} utenfor klassen` : String(given);
};
