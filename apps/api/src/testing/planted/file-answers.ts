import { readFileSync } from 'node:fs';
import { accessTable, seats, type Seat } from '../../access/access-table.ts';
import { callOf, type Call } from '../call-of.ts';
import type { SeatedSchool } from '../seated-school.ts';
import type { TestHouse } from '../test-house.ts';

type Schema = {
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
};
type Media = Readonly<Record<string, { readonly schema?: Schema & { readonly format?: string } }>>;
type Operation = {
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content?: Media };
  readonly responses: Readonly<Record<string, { readonly content?: Media }>>;
};

/** What is chosen of a file: where it is said, and each value with nothing where it may be left out. */
type Choice = {
  readonly where: 'query' | 'body';
  readonly name: string;
  readonly values: readonly (string | undefined)[];
};
export type FileRoute = { readonly route: string; readonly choices: readonly Choice[] };

const valuesOf = (schema: Schema): readonly string[] => [
  ...(schema.enum ?? []),
  ...(schema.anyOf ?? []).flatMap(valuesOf),
];

const choicesOf = ({ parameters = [], requestBody }: Operation): readonly Choice[] => {
  const query = parameters
    .filter((one) => one.in === 'query')
    .map(({ name, required, schema }): Choice => {
      const values = valuesOf(schema);
      return { where: 'query', name, values: required === true ? values : [undefined, ...values] };
    });
  const { properties = {} } = requestBody?.content?.['application/json']?.schema ?? {};
  const body = Object.entries(properties).map(([name, schema]): Choice => ({
    where: 'body',
    name,
    values: valuesOf(schema),
  }));
  // A choice without a list of values is free text or an id, which the call itself has.
  return [...query, ...body].filter(({ values }) => values.some((one) => one !== undefined));
};

const isFile = ({ responses }: Operation): boolean =>
  Object.entries(responses).some(
    ([status, { content = {} }]) =>
      status.startsWith('2') &&
      Object.entries(content).some(
        ([type, { schema }]) => type !== 'application/json' || schema?.format === 'binary',
      ),
  );

/** Every operation of openapi.json that answers with a file, and all that can be chosen of it. */
export const fileRoutes = (): readonly FileRoute[] => {
  const file = new URL('../../../../../packages/contract/openapi.json', import.meta.url);
  // Our own document.
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => isFile(operation))
      .map(([method, operation]) => ({
        route: `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
        choices: choicesOf(operation),
      })),
  );
};

type Chosen = readonly (readonly [choice: Choice, value: string])[];

const combined = (choices: readonly Choice[]): readonly Chosen[] =>
  choices.reduce<readonly Chosen[]>(
    (before, choice) =>
      before.flatMap((one) =>
        choice.values.map((value): Chosen => (value === undefined ? one : [...one, [choice, value]])),
      ),
    [[]],
  );

const withChosen = ([path, options]: Call, chosen: Chosen): Call => {
  const of = (wanted: Choice['where']): [string, string][] =>
    chosen.flatMap(([{ where, name }, value]) => (where === wanted ? [[name, value]] : []));
  const [address = '', before] = path.split('?');
  const query = new URLSearchParams(of('query').length > 0 ? of('query') : before);
  const asked = query.size === 0 ? address : `${address}?${query.toString()}`;
  if (of('body').length === 0) return options === undefined ? [asked] : [asked, options];
  const body: unknown = JSON.parse(String(options?.body));
  return [
    asked,
    { ...options, body: JSON.stringify({ ...Object(body), ...Object.fromEntries(of('body')) }) },
  ];
};

export type FileAnswer = {
  readonly seat: Seat;
  readonly route: string;
  readonly status: number;
  readonly head: string;
  readonly bytes: Buffer;
};

/** Every file in each of its variants, asked for from every seat that may have it. By seat, method and address with what was chosen. */
export const askFiles = async (
  house: TestHouse,
  seated: SeatedSchool,
): Promise<ReadonlyMap<string, FileAnswer>> => {
  const answers = new Map<string, FileAnswer>();
  for (const { route, choices } of fileRoutes())
    for (const seat of seats.filter((one) => accessTable[route]?.[one] === 'allowed'))
      for (const chosen of combined(choices)) {
        const [path, options] = withChosen(callOf(house, seated, route, seated.ids), chosen);
        const response = await seated.browserOf(seat)(path, options);
        const said = chosen.map(([{ name }, value]) => `${name}=${value}`).join('&');
        answers.set([`${seat}: ${route}`, said].filter(Boolean).join(' '), {
          ...{ seat, route, status: response.status },
          head: JSON.stringify([...response.headers]),
          bytes: Buffer.from(await response.arrayBuffer()),
        });
      }
  return answers;
};
