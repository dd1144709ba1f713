/** Stands in every export, whether there is anything of the kind or not: that it stands tells nothing. */
export const LEFT_OUT: readonly string[] = [
  'Ikke med: saker og meldinger som skoleeieren eller andre har ansvaret for etter opplæringslova § 12-5. Innsyn i dem gis av den som har ansvaret.',
  'Ikke med: det andre elever har svart i en undersøkelse i en skolemiljøsak, når den som gir innsynet, ikke er blant dem som kan lese svarene. Hva eleven selv svarte der, er heller ikke med: ingen på skolen kan se hvem som har svart hva.',
  'Ikke med: notater som ansatte har skrevet til hverandre i en sak, møtepunkter som ikke er knyttet til eleven, og elevens svar om voksne på skolen.',
];
