import { createHash } from 'node:crypto';

const style = `
  :root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.6; }
  body { max-width: 42rem; margin: 8vh auto; padding: 0 1.5rem; }
  h1 { font-size: 1.7rem; line-height: 1.25; }
  h2 { font-size: 1.15rem; margin-top: 2rem; }
  code { font-size: .95em; overflow-wrap: anywhere; }
`;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Allows the page's own style and nothing else. */
export const insecureOriginPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`;

const toUser = (publicUrl: string): string =>
  publicUrl.startsWith('https://')
    ? `<p>Bruk denne adressen i stedet: <a href="${escape(publicUrl)}">${escape(publicUrl)}</a></p>`
    : '<p>Spør den som drifter Samhold på skolen, hvilken adresse du skal bruke. Den begynner med <code>https://</code>.</p>';

/** What a browser is shown that came over plain http: what to do for its user, and for whoever runs the machine. */
export const insecureOriginPage = (publicUrl: string): string => `<!doctype html>
<html lang="nb">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Adressen er ikke sikker – Samhold</title><style>${style}</style></head>
<body>
<main>
<h1>Denne adressen er ikke sikker nok til å brukes</h1>
<p>Forbindelsen er ikke kryptert, så andre på nettet kunne ha lest det som sendes. Derfor viser Samhold ingen sider her. Ingenting er sendt eller endret.</p>
<h2>Skal du bruke Samhold?</h2>
${toUser(publicUrl)}
<h2>Er det du som drifter maskinen?</h2>
<p>Nettbrettene trenger https for å kryptere svarene. Velg én av disse:</p>
<ul>
<li>Sett <code>TLS_CERT</code> og <code>TLS_KEY</code> til sertifikatet og nøkkelen, så svarer Samhold selv med https.</li>
<li>La en proxy ta imot https og sende videre hit. Sett <code>TRUST_PROXY</code> til adressen proxyen har, og la den sende <code>X-Forwarded-Proto</code> og <code>X-Forwarded-Host</code>.</li>
</ul>
<p>Sett også <code>PUBLIC_URL</code> til adressen brukerne skriver. På selve maskinen virker <code>http://localhost</code> uten dette.</p>
</main>
</body>
</html>
`;
