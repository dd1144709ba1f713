import type { ClassFileColumns, ClassFileMapping, ColumnMeaning } from '@samhold/contract';

export const meaningNames: Readonly<Record<ColumnMeaning, string>> = {
  class: 'Klasse',
  year: 'Skoleår',
  grade: 'Trinn',
  topic: 'Tema eller indikator',
  question: 'Spørsmål',
  score: 'Snitt, 1 til 5',
  share: 'Andel mobbet, i prosent',
  answers: 'Antall svar',
  topic_score: 'Snitt for temaet kolonnen heter',
  topic_share: 'Andel mobbet, kolonnen heter temaet',
  skip: 'Ikke ta med',
};

/** The file somebody has chosen, and what they say its columns mean. */
export class ClassFileDesk {
  readonly file: File;
  readonly found: ClassFileColumns;
  year = $state<number | null>(null);
  meanings = $state<Record<string, ColumnMeaning>>({});
  readonly hasYear = $derived(Object.values(this.meanings).includes('year'));

  constructor(file: File, found: ClassFileColumns) {
    this.file = file;
    this.found = found;
    this.year = found.years[0] ?? null;
    this.meanings = Object.fromEntries(found.columns.map(({ name, meaning }) => [name, meaning]));
  }

  get mapping(): ClassFileMapping {
    return {
      year: this.hasYear ? null : this.year,
      columns: this.found.columns.map(({ name }) => ({ name, meaning: this.meanings[name] ?? 'skip' })),
    };
  }
}
