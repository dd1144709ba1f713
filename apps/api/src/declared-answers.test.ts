import { describe, expect, test } from 'vitest';
import { codesOf, refusals, successes, type DeclaredRoute } from './declared-answers.ts';

const route = (changes: Partial<DeclaredRoute> = {}): DeclaredRoute => ({
  ...{ method: 'GET', access: 'anyone', takesInput: false, limited: false },
  ...{ shaped: [], isFile: false, answers: [], ...changes },
});

describe('X8: what a route may answer follows from what it declares', () => {
  test.each([
    [route(), [403, 503]],
    [route({ takesInput: true }), [400, 403, 404, 503]],
    [route({ access: ['leadership'] }), [401, 403, 404, 503]],
    [route({ access: 'staff' }), [401, 403, 404, 503]],
    [route({ access: 'pupil' }), [401, 403, 503]],
    [route({ method: 'POST' }), [400, 403, 409, 413, 415, 422, 503]],
    [route({ limited: true, answers: [302, 410] }), [403, 410, 429, 503]],
  ])('%o is refused with %o', (of, statuses) => {
    expect(refusals(of)).toEqual(statuses);
  });

  test.each([
    [route(), [200]],
    [route({ method: 'PUT' }), [204]],
    [route({ method: 'POST', shaped: [201] }), [201]],
    [route({ method: 'POST', isFile: true }), [200]],
    [route({ answers: [302] }), [302]],
    [route({ isFile: true, answers: [304, 409] }), [200, 304]],
  ])('%o succeeds with %o', (of, statuses) => {
    expect(successes(of)).toEqual(statuses);
  });

  test('a status says which codes it can have', () => {
    expect(codesOf(413)).toEqual(['body_too_large']);
  });
});
