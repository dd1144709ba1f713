import Type from 'typebox';
import { describe, expect, it } from 'vitest';
import { serializerCompiler, validatorCompiler } from './compile-schemas.ts';

const schema = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false });
const route = { schema, method: 'POST', url: '/' };
const id = '0190b2c4-7d1e-7a55-8c11-2f6f4f1f9a10';

describe('schemas that are compiled when they are needed', () => {
  it('tells each time what is wrong, and nothing once it is right', () => {
    const validate = validatorCompiler(route);
    expect(validate({ id: 1 })).toBe(false);
    expect(validate.errors).toMatchObject([{ instancePath: '/id', keyword: 'type' }]);
    expect(validate({ id, more: true })).toBe(false);
    expect(validate.errors).toMatchObject([{ keyword: 'additionalProperties' }]);
    expect(validate({ id })).toBe(true);
    expect(validate.errors).toBeNull();
  });

  it('turns no value into another type, and takes an id written one way only', () => {
    const validate = validatorCompiler(route);
    expect(validate({ id: id.toUpperCase() })).toBe(false);
    const size = validatorCompiler({ ...route, schema: Type.Object({ size: Type.Integer() }) });
    expect(size({ size: '1' })).toBe(false);
  });

  it('leaves out of an answer what its schema does not name', () => {
    expect(serializerCompiler(route)({ id, secret: 'x' })).toBe(JSON.stringify({ id }));
  });

  it('does not compile before it is asked', () => {
    const broken = { ...schema, properties: { id: { type: 'nothing' } } };
    const validate = validatorCompiler({ ...route, schema: broken });
    expect(() => validate({ id })).toThrow(/type/);
  });
});
