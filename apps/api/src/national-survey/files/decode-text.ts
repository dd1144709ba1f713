import { textOfBytes } from '../../text-of-bytes.ts';
import type { Fault } from './figure.ts';

/** What UTF-8 looks like when it has been read as Latin-1 and saved again. */
const readWrongBefore = /Ã[¦¸¥†˜…\u0080-\u00BF]/;

const decodeBytes = (bytes: Uint8Array): string => {
  const mark = [...bytes.subarray(0, 2)].join();
  if (mark === '255,254') return new TextDecoder('utf-16le').decode(bytes);
  if (mark === '254,255') return new TextDecoder('utf-16be').decode(bytes);
  return textOfBytes(bytes);
};

/**
 * The text of a file: UTF-8 and UTF-16 by their marks, else UTF-8, else Windows-1252. Text whose letters were spoilt before it
 * came here is refused, since names of indicators would be kept spoilt.
 */
export const decodeText = (bytes: Uint8Array): string | Fault => {
  if (bytes.length === 0) return { fault: 'Filen er tom.' };
  const text = decodeBytes(bytes);
  if (text.includes('\0'))
    return { fault: 'Filen er ikke en tekstfil. Velg CSV eller JSON når du laster ned.' };
  if (text.includes('\uFFFD') || readWrongBefore.test(text))
    return {
      fault:
        'Bokstavene æ, ø og å er ødelagt i filen. Last den ned på nytt, og åpne den ikke i et annet program først.',
    };
  return text.trim() === '' ? { fault: 'Filen er tom.' } : text;
};
