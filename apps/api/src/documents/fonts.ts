import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folders of the fonts that documents are set in, so that they look alike on every machine: Noto Sans, also of Tamil and
 * Ethiopic letters, and for Arabic ones IBM Plex Sans Arabic. Noto's own Arabic draws dots apart from their letters, and what is copied or read aloud from a
 * PDF then has letters twice.
 */
export const fontFolders: readonly string[] = [
  'noto-sans',
  'ibm-plex-sans-arabic',
  'noto-sans-tamil',
  'noto-sans-ethiopic',
].flatMap((font) => {
  const folder = dirname(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${font}/package.json`)));
  return ['400Regular', '700Bold'].map((weight) => join(folder, weight));
});

/** As Typst and SVG name them, in the order in which they are asked for a letter. */
export const fontFamilies: readonly string[] = [
  'Noto Sans',
  'IBM Plex Sans Arabic',
  'Noto Sans Tamil',
  'Noto Sans Ethiopic',
];
