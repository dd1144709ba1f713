import type { SociogramFileFormat, SociogramFileWish } from '@samhold/contract';
import { getNamedFile } from '#lib/api.ts';
import { saveFile } from '#lib/badges/save-file.ts';
import { asPng } from './as-png.ts';

/** What a teacher can save a sociogram as, and what each is for. */
export const fileChoices: readonly { readonly format: SociogramFileFormat; readonly text: string }[] = [
  { format: 'png', text: 'Bilde (PNG)' },
  { format: 'svg', text: 'Bilde som kan forstørres (SVG)' },
  { format: 'pdf', text: 'Til utskrift (PDF)' },
  { format: 'xlsx', text: 'Regneark (XLSX)' },
  { format: 'csv-choices', text: 'Valgene som liste (CSV)' },
  { format: 'csv-matrix', text: 'Valgene som tabell (CSV)' },
  { format: 'graphml', text: 'For analyseprogram (GraphML)' },
  { format: 'gexf', text: 'For analyseprogram (GEXF)' },
];

/** Asks the server for the file and hands it to the browser. Gives its name. @throws ProblemError */
export const saveSociogram = async (sittingId: string, wish: SociogramFileWish): Promise<string> => {
  const query = new URLSearchParams(wish);
  const { name, file } = await getNamedFile(`/sittings/${sittingId}/sociogram/file?${query}`);
  saveFile(wish.format === 'png' ? await asPng(await file.text()) : file, name);
  return name;
};
