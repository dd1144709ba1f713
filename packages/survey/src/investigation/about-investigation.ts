import type { Texts } from '../language.ts';

/** Page one of an investigation: who sees what, and what for, in the order it is shown and read aloud. */
export const aboutInvestigation: readonly Texts[] = [
  {
    nb: 'Skolen spør fordi alle skal ha det trygt og godt her, og fordi noen kanskje ikke har det sånn.',
    nn: 'Skulen spør fordi alle skal ha det trygt og godt her, og fordi nokon kanskje ikkje har det slik.',
    en: 'The school asks because everyone should be safe and well here, and because somebody may not be.',
  },
  {
    nb: 'De voksne som står under her, får vite hvor mange som har svart et navn. De får ikke se hvem som svarte hva.',
    nn: 'Dei vaksne som står under her, får vite kor mange som har svart eit namn. Dei får ikkje sjå kven som svarte kva.',
    en: 'The adults named below get to know how many have answered a name. They do not see who answered what.',
  },
  {
    nb: 'Svarer mange det samme, kan en voksen snakke med den det gjelder, og høre hva han eller hun mener.',
    nn: 'Svarer mange det same, kan ein vaksen snakke med den det gjeld, og høyre kva han eller ho meiner.',
    en: 'If many answer the same, an adult may talk with the one it is about, and hear what he or she thinks.',
  },
  {
    nb: 'De andre elevene får ikke se svarene dine. Svarene blir slettet når de voksne er ferdige.',
    nn: 'Dei andre elevane får ikkje sjå svara dine. Svara blir sletta når dei vaksne er ferdige.',
    en: 'The other pupils do not see your answers. The answers are deleted when the adults are done.',
  },
];
