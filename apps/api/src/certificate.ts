import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

export type Certificate = { readonly cert: string; readonly key: string };

type Name = 'TLS_CERT' | 'TLS_KEY';

const read = (name: Name, path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Error(`${name} må være en fil som kan leses, og det er ikke «${path}».`);
  }
};

const parse = <T>(name: Name, be: string, make: () => T): T => {
  try {
    return make();
  } catch {
    throw new Error(`${name} må være ${be}.`);
  }
};

/** The certificate and its key from their files. Throws an Error of one line that names the variable and what it must be. */
export const readCertificate = (certPath: string, keyPath: string): Certificate => {
  const [cert, key] = [read('TLS_CERT', certPath), read('TLS_KEY', keyPath)];
  const certificate = parse('TLS_CERT', 'et sertifikat i PEM-format', () => new X509Certificate(cert));
  const privateKey = parse('TLS_KEY', 'en privat nøkkel i PEM-format, uten passord', () =>
    createPrivateKey(key),
  );
  if (!certificate.checkPrivateKey(privateKey))
    throw new Error('TLS_KEY må være nøkkelen til sertifikatet i TLS_CERT, og det er den ikke.');
  return { cert, key };
};
