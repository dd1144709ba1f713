import { readConfig } from '../../apps/api/src/config.ts';
import {
  addSchool,
  renewLink,
  SchoolRefused,
  type Refusal,
  type SchoolDeps,
} from '../../apps/api/src/schools/add-school.ts';
import type { Output } from '../backup/output.ts';
import { WrongUse } from '../roster/arguments.ts';
import { withDatabase, type Places } from '../roster/with-database.ts';
import { help, readCreateWish, type CreateWish } from './create-wish.ts';

const REFUSED = 1;
const WRONG_USE = 2;

const sentences: Readonly<Record<Refusal, string>> = {
  number_wrong: 'Organisasjonsnummeret stemmer ikke. Se over de ni sifrene.',
  number_taken: 'En skole her har allerede dette organisasjonsnummeret.',
  owner_unknown: 'Skoleeieren finnes ikke her. Er den ny, legg til --new-owner.',
  owner_ambiguous: 'Flere skoleeiere heter det samme. Bruk id-en i stedet for navnet.',
  owner_exists: 'Det finnes allerede en skoleeier som heter det. Ta bort --new-owner.',
};

const reasonOf = ({ because, owners }: SchoolRefused): string =>
  [
    `Skolen er ikke laget. ${sentences[because]}`,
    ...(owners.length === 0 ? [] : ['Skoleeiere her:']),
    ...owners.map(({ ownerId, name }) => `  ${name}  ${ownerId}`),
  ].join('\n');

const carryOut = async (
  deps: SchoolDeps,
  wish: Exclude<CreateWish, { kind: 'help' }>,
  { result, note }: Output,
): Promise<number> => {
  const link =
    wish.kind === 'school'
      ? await addSchool(deps, wish.school)
      : await renewLink(deps, wish.organisationNumber);
  if (link === undefined) {
    note(
      'Det er ikke laget noen lenke. Skolen finnes ikke her, eller så kan en administrator allerede logge inn.',
    );
    return REFUSED;
  }
  if (wish.kind === 'school') note(`${wish.school.name} er laget.`);
  note('Gi denne lenken til skolens første administrator. Den virker én gang, i 24 timer:');
  result(link);
  return 0;
};

/** Makes a school, or a new link to one, and says what came of it. Returns the exit code. */
export const createSchoolCommand = async (
  args: readonly string[],
  places: Places,
  output: Output,
): Promise<number> => {
  try {
    const wish = readCreateWish(args);
    if (wish.kind === 'help') {
      output.result(help);
      return 0;
    }
    const { publicUrl } = readConfig();
    return await withDatabase(places, (db, keyring) =>
      carryOut({ db, keyring, publicUrl, now: () => new Date() }, wish, output),
    );
  } catch (error) {
    if (error instanceof WrongUse) {
      output.note(`${error.message} Se npm run -s create-school -- --help.`);
      return WRONG_USE;
    }
    const text = error instanceof Error ? error.message : String(error);
    output.note(error instanceof SchoolRefused ? reasonOf(error) : `Skolen er ikke laget. ${text}`);
    return REFUSED;
  }
};
