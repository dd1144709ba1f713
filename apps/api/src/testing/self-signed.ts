import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export type PemFiles = { readonly certFile: string; readonly keyFile: string };

/** A new certificate for localhost and its key, as files in `directory`. Needs the openssl program. */
export const makeSelfSigned = (directory: string, name = 'server'): PemFiles => {
  const certFile = join(directory, `${name}.crt`);
  const keyFile = join(directory, `${name}.key`);
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
      ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,DNS:samhold.example'],
      ...['-keyout', keyFile, '-out', certFile],
    ],
    { stdio: 'ignore' },
  );
  return { certFile, keyFile };
};
