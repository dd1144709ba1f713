import { format, resolveConfig } from 'prettier';

/** As the repository's formatter leaves it, so that the files are current and formatted at once. */
export const inStyle = async (path: string, text: string): Promise<string> =>
  format(text, { ...(await resolveConfig(path)), filepath: path });
