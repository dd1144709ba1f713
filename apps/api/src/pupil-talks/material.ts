import type { TalkMaterial } from '@samhold/contract';
import type { OwnAnswers } from '../pupils/answers.ts';
import type { OwnChoices } from '../pupils/choices.ts';

type Held = { readonly name: string; readonly closedAt: string };

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `én ${one}` : `${count} ${many}`;

/** The newest answer, and the one before it where it was another. */
const answerSentence = (
  text: string,
  answers: OwnAnswers['themes'][number]['items'][number]['answers'],
): string[] => {
  const given = answers.filter((answer) => answer !== null);
  const now = given.at(-1);
  if (now === undefined || answers.at(-1) === null) return [];
  const before = given.at(-2);
  const change = before === undefined || before.text === now.text ? '' : ` Forrige gang: ${before.text}.`;
  return [`${text} – ${now.text}.${change}`];
};

/** How many, never whom: the paper may lie on the table between the two who talk. */
const choiceSentences = (latest: OwnChoices | undefined): string[] => {
  if (latest === undefined) return [];
  if (!latest.responded) return ['Eleven svarte ikke på det siste sosiogrammet.'];
  return latest.criteria.map(({ title, chose, chosenBy, choseOutside }) => {
    const mutual = chose.filter((id) => chosenBy.includes(id)).length;
    const outside = choseOutside === 0 ? '' : ` og ${choseOutside} utenfor klassen`;
    return `${title}: Eleven valgte ${counted(chose.length, 'medelev', 'medelever')}${outside}, og ble valgt av ${counted(chosenBy.length, 'medelev', 'medelever')}. Gjensidige valg: ${mutual}.`;
  });
};

/** What the pupil's own answers give to talk about, from the newest round that the pupil answered. */
export const talkMaterial = (
  rounds: readonly Held[],
  { responded, themes }: OwnAnswers,
  choices: readonly OwnChoices[],
  wishes: readonly string[],
): TalkMaterial => {
  const last = responded.lastIndexOf(true);
  const round = rounds[last];
  return {
    round: round === undefined ? null : { name: round.name, closedAt: round.closedAt },
    themes:
      round === undefined
        ? []
        : themes.flatMap(({ name, items }) => {
            const sentences = items.flatMap((item) =>
              answerSentence(item.text, item.answers.slice(0, last + 1)),
            );
            return sentences.length === 0 ? [] : { name, sentences };
          }),
    choices: choiceSentences(choices.at(-1)),
    wishes: [...wishes],
  };
};
