/** What lies in an export, and what does not, for whoever opens it without this system. */
export const aboutFiles = ({ surveys }: { readonly surveys: number }): string =>
  [
    'sak.pdf: hele saken, med alt som er ført, meldinger om hendelser, undersøkelser blant elever, møtepunkter og oppgaver.',
    'sak.json: det samme for maskiner, med kontrollsum for hver føring i saken.',
    'gitt-til-part-*.pdf: det elev og foresatte har fått, slik de fikk det.',
    '',
    'Ikke med:',
    'Notater om elever, samtaleark og svar fra trivselsundersøkelser og sosiogram. Det av dem som saken bygger på, er kopiert inn i saken da den ble åpnet.',
    'Hvem som har lest saken. Det står i skolens lese-logg.',
    ...(surveys === 0
      ? []
      : [
          'Hva elever svarte i en undersøkelse i saken (forskrift § 20-5), og uttalelser til svarene. Bare navngitte lesere har tilgang, og svarene slettes på den dagen som ble bestemt før elevene ble spurt. Det saken bygger på, er kontrollert og skrevet i saken.',
        ]),
    '',
  ].join('\n');
