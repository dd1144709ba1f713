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
  insecure_origin:
    'Adressen er ikke sikker nok. Ingenting er sendt. Åpne Samhold med https:// foran adressen, eller spør den som drifter maskinen.',
  setup_link_invalid:
    'Lenken virker ikke lenger. Den kan være brukt, for gammel eller skrevet av feil. Ingenting er endret. Be den som drifter Samhold om en ny, eller start Samhold på nytt på maskinen hvis skolen er den første.',
  school_closing:
    'Skolen er i ferd med å avsluttes i Samhold. Ledelsen kan fortsatt lese, og ingen kan endre noe. Ingenting er lagret nå. Spør ledelsen eller kommunen hvis dette ikke stemmer.',
  organisation_number_taken:
    'En annen skole her har allerede dette organisasjonsnummeret. Ingenting er endret. Se over tallene.',
  invitation_invalid:
    'Invitasjonen virker ikke lenger. Den kan være brukt, for gammel eller erstattet av en nyere. Be skolens administrator om en ny lenke.',
  school_year_overlaps:
    'Skoleåret går over dager som hører til et annet skoleår. Ingenting er endret. Velg andre datoer.',
  school_year_length: 'Et skoleår varer mellom 100 og 400 dager. Ingenting er endret. Se over datoene.',
  rounds_outside_year:
    'En runde som er planlagt, ville falt utenfor skoleåret. Ingenting er endret. Flytt runden i kalenderen først.',
  identity_taken:
    'Denne innloggingen hører allerede til en annen person på skolen. Ingenting er endret. Logg inn med din egen bruker, eller be administratoren se over listen.',
  no_sign_in_method: 'Innlogging er ikke satt opp ennå. Skolens administrator gjør det under «Innlogging».',
  method_shared:
    'Flere skoler i kommunen bruker denne innloggingen, så den kan ikke endres herfra. Den gamle gjelder fortsatt. Be kommunen om å endre den.',
  provider_insecure: 'Adressen må begynne med https://. Den gamle innloggingen gjelder fortsatt.',
  provider_unreachable:
    'Vi får ikke svar fra innloggingstjenesten. Sjekk at adressen er skrevet riktig, og at maskinen kommer ut på nettet. Ingenting er endret.',
  provider_issuer_differs:
    'Tjenesten oppgir en annen adresse for seg selv enn den du skrev. Skriv adressen nøyaktig slik tjenesten oppgir den. Ingenting er endret.',
  provider_unsupported:
    'Tjenesten svarer, men kan ikke det Samhold trenger: OpenID Connect med kode, PKCE med S256 og RS256. Ingenting er endret.',
  provider_refused_client:
    'Innloggingstjenesten kjenner ikke klienten. Sjekk klient-ID og hemmelighet, og at adressen for retur er registrert. Ingenting er endret.',
  provider_refused_person:
    'Innloggingen ble avbrutt eller avvist hos tjenesten. Ingenting er endret. Prøv igjen, eller sjekk at brukeren din har tilgang der.',
  second_factor_missing:
    'Du logget inn med bare passord, og Samhold krever to-trinnsbekreftelse av ansatte. Slå på to-trinnsbekreftelse for Feide-brukeren din, og logg inn på nytt. Kommunens brukerstøtte hjelper deg.',
  realm_refused:
    'Feide-brukeren din hører til en annen kommune enn de skolen har oppgitt. Logg inn med brukeren du har på denne skolen, eller be skolens administrator legge til kommunen under «Innlogging».',
  own_realm:
    'Du er selv logget inn fra den kommunen, så den kan du ikke fjerne. Ingenting er endret. En administrator fra en av de andre kommunene kan gjøre det.',
  account_refused:
    'Brukernavnet, passordet eller koden stemmer ikke. En kode virker bare én gang. Prøv igjen.',
  account_waits: 'Det er prøvd mange ganger. Vent litt, og prøv igjen.',
  account_set_up_over:
    'Det gikk for lang tid, eller så er kontoen klar allerede. Ingenting er endret. Logg inn på nytt med førstegangspassordet, eller med ditt eget hvis du har valgt et.',
  account_name_taken: 'Brukernavnet er opptatt. Ingenting er endret. Velg et annet.',
  password_weak: 'Passordet er for lett å gjette. Ingenting er endret. Velg et lengre.',
  code_wrong:
    'Koden stemmer ikke. Skriv den appen viser akkurat nå. Stemmer den fortsatt ikke, sjekk at klokken på telefonen går riktig.',
  school_choice_over: 'Det gikk for lang tid før du valgte skole. Logg inn på nytt.',
  sign_in_failed: 'Innloggingen ble ikke fullført. Prøv igjen, eller be skolens administrator om hjelp.',
  sitting_closed: 'Undersøkelsen er allerede avsluttet. Svarene som var levert, er med.',
  sitting_open: 'Undersøkelsen er fortsatt åpen. Resultatene kommer når den er avsluttet.',
  closing_day_not_offered:
    'Undersøkelsen kan ikke holdes åpen til den dagen. Ingenting er endret. Last siden på nytt for å se dagene du kan velge.',
  response_exists:
    'Eleven har begynt å svare på nytt, så de gamle svarene kan ikke tas med igjen. Ingenting er endret.',
  meeting_exists:
    'Det er et møte den dagen allerede. Ingenting er endret. Åpne det, eller velg en annen dag.',
  meeting_held:
    'Møtet er avsluttet, så referatet kan ikke endres. Last siden på nytt, og skriv det som et tillegg.',
  point_in_use: 'Noe er skrevet eller bestemt under punktet, så det kan ikke tas bort. Ingenting er endret.',
  days_not_in_order: 'Den siste dagen kan ikke komme før den første. Ingenting er endret.',
  not_for_this_owner: 'Den du valgte, kan ikke få denne oppgaven. Ingenting er endret. Velg en annen.',
  text_changed:
    'Noen andre har endret teksten siden du åpnet den. Ingenting er overskrevet, og teksten din står her fortsatt.',
  pupil_left_class:
    'Eleven går ikke i klassen lenger. Det som er skrevet, kan leses, men nytt skrives der eleven går nå.',
  class_list_changed:
    'Klasselisten er endret siden du åpnet siden. Ingenting er lagret. Last siden på nytt, så er alle med, og lag et nytt forslag.',
  grade_open_already:
    'Trinnet er allerede åpnet for denne runden, eller skal åpnes. Ingenting er endret. Avslutt det som står på listen først.',
  opening_days:
    'Det kan være åpent fra i dag eller senere, og i høyst 60 dager. Ingenting er endret. Velg andre dager.',
  survey_file_rejected: 'Filen kunne ikke leses. Ingenting er endret.',
  survey_rows_unreadable:
    'Noen rader i filen kan ikke leses, så ingen av tallene er tatt i bruk. Last ned filen på nytt, eller rett radene, og les den igjen.',
  survey_figures_changed:
    'Tallene er endret etter at filen ble lest, eller filen er lagt bort. Ingenting er endret nå. Les filen på nytt.',
  questionnaire_changed:
    'Noen andre har endret skjemaet siden du åpnet det. Ingenting er overskrevet, og det du har skrevet, står her fortsatt.',
  questionnaire_refused:
    'Skjemaet kan ikke tas i bruk slik det er. Utkastet er lagret. Se over det som står ved spørsmålene.',
  nothing_changed: 'Utkastet er likt skjemaet som er i bruk. Det er ikke laget noen ny versjon.',
  nothing_to_use: 'Filen har ingen nye tall for skolen. Ingenting er endret.',
  round_not_released:
    'En av rundene har ingen låste tall ennå. Ingenting er laget. Velg runder som er avsluttet.',
  publication_not_audited:
    'Rapporten er ikke i en tilstand der det kan gjøres. Ingenting er endret. Last siden på nytt.',
  not_for_audience: 'Disse leserne kan ikke få så fine tall. Ingenting er laget. Velg noe annet.',
  no_plan_yet: 'Saken har ingen tiltaksplan ennå. Lag planen først, eller velg hele rapporten.',
  document_changed:
    'Noen andre har lest gjennom det samme dokumentet i mellomtiden. Ingenting er overskrevet. Last siden på nytt for å se hva de bestemte.',
  document_finished: 'Dokumentet er ferdig og endres ikke. Begynn et nytt for å få med mer.',
  document_not_finished: 'Dokumentet er ikke ferdig ennå. Les gjennom alle tekstene først.',
  not_all_read: 'Noen tekster er ikke lest ennå. Ingenting er laget. Les dem og kryss av.',
  case_broken:
    'Saken er endret utenom Samhold siden den ble skrevet, og kan ikke hentes ut som den er. Ingenting er laget. Si fra til den som drifter Samhold.',
  case_changed:
    'Noen andre har ført noe i saken siden du åpnet den. Ingenting er overskrevet. Se over, og lagre på nytt.',
  duty_missing: 'Noe må være gjort og ført før dette. Ingenting er lagret.',
  not_at_this_stage: 'Det kan ikke føres slik saken står nå. Ingenting er lagret. Last siden på nytt.',
  plan_without_evaluation: 'Skriv når tiltakene skal evalueres. Ingenting er lagret ennå.',
  plan_incomplete:
    'Planen må ha synet til hver elev saken gjelder. Elevene i saken er kanskje endret. Last siden på nytt.',
  signal_not_confirmed:
    'Tegnet må sjekkes og bekreftes av en voksen som kjenner eleven, før det blir en sak. Ingenting er lagret.',
  owner_takes_case:
    'Mistanken gjelder en i ledelsen. Da er det skoleeier som skal ha saken. Ingenting er lagret her. Meld fra til skoleeier.',
  cases_differ: 'Sakene kan ikke slås sammen, fordi ikke de samme skal se dem. Ingenting er endret.',
  report_withdrawn: 'Rapporten er trukket tilbake.',
  opening_over:
    'Trinnets sosiogram er ikke åpent lenger. Trenger dere å se det igjen, åpner ledelsen det på nytt.',
  no_response: 'Eleven har ingen svar som kan legges til side. Kanskje noen gjorde det før deg.',
  nothing_set_aside: 'Det er ingen svar å ta med igjen. Kanskje noen gjorde det før deg.',
  sitting_exists: 'Klassen har allerede startet denne undersøkelsen. Last siden på nytt for å se den.',
  badges_made: 'Alle i klassen har et merke som virker. Lag nye for alle hvis dere vil bytte dem ut.',
  unsupported_media_type:
    'Filen er av en type Samhold ikke tar imot. Ingenting er endret. Prøv igjen, gjerne i en annen nettleser.',
  too_many_clips:
    'Skolen har så mange opptak som det er plass til. Dette ble ikke lagret. Slett opptak dere ikke bruker, og prøv igjen.',
  class_without_pupils:
    'Klassen har ingen elever i listen ennå. Be skolens administrator om å lese inn elevlisten.',
  round_ended: 'Runden er avsluttet og kan ikke endres.',
  round_not_open: 'Runden er ikke åpen på denne datoen. Ingenting er endret.',
  mail_not_set: 'Samhold er ikke satt opp til å sende e-post her. Adressen er ikke lagret.',
  wrong_mail_code: 'Koden stemmer ikke. Se etter i den siste e-posten, og prøv igjen.',
  mail_code_expired: 'Koden virker ikke lenger. Lagre adressen på nytt, så sender vi en ny kode.',
  body_too_large:
    'Filen er for stor til å leses. Ingenting er endret. Velg bare filene med skolens egne elever.',
  roster_rejected: 'Filen kunne ikke leses. Ingenting er endret.',
  roster_changed:
    'Klasselistene er endret etter at filen ble lest, eller lesingen er lagt bort. Ingenting er endret nå. Les filen på nytt.',
  leaving_not_confirmed:
    'Elever ville blitt tatt av listene uten at det er bekreftet. Ingenting er endret. Åpne lesingen på nytt, og bekreft om det stemmer.',
  no_school_year:
    'Skolen har ikke noe skoleår for dagen i dag. Ingenting er lest. Legg inn skoleåret under «Skole og skoleår» først.',
  period_outside_year: 'Dagene ligger utenfor skoleåret. Ingenting er endret. Velg dager i skoleåret.',
  terms_not_in_order:
    'Terminene må følge etter hverandre uten å overlappe, og ligge i skoleåret. Ingenting er endret.',
  calendar_file_unreadable:
    'Filen kunne ikke leses som en kalender. Ingenting er endret. Velg en kalenderfil som slutter på .ics.',
  not_a_school_day: 'Elevene har fri denne dagen. Ingenting er endret. Velg en skoledag.',
  round_in_the_past: 'Dagen er passert. Ingenting er endret. Velg en dag fra i dag og framover.',
  round_outside_year:
    'Runden må både åpne og lukke i skoleåret. Ingenting er endret. Velg en tidligere eller senere dag.',
  round_overlaps:
    'To runder av samme slag er åpne samtidig for de samme trinnene. Ingenting er endret. Flytt en av dem.',
  round_already_open: 'Runden har åpnet og kan ikke flyttes eller fjernes. Last siden på nytt for å se den.',
  plan_changed:
    'Noen andre har endret rundene siden du åpnet siden. Det de lagret, står. Last siden på nytt og gjør endringene dine igjen.',
  round_not_prepared:
    'Formål, informasjonsbrev og vurdering av personvern er ikke registrert for skoleåret. Ingenting er startet. Ledelsen registrerer det under «Personvern».',
  date_in_future: 'Datoen har ikke vært ennå. Ingenting er endret. Velg en dag til og med i dag.',
  letter_sent_before_approved:
    'Brevet kan ikke være sendt før det ble godkjent. Ingenting er endret. Se over de to datoene.',
  report_decided: 'Det er gjort noe annet med meldingen allerede. Ingenting er endret. Last siden på nytt.',
  report_not_for_case:
    'Meldingen gjelder en ansatt, og hører bare til i en sak etter § 12-5 om den samme. Ingenting er lagret.',
  owner_by_administrator:
    'Skoleeiers mottaker gis og tas bort av en administrator som ikke er i ledelsen. Ingenting er endret.',
  second_administrator: 'En annen administrator enn den som foreslo det, må bekrefte. Ingenting er endret.',
  last_of_kind:
    'Skolen må alltid ha minst én administrator, én i ledelsen og én mottaker hos skoleeier. Ingenting er endret. Gi tilgangen til en annen først.',
  relation_exists:
    'Personen har denne tilgangen i noen av dagene fra før. Ingenting er endret. Avslutt den gamle først, eller velg andre datoer.',
  relation_ended: 'Tilgangen er avsluttet eller avslått i mellomtiden. Last siden på nytt for å se den.',
  principal_without_leadership:
    'Rektor må være en av skolens ledelse. Ingenting er endret. Gi tilgangen «Skolens ledelse» først.',
  principal_exists:
    'Skolen har allerede en rektor i de dagene. Ingenting er endret. Avslutt den tilgangen først.',
  own_relation:
    'Ingen kan gi ledelsestilgang til seg selv. Ingenting er endret. Be en annen i ledelsen om å gjøre det.',
  staff_inactive:
    'Personen er registrert som sluttet. Ingenting er endret. Velg en annen, eller ta personen inn igjen først hvis det er feil.',
  substitute_period:
    'En vikar må ha en siste dag, høyst 60 dager fram. Ingenting er endret. Velg en tidligere dag.',
  alias_in_use: 'En annen i klassen har dette navnet. Ingenting er endret. Velg et annet navn.',
  already_hidden: 'Eleven står med et annet navn fra før. Last siden på nytt for å se det.',
  sign_in_again: 'Logg inn på nytt først, så vi vet at det er deg. Ingenting er gjort ennå.',
  investigation_not_now:
    'Saken må være under undersøkelse, og det kan bare være én spørreundersøkelse om gangen. Ingenting er endret.',
  investigation_changed:
    'Noen andre har gjort noe med undersøkelsen. Ingenting er endret. Last siden på nytt.',
  investigation_own_request:
    'Den som ber om undersøkelsen, kan ikke godkjenne den selv. Be en annen i ledelsen ta stilling til den.',
  investigation_too_few:
    'Med færre enn seks elever kan tallene røpe hvem som svarte hva. Snakk heller med dem hver for seg. Ingenting er sendt.',
  investigation_dates:
    'Svarene må slettes etter at undersøkelsen er lukket, innen 90 dager og i dette skoleåret. Velg en annen dag.',
  investigation_not_of_case:
    'Elevene må gå i en klasse saken gjelder, og leserne må delta i saken. Ingenting er endret.',
  pupil_restricted:
    'Opplysningene om eleven er begrenset og vises ikke. Spør ledelsen hvis du trenger å vite mer.',
  pupil_held:
    'Opplysningene om eleven er begrenset eller holdes tilbake. Ingenting er slettet. Opphev det først, hvis de skal slettes.',
  name_differs:
    'Navnet stemmer ikke med elevens navn. Ingenting er slettet. Skriv hele navnet slik det står øverst.',
  criterion_not_asked: 'Ett av spørsmålene finnes ikke i denne undersøkelsen. Velg på nytt.',
};

/** What happened, what was kept and what to do, for whatever was thrown. */
export const problemText = (thrown: unknown): string => {
  if (!(thrown instanceof ProblemError)) return unexpected;
  return texts[thrown.code as ProblemCode] ?? unexpected; // an unknown code falls through to the default
};
