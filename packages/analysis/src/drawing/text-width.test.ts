import { describe, expect, it } from 'vitest';
import { textWidth, wrapWords } from './text-width.ts';

describe('the width of a text', () => {
  it.each([
    ['il.', 3 * 3.4],
    ['f-)', 3 * 4.5],
    ['mW%', 3 * 10],
    ['س', 9.5],
    ['A', 7.8],
    ['Å', 7.8],
    ['a\u030a', 6.4],
    ['語', 11],
    ['😀', 11],
    ['a5', 2 * 6.4],
    ['', 0],
  ])('of «%s» follows how wide its letters are', (text, width) => {
    expect(textWidth(text, 10)).toBeCloseTo(width, 9);
  });
});

describe('a text in lines', () => {
  // In letters of 10 px «abc» takes 19.2 px, and two of them with a space 42.9.
  it('is broken between words where the next would reach further', () => {
    expect(wrapWords('abc abc abc', 42.9, 10)).toEqual(['abc abc', 'abc']);
    expect(wrapWords('abc abc abc', 42.8, 10)).toEqual(['abc', 'abc', 'abc']);
    expect(wrapWords('abc', 100, 10)).toEqual(['abc']);
  });

  it('has a word that is too wide cut with a mark, and at least one letter of it', () => {
    expect(wrapWords('aaaaaa abc', 30, 10)).toEqual(['aaa…', 'abc']);
    expect(wrapWords('aaaaaa', 38.5, 10)).toEqual(['aaaaaa']);
    expect(wrapWords('aaa', 1, 10)).toEqual(['a…']);
  });
});
