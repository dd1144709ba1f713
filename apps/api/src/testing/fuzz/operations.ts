import { readFileSync } from 'node:fs';
import { Compile } from 'typebox/schema';
import { withoutNullable, type JsonSchema } from './json-schema.ts';

type Content = { readonly content?: Readonly<Record<string, { readonly schema?: JsonSchema }>> };
type Document = {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          { readonly requestBody?: Content; readonly responses: Readonly<Record<string, Content>> }
        >
      >
    >
  >;
};

export type Operation = {
  /** As the access table names it: `GET /api/v1/classes/:classId`. */
  readonly route: string;
  readonly body: JsonSchema | undefined;
  /** Statuses that are declared. */
  readonly declared: Pick<ReadonlySet<number>, 'has'>;
  /** What is wrong with a body of this status by what is declared of it; nothing when it holds. */
  readonly faultOf: (status: number, body: unknown) => string | undefined;
};

const faultFinder = (responses: Readonly<Record<string, Content>>): Operation['faultOf'] => {
  const checks = new Map(
    Object.entries(responses).flatMap(([status, { content }]) => {
      const schema = content?.['application/json']?.schema;
      // A file is whatever it is.
      return schema === undefined || schema.format === 'binary'
        ? []
        : [[Number(status), Compile(withoutNullable(schema) as object)] as const];
    }),
  );
  return (status, body) => {
    const check = checks.get(status);
    return check === undefined || check.Check(body)
      ? undefined
      : `the body is not what is declared: ${JSON.stringify(check.Errors(body)[1][0])}`;
  };
};

/** Every operation of openapi.json. */
export const readOperations = (): readonly Operation[] => {
  const file = new URL('../../../../../packages/contract/openapi.json', import.meta.url);
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as Document; // our own document
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { requestBody, responses }]) => ({
      route: `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      body: requestBody?.content?.['application/json']?.schema,
      declared: new Set(Object.keys(responses).map(Number)),
      faultOf: faultFinder(responses),
    })),
  );
};
