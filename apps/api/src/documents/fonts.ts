import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folders of the fonts that documents are set in, so that they look alike on every machine: Noto Sans, and for Arabic
 * letters IBM Plex Sans Arabic. Noto's own Arabic draws dots apart from their letters, and what is copied or read aloud from a
 * PDF then has letters twice.
 */
export const fontFolders: readonly string[] = [
  '@expo-google-fonts/noto-sans/400Regular',
  '@expo-google-fonts/noto-sans/700Bold',
  '@expo-google-fonts/ibm-plex-sans-arabic/400Regular',
  '@expo-google-fonts/ibm-plex-sans-arabic/700Bold',
].map((module) => dirname(fileURLToPath(import.meta.resolve(module))));

/** As Typst and SVG name them, in the order in which they are asked for a letter. */
export const fontFamilies: readonly string[] = ['Noto Sans', 'IBM Plex Sans Arabic'];
