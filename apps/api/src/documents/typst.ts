import { createRequire } from 'node:module';
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler';
import { refusedCharacters, withoutCharacters } from './drawable.ts';
import { fontFolders } from './fonts.ts';

/** Kept between documents: it holds the fonts, and recompiling an unchanged template is quicker. */
let compiler: Typst.NodeCompiler | undefined;

/** Loaded with the first document: a server that makes none holds a tenth less memory. */
const openCompiler = (): Typst.NodeCompiler => {
  const { NodeCompiler } = createRequire(import.meta.url)(
    '@myriaddreamin/typst-ts-node-compiler',
  ) as typeof Typst;
  return NodeCompiler.create({ fontArgs: [{ fontPaths: [...fontFolders] }] });
};

/** Documents made before the compiler's memory of earlier ones is let go. */
const REMEMBERED = 10;

/** Both are tagged: PDF/UA-1 for whoever reads it, PDF/A-2a for an archive. The compiler writes one of them at a time. */
export type PdfStandard = 'ua-1' | 'a-2a';

/** Somebody has written what no font has, as an emoji: the document is made without that. */
const drawn = (
  typst: Typst.NodeCompiler,
  template: string,
  content: string,
  standard: PdfStandard,
): Buffer => {
  try {
    return typst.pdf(
      { mainFileContent: template, inputs: { content } },
      // The compiler's own type lists the standards as an enum, which type stripping cannot load.
      { pdfStandard: standard as never },
    );
  } catch (error) {
    const less = withoutCharacters(content, refusedCharacters(error));
    if (less === content) throw error;
    return drawn(typst, template, less, standard);
  }
};

/**
 * A tagged, accessible PDF of a Typst template. What varies reaches it as JSON under `sys.inputs.content`, never as
 * source, so no name can be read as markup. Throws when the template does not compile. Pages with heading and footer are made
 * by makeDocument.
 */
export const makePdf = (template: string, content: object, standard: PdfStandard = 'ua-1'): Buffer => {
  compiler ??= openCompiler();
  const pdf = drawn(compiler, template, withoutCharacters(JSON.stringify(content), []), standard);
  compiler.evictCache(REMEMBERED);
  return pdf;
};
