import Type, { type Static } from 'typebox';
import { Count, Shape } from './shared-shapes.ts';

/** What a column of a school's own spreadsheet of Elevundersøkelsen means. `topic_…`: its name is the topic. */
export const ColumnMeaning = Type.Union([
  Type.Literal('class'),
  Type.Literal('year'),
  Type.Literal('grade'),
  Type.Literal('topic'),
  Type.Literal('question'),
  Type.Literal('score'),
  Type.Literal('share'),
  Type.Literal('answers'),
  Type.Literal('topic_score'),
  Type.Literal('topic_share'),
  Type.Literal('skip'),
]);
export type ColumnMeaning = Static<typeof ColumnMeaning>;

const name = Type.String({ minLength: 1, maxLength: 300 });

export const ClassColumn = Shape({
  name,
  /** Some of the values in it. */
  examples: Type.Array(Type.String()),
  meaning: ColumnMeaning,
  /** The school said so before; else it is a guess by the name. */
  remembered: Type.Boolean(),
});
export type ClassColumn = Static<typeof ClassColumn>;

export const ClassFileColumns = Shape({
  columns: Type.Array(ClassColumn),
  rows: Count,
  /** The years to choose among where no column has it; the year a school year begins in. */
  years: Type.Array(Count),
});
export type ClassFileColumns = Static<typeof ClassFileColumns>;

export const ClassFileMapping = Shape({
  year: Type.Union([Count, Type.Null()]),
  columns: Type.Array(Shape({ name, meaning: ColumnMeaning }), { maxItems: 200 }),
});
export type ClassFileMapping = Static<typeof ClassFileMapping>;
