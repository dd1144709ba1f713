const files = `  --edges FIL         CSV med source,target og eventuelt wave,relation,weight
  --roster FIL        CSV med id: alle i gruppen, også de som ikke svarte
  --respondents FIL   CSV med id: de som svarte (alle, når den ikke er med)
  --wave BØLGE        bare rader med denne verdien i wave
  --min-weight TALL   bare rader med minst denne vekten
  --undirected        hver rad er et valg begge veier`;

/** What is said of each subcommand, and of the command itself. */
export const help: Readonly<Record<'analyse' | 'network' | 'layout' | 'signals' | 'status', string>> = {
  analyse: `Regner på sosiometriske data fra filer og skriver JSON.

Bruk: npm run -s analyse -- network|layout|signals|status --edges FIL [valg]
Hjelp til hver: npm run -s analyse -- network --help

Beskjeder skrives for seg (stderr). Avslutter med 0, eller med 2 og én linje når noe er galt med kommandoen eller filene.`,
  network: `Beskriver et nettverk: tetthet, gjensidighet, sentralitet, komponenter, klikker, undergrupper, pålitelighet.

${files}
  --relation NAVN     bare rader med denne verdien i relation
  --criteria A,B      valg på minst én av disse relasjonene
  --labels KOLONNE    kolonne i roster med en merkelapp, for valg innenfor og på tvers
  --seed TALL         et annet utgangspunkt for halvdelene (1)`,
  layout: `Tegner et sosiogram i en ramme på 1000 × 750 px: plasser, navn, streker, kryssinger og stress.

${files}
  --relation NAVN     bare rader med denne verdien i relation
  --seed TALL         et annet utgangspunkt (1)`,
  signals: `Finner tegn å se nærmere på, med det de bygger på. Tidligere bølger i filen regnes som tidligere runder.

${files}
  --criteria A,B      relasjonene som er spørsmål (hele filen er ett, når den ikke er med)
  --language nb|nn|en språket i setningene (nb)
  --seed TALL         et annet utgangspunkt for trekningene (1)`,
  status: `Sosiometrisk status etter likes og dislikes, for forskning og undersøkelser av en konkret mistanke.

${files}
  --likes NAVN        relasjonen som er likes (like)
  --dislikes NAVN     relasjonen som er dislikes (dislike)
  --method METODE     cd83 (vanlig), cdc82 eller nb83
  --alpha TALL        grensen for sjeldne skårer i nb83 (0.05)`,
};
