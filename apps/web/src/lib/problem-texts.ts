import type { ProblemCode } from '@samhold/contract';
import { ProblemError } from './problem.ts';

const unexpected = 'Noe gikk galt hos oss. Det som var lagret, er lagret. Prøv en gang til om litt.';

const texts: Partial<Readonly<Record<ProblemCode | 'offline', string>>> = {
  offline: 'Vi får ikke kontakt med Samhold. Det som var lagret, er lagret. Sjekk nettet og prøv igjen.',
  not_signed_in: 'Du er ikke lenger logget inn. Logg inn på nytt for å fortsette der du var.',
  not_found: 'Siden finnes ikke, eller du har ikke tilgang til den.',
  training_missing:
    'Opplæring i personvern er ikke registrert på deg ennå. Be ledelsen registrere den, så åpner siden seg.',
  forbidden_origin: 'Forespørselen kom fra et annet sted enn Samhold og ble stoppet. Last siden på nytt.',
  invalid_request: 'Noe i skjemaet kunne ikke leses. Ingenting er endret. Se over feltene og prøv igjen.',
  too_many_requests: 'Det kom mange forespørsler på kort tid. Vent et minutt og prøv igjen.',
  unavailable: 'Samhold svarer ikke akkurat nå. Det som var lagret, er lagret. Prøv igjen om litt.',
  internal: unexpected,
  sign_in_failed: 'Innloggingen ble ikke fullført. Prøv igjen, eller be skolens administrator om hjelp.',
  sitting_closed: 'Undersøkelsen er allerede avsluttet. Svarene som var levert, er med.',
  sitting_open: 'Undersøkelsen er fortsatt åpen. Resultatene kommer når den er avsluttet.',
  sitting_exists: 'Klassen har allerede startet denne undersøkelsen. Last siden på nytt for å se den.',
  class_without_pupils:
    'Klassen har ingen elever i listen ennå. Be skolens administrator om å lese inn elevlisten.',
  round_ended: 'Runden er avsluttet og kan ikke endres.',
  round_not_open: 'Runden er ikke åpen på denne datoen. Ingenting er endret.',
  criterion_not_asked: 'Ett av spørsmålene finnes ikke i denne undersøkelsen. Velg på nytt.',
};

/** What happened, what was kept and what to do, for whatever was thrown. */
export const problemText = (thrown: unknown): string => {
  if (!(thrown instanceof ProblemError)) return unexpected;
  return texts[thrown.code as ProblemCode] ?? unexpected; // an unknown code falls through to the default
};
