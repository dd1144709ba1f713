import AjvCompiler from '@fastify/ajv-compiler';
import SerializerSelector from '@fastify/fast-json-stringify-compiler';
import { isUuid } from '@samhold/db';
import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify';
import type { TSchema } from 'typebox';

type Validate = ReturnType<FastifySchemaCompiler<TSchema>>;

const validatorOf = AjvCompiler()(
  {},
  {
    // Nothing is dropped, filled in or turned into another type on the way in.
    customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: false, allErrors: false },
    // One way to write an id, so that the same id is the same text everywhere.
    onCreate: (ajv) => ajv.addFormat('uuid', isUuid),
  },
) as FastifySchemaCompiler<TSchema>;
const serializerOf = SerializerSelector()({});

/** Each schema's own, made when the first request needs it: to make those of every route is most of the time a start takes. */
const whenNeeded = <Made>(make: (schema: TSchema) => Made): ((schema: TSchema) => Made) => {
  const made = new WeakMap<TSchema, Made>();
  return (schema) => {
    const known = made.get(schema) ?? make(schema);
    made.set(schema, known);
    return known;
  };
};

export const validatorCompiler: FastifySchemaCompiler<TSchema> = (route) => {
  const validate: Validate = (data) => {
    const compiled = validators(route.schema);
    const result = compiled(data);
    validate.errors = compiled.errors ?? null;
    return result;
  };
  return validate;
};
const validators = whenNeeded((schema) => validatorOf({ schema, method: '', url: '' }));

export const serializerCompiler: FastifySerializerCompiler<TSchema> =
  ({ schema }) =>
  (data) =>
    serializers(schema)(data);
const serializers = whenNeeded((schema) => serializerOf({ schema, method: '', url: '', httpStatus: '' }));
