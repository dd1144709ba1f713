import { expect, it } from 'vitest';
import { xmlText } from './xml-text.ts';

it('escapes what has a meaning in XML, leaves letters of every script, and drops what XML cannot hold', () => {
  expect(xmlText(`<Ås> & "Øye" 'Ærlig' ليلى 😀`)).toBe(
    '&lt;Ås&gt; &amp; &quot;Øye&quot; &apos;Ærlig&apos; ليلى 😀',
  );
  expect(xmlText('a\u0000b\u001fc\ud800d\tef')).toBe('abcd\tef');
});
