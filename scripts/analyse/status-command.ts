import {
  asherDodgeNominations,
  coieDodgeStatus,
  investigationInput,
  maassenLandsheerStatus,
  newcombBukowskiStatus,
  nominationsFromRatings,
  type CoieDodgeOptions,
  type InvestigationBasis,
  type InvestigationInput,
  type InvestigationRatings,
} from '../../packages/analysis/src/index.ts';
import type { Arguments } from './arguments.ts';
import { BadInput } from './bad-input.ts';
import type { Command, Note } from './command.ts';
import { choicesIn, idsIn, readEdges } from './read-edges.ts';
import { noteDropped } from './read-network.ts';
import { ratingsOf } from './read-rating-answers.ts';
import { readRespondents, readRoster } from './read-roster.ts';
import { selectRows, wantedValue } from './select.ts';
import { statusMethod, statusOptions } from './status-options.ts';
import { coieDodgeJson, maassenLandsheerJson, newcombBukowskiJson } from './status-json.ts';

const basis: InvestigationBasis = { kind: 'research', purpose: 'a file its user already has' };

export const statusCommand: Command = {
  summary: 'sosiometrisk status med negative svar, bare for undersøkelser og forskning',
  about:
    'Sosiometrisk status etter svar på hvem elevene liker best og minst, eller etter vurderinger. Bare for undersøkelser etter kapittel 12 og forskning. Kodene beskriver svar på én dag og vises aldri som en dom over et barn.',
  example: '--edges valg.csv --likes liker --dislikes misliker | --ratings vurderinger.csv',
  options: statusOptions,
  run: (args, folder, note) => {
    const method = statusMethod(args);
    const ratings = () => ratingsOf(args, folder, basis, note);
    const alpha = args.number('alpha', (value) => value > 0 && value < 1) ?? 0.05;
    note('Kodene beskriver svar på én dag og skal ikke vises som en dom over et barn.');
    switch (method) {
      case 'maassen-landsheer': {
        const answers = ratings();
        const result = maassenLandsheerStatus(answers, { alpha });
        return { method, options: { alpha }, ...maassenLandsheerJson(answers, result) };
      }
      case 'newcomb-bukowski': {
        const input = nominations(args, folder, ratings, note);
        const controversial = args.oneOf('controversial', ['above', 'at-or-above']) ?? 'above';
        const options = { alpha, controversial };
        return { method, options, ...newcombBukowskiJson(input, newcombBukowskiStatus(input, options)) };
      }
      default: {
        const options: CoieDodgeOptions = {
          definition: method === 'coie-dodge-1982' ? 1982 : 1983,
          deviation: args.oneOf('sd', ['sample', 'population']) ?? 'sample',
          score: args.oneOf('score', ['share', 'count']) ?? 'share',
          scale: args.has('raw') ? 'raw' : 'restandardised',
        };
        const input =
          method === 'asher-dodge'
            ? likesBesideRatings(args, folder, ratings())
            : nominations(args, folder, ratings, note);
        return { method, options, ...coieDodgeJson(input, coieDodgeStatus(input, options)) };
      }
    }
  },
};

/** Likes and dislikes: by their relations, or from ratings at the ends of the scale. */
function nominations(
  args: Arguments,
  folder: string,
  ratings: () => InvestigationRatings,
  note: Note,
): InvestigationInput {
  if (args.has('ratings')) {
    const answers = ratings();
    const likeFrom = args.number('like-from') ?? answers.scale.highest;
    const dislikeTo = args.number('dislike-to') ?? answers.scale.lowest;
    if (dislikeTo >= likeFrom) throw new BadInput('--dislike-to må være lavere enn --like-from.');
    return nominationsFromRatings(answers, { likeFrom, dislikeTo });
  }
  const [likes, dislikes] = [args.text('likes'), args.text('dislikes')];
  if (likes === undefined || dislikes === undefined)
    throw new BadInput('Gi --likes NAVN og --dislikes NAVN, eller --ratings FIL.');
  if (likes === dislikes) throw new BadInput('--likes og --dislikes er det samme spørsmålet.');
  const table = readEdges(args, folder);
  const wave = wantedValue(args, 'wave');
  const rows = selectRows(table, table.selected, 'wave', wave);
  const choices = (relation: string) => choicesIn(table, selectRows(table, rows, 'relation', relation), args);
  const roster = readRoster(args, folder, wave)?.ids ?? idsIn(rows);
  const input = investigationInput(basis, {
    roster,
    respondents: readRespondents(args, folder, wave) ?? roster,
    likes: choices(likes),
    dislikes: choices(dislikes),
  });
  noteDropped(input.dropped.likes, note);
  noteDropped(input.dropped.dislikes, note);
  if (input.dropped.both > 0)
    note(`${input.dropped.both} par var nevnt som både likt og mislikt, og er tatt ut.`);
  return input;
}

/** Asher & Dodge 1986: likes by their relation, dislikes by the lowest rating. */
function likesBesideRatings(
  args: Arguments,
  folder: string,
  ratings: InvestigationRatings,
): InvestigationInput {
  const likes = args.text('likes');
  if (likes === undefined)
    throw new BadInput('asher-dodge trenger --edges FIL, --likes NAVN og --ratings FIL.');
  const table = readEdges(args, folder);
  const rows = selectRows(table, table.selected, 'wave', wantedValue(args, 'wave'));
  return asherDodgeNominations(ratings, choicesIn(table, selectRows(table, rows, 'relation', likes), args));
}
