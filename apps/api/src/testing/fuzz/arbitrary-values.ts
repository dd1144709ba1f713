import fc from 'fast-check';
import { dayOf } from '../../calendar-days.ts';
import type { JsonSchema } from './json-schema.ts';

/** What breaks programs: other scripts, direction marks, half characters, control characters, formulas, queries, markup, length. */
const hostileTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202eabc',
  'e\u0301'.repeat(50),
  '👩‍👩‍👧‍👦',
  'ﷺ'.repeat(200),
  "'; drop table pupil; --",
  '" or ""="',
  '=HYPERLINK("http://x.test")',
  '@SUM(1)',
  '<img src=x onerror=alert(1)>',
  '{{7*7}}',
  '#let x = read("/etc/passwd")',
  '../../etc/passwd',
  '%2e%2e%2f',
  'null',
  'undefined',
  '__proto__',
  '2026-02-30',
  '9999-12-31',
  '0000-00-00',
  '-0',
  'NaN',
  '1e309',
  'x'.repeat(5_000),
];

const anyText = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'grapheme', maxLength: 40 }));

const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    0.5,
    2 ** 31,
    2 ** 53,
    [],
    {},
    [[]],
    { constructor: 1 },
    Array.from({ length: 300 }, (_, at) => at),
  ),
  anyText,
);

const matching = (pattern: string): fc.Arbitrary<string> => {
  try {
    return fc.stringMatching(new RegExp(pattern));
  } catch {
    return anyText;
  }
};

const textOf = (schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<string> => {
  if (schema.format === 'uuid') return fc.oneof(fc.constantFrom(...ids), fc.uuid());
  if (schema.format === 'date')
    return fc
      .date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
      .map(dayOf);
  if (schema.pattern !== undefined && schema.pattern !== '\\S') return matching(schema.pattern);
  return fc
    .string({
      unit: 'grapheme',
      minLength: Math.max(1, schema.minLength ?? 0),
      maxLength: Math.min(schema.maxLength ?? 60, 60),
    })
    .map((text) => (/\S/.test(text) ? text : `${text}a`));
};

const itemsOf = (schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<unknown> => {
  const { items, minItems = 0, maxItems = 4 } = schema;
  if (items === undefined) return fc.constant([]);
  if ('length' in items) return fc.tuple(...items.map((one) => fitting(one, ids)));
  return fc.array(fitting(items, ids), {
    minLength: minItems,
    maxLength: Math.max(minItems, Math.min(maxItems, 6)),
  });
};

/** Values that fit a schema as far as it says. `ids` are what stands where an id is asked for, beside made-up ones. */
export const fitting = (schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<unknown> => {
  if (schema.nullable === true)
    return fc.oneof(fc.constant(null), fitting({ ...schema, nullable: false }, ids));
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((one) => fitting(one, ids)));
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'string':
      return textOf(schema, ids);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return itemsOf(schema, ids);
    case 'object': {
      const properties = Object.entries(schema.properties ?? {});
      return fc.record(Object.fromEntries(properties.map(([name, one]) => [name, fitting(one, ids)])), {
        requiredKeys: [...(schema.required ?? [])],
      });
    }
    default:
      return anything;
  }
};

/** A value that fits but for one place: something else there, nothing there, or something more. */
export const spoilt = (schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<unknown> =>
  fc
    .tuple(fitting(schema, ids), anything, fc.nat(), fc.constantFrom('replace', 'remove', 'add'))
    .map(([value, other, at, how]) => {
      if (typeof value !== 'object' || value === null) return other;
      if (how === 'add') return Array.isArray(value) ? [...value, other] : { ...value, extra: other };
      const keys = Object.keys(value);
      const key = keys[at % Math.max(1, keys.length)] ?? '';
      const copy = structuredClone(value) as Record<string, unknown>; // an object, or a list by its places
      if (how === 'remove') delete copy[key];
      else copy[key] = other;
      return copy;
    });

/** What may stand in an address in place of an id. */
export const hostileIds: readonly string[] = [
  ...['0', 'null', '..', '%00', '%F0%9F%98%80', "1'or'1'='1", 'A'.repeat(500)],
  ...['00000000-0000-0000-0000-000000000000', 'FFFFFFFF-FFFF-4FFF-8FFF-FFFFFFFFFFFF', '%E0%A4%A', '%2F%2F'],
];
