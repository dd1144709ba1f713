import type { MailChoice, NoticeSubject } from '@samhold/contract';

export const mailNames: Readonly<Record<MailChoice, string>> = {
  at_once: 'Med en gang',
  daily: 'Samlet, neste morgen',
  weekly: 'Samlet, første skoledag i uka',
  none: 'Aldri',
};

export const subjectWords: Readonly<
  Record<NoticeSubject, { readonly name: string; readonly about: string }>
> = {
  rounds: {
    name: 'Undersøkelser',
    about: 'En runde åpner, noen mangler, eller resultatene er klare.',
  },
  talks: { name: 'Ønsker om samtale', about: 'En elev vil snakke med deg. Kan ikke slås av.' },
  signals: {
    name: 'Tegn som venter',
    about: 'Tegn har ventet lenge på at noen ser nærmere på dem. Kan ikke slås av.',
  },
  cases: { name: 'Skolemiljøsaker', about: 'Noe venter på deg i en sak. Kan ikke slås av.' },
  access: {
    name: 'Uvanlige oppslag',
    about: 'For rektor: oppslag om elever forrige uke som bør sees på. Kan ikke slås av.',
  },
  account: { name: 'Din egen konto', about: 'Noe er endret ved innloggingen din. Kan ikke slås av.' },
};
