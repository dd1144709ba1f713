import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { nameClass } from '../../apps/api/src/demo/generate/name-people.ts';
import { randomStream } from '../../apps/api/src/demo/generate/random-stream.ts';
import { reportHash, reportToken } from '../../apps/api/src/publications/report-link.ts';
import { schoolNameOf } from '../../apps/api/src/demo/kommune/school-names.ts';
import { pictures } from '../../packages/contract/src/index.ts';
import type { Keyring, Rewrite } from '../../packages/db/src/index.ts';

const bytes = (value: Buffer): string => `\\\\x${value.toString('hex')}`;

/** The digit that makes eight digits an organisation number; eleven of a hundred have none. */
const withControl = (first: number): string | undefined => {
  const sum = [...String(first)].reduce(
    (so, digit, i) => so + Number(digit) * ([3, 2, 7, 6, 5, 4, 3, 2][i] ?? 0),
    0,
  );
  const control = (11 - (sum % 11)) % 11;
  return control === 10 ? undefined : `${first}${control}`;
};

/** No such number is given out: those of enterprises begin with 8 or 9. */
export const organisationNumberOf = (number: number): string => {
  for (let first = 10_000_000 + number * 20; ; first += 1) {
    const found = withControl(first);
    if (found !== undefined) return found;
  }
};

/** What COPY writes a backslash before. */
const plain = (field: string): string =>
  field.replace(/\\(.)/g, (_, letter: string) => ({ n: '\n', t: '\t', r: '\r' })[letter] ?? letter);

const copied = (text: string): string => text.replace(/[\\\n\t\r]/g, (one) => escapes[one] ?? one);
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' };

/** As it is stored of a document that was given out. */
const hashOf = (document: unknown): string =>
  bytes(
    createHash('sha256')
      .update(canonicalize(document) ?? '')
      .digest(),
  );

/**
 * What a copy of a school has of its own: its name, number and key, the names and picture codes sealed by that key, and the
 * hash of each release; its reports bear its name and have links of their own.
 */
export const sealedAnew =
  (keyring: Keyring, seed: number, number: number, ownerId: string) =>
  (schoolId: string): Readonly<Record<string, Rewrite>> => {
    const key = keyring.newSchoolKey(schoolId);
    const sealer = keyring.sealerFor(schoolId, key);
    const random = randomStream(seed, 'kommune', number);
    const taken = new Set<string>();
    let people = 0;
    const seal = (table: string, column: string, row: string, text: string): string =>
      bytes(sealer.seal(text, { table, column, row }));
    return {
      school: (row) => ({
        ...row,
        ...{
          owner_id: ownerId,
          name: schoolNameOf(number),
          organisation_number: organisationNumberOf(number),
        },
        wrapped_key: bytes(key),
      }),
      sealed_person: (row) => {
        const [name] = nameClass(1, taken, random, { withNamesakes: false, mustHave: null });
        const { person_id: id = '', kind = '' } = row;
        const externalId = `${kind}-${number}-${(people += 1)}`;
        return {
          ...row,
          given_name: seal('sealed_person', 'given_name', id, name?.givenName ?? ''),
          family_name: seal('sealed_person', 'family_name', id, name?.familyName ?? ''),
          external_id: seal('sealed_person', 'external_id', id, externalId),
          external_id_hash: bytes(sealer.lookupHash(kind, externalId)),
        };
      },
      pupil: (row) => {
        const code = random.shuffled(pictures).slice(0, 3).join(',');
        return { ...row, picture_code: seal('pupil', 'picture_code', row['pupil_id'] ?? '', code) };
      },
      release: (row) => ({ ...row, hash: hashOf(JSON.parse(plain(row['document'] ?? ''))) }),
      publication: (row) => {
        const document = JSON.parse(plain(row['document'] ?? '')) as object;
        const own = { ...document, schoolName: schoolNameOf(number) };
        const token = reportToken(keyring, row['publication_id'] ?? '');
        return {
          ...row,
          ...{ document: copied(JSON.stringify(own)), hash: hashOf(own) },
          link_hash: bytes(reportHash(keyring, token)),
        };
      },
    };
  };
