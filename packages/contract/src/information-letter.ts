import Type, { type Static } from 'typebox';
import { LanguageCode, Shape } from './shared-shapes.ts';

/** The languages there is a letter to guardians in; of a draft nobody who speaks the language has read it through. */
export const InformationLetters = Shape({
  letters: Type.Array(Shape({ language: LanguageCode, endonym: Type.String(), draft: Type.Boolean() })),
});
export type InformationLetters = Static<typeof InformationLetters>;
