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
  /** What is wrong with an answer of this status by what is declared of it; nothing when it holds. */
  readonly faultOf: (status: number, body: unknown) => string | undefined;
};

/** Answers without content are declared as 200 by default; these say the same. */
const withoutContent = new Set([200, 201, 202, 204, 302, 303]);

const faultFinder = (responses: Readonly<Record<string, Content>>): Operation['faultOf'] => {
  const checks = new Map(
    Object.entries(responses).flatMap(([status, { content }]) => {
      const schema = content?.['application/json']?.schema;
      return schema === undefined
        ? []
        : [[Number(status), Compile(withoutNullable(schema) as object)] as const];
    }),
  );
  return (status, body) => {
    const check = checks.get(status);
    if (check === undefined)
      return checks.size === 0 && withoutContent.has(status) ? undefined : `undeclared status ${status}`;
    return check.Check(body)
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
      faultOf: faultFinder(responses),
    })),
  );
};
