import { Problem } from '@samhold/contract';
import type { SwaggerOptions } from '@fastify/swagger';
import type { RouteOptions } from 'fastify';
import { codesOf, refusals, successes, type DeclaredRoute } from './declared-answers.ts';

const declaredOf = ({ method, config, schema }: RouteOptions): DeclaredRoute => {
  const { params, querystring, body, response, produces } = (schema ?? {}) as Readonly<
    Record<string, unknown>
  >;
  return {
    method: String(method),
    access: config?.access ?? [],
    takesInput: [params, querystring, body].some((one) => one !== undefined),
    limited: config?.limited !== undefined,
    shaped: Object.keys(response ?? {}).map(Number),
    isFile: produces !== undefined,
    answers: config?.answers ?? [],
  };
};

const nameOf = (status: number): string => `Problem${status}`;

const problemAnswers = (statuses: readonly number[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      nameOf(status),
      {
        description: codesOf(status).join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );

const binary = { type: 'string', format: 'binary' };

/** Makes the document of our routes say every status of each, the refusals by what the route declares of itself. */
export const describedAnswers = (): SwaggerOptions => {
  const refusedBy = new Map<string, readonly number[]>();
  return {
    openapi: { info: { title: 'Samhold', version: '1' } },
    transform: ({ url, route }) => {
      const schema = route.schema ?? {};
      const declared = declaredOf(route);
      const path = url.replaceAll(/:(\w+)/g, '{$1}');
      refusedBy.set(`${declared.method.toLowerCase()} ${path}`, refusals(declared));
      const shapes = (schema.response ?? {}) as Readonly<Record<string, object>>;
      const plain = (status: number): object =>
        status === 200 && declared.isFile ? binary : { type: 'null', description: 'Nothing' };
      const response = Object.fromEntries(
        successes(declared).map((status) => [status, shapes[status] ?? plain(status)]),
      );
      return { schema: { ...schema, response }, url };
    },
    transformObject: (document) => {
      if (!('openapiObject' in document)) return {};
      const { openapiObject } = document;
      const used = new Set<number>();
      const paths = Object.entries(openapiObject.paths ?? {}).map(([path, methods]) => [
        path,
        Object.fromEntries(
          Object.entries(methods ?? {}).map(([method, operation]) => {
            const refused = refusedBy.get(`${method} ${path}`) ?? [];
            for (const status of refused) used.add(status);
            const answers = refused.map((status) => [
              status,
              { $ref: `#/components/responses/${nameOf(status)}` },
            ]);
            const { responses } = operation as { readonly responses: object };
            return [
              method,
              { ...(operation as object), responses: { ...responses, ...Object.fromEntries(answers) } },
            ];
          }),
        ),
      ]);
      const statuses = [...used].sort((a, b) => a - b);
      return {
        ...openapiObject,
        components: { schemas: { Problem }, responses: problemAnswers(statuses) },
        paths: Object.fromEntries(paths),
      } as typeof openapiObject;
    },
  };
};
