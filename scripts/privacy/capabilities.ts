/** What can be seen in Samhold, as the statement to pupils, guardians and staff says it, and the routes that show it. */
export type Capability = {
  readonly what: string;
  /** What else holds than the role, said after who may. */
  readonly unless?: string;
  readonly routes: RegExp;
};

/** What shows nothing of others than oneself, and nothing of pupils. */
export const ownAndOpen =
  /^GET \/(live|ready|sign-in|sign-in\/(callback|pupil|owners|schools)|pupil-sign-in|session|account|account\/set-up|notices|me\/.*|calendar|calendar\/feed\/.*|reports|tasks|sign-in-method|school|school-years|school\/languages|checklist|calendar\/proposal|grounds|retention|information-letters.*|questionnaires.*|talk-adults|rounds|read-aloud.*|incidents\/form|pupil-session\/clips\/.*)$|^POST \/(setup\/open|reports\/open)$/;

const logged = 'hver gang blir loggført';

export const capabilities: readonly Capability[] = [
  {
    what: 'Spørsmålene til eleven, og navnene på dem eleven kan velge',
    unless: 'bare mens eleven svarer',
    routes: /^GET \/pupil-session\/form$/,
  },
  {
    what: 'Hvem i klassen som har svart, og bildekort til innlogging',
    routes:
      /\/picture-cards$|\/classes\/:classId\/(home|tablets)$|^GET \/sittings\/:sittingId(\/(events|helpers))?$|late-answers$/,
  },
  {
    what: 'Hvordan en klasse svarte om trivsel, uten skjerming',
    routes: /\/wellbeing\/open$/,
  },
  {
    what: 'Navngitte svar om trivsel og klassens sosiogram',
    unless: logged,
    routes:
      /\/classes\/:classId\/(sociograms|wellbeing|summary)$|\/sittings\/:sittingId\/(sociogram|wellbeing)/,
  },
  {
    what: 'Elevens side: logg, samtaler, svar og valg',
    unless: logged,
    routes: /\/classes\/:classId\/(pupils|pupil-talks)|talk-wishes\/:pupilId\/open$/,
  },
  {
    what: 'Tegn å se nærmere på i klassen',
    unless: logged,
    routes: /^GET \/classes\/:classId\/signals$/,
  },
  {
    what: 'Grupper, plasser, tiltak og elevmerker i klassen',
    routes: /arrangements|measures|\/badges$/,
  },
  {
    what: 'Ønsker om samtale',
    unless: 'bare den eleven ba om å snakke med, og den ønsket er gått videre til',
    routes: /^GET \/talk-wishes$/,
  },
  {
    what: 'Hvem skolens tegn gjelder, og før og etter tiltak i en sak',
    unless: `den som åpner, velger en grunn, og ${logged}`,
    routes: /^GET \/signals$|\/signals\/:signalId\/open$|\/cases\/:caseId\/effect$/,
  },
  {
    what: 'Trinnets sosiogram',
    unless: 'bare mens ledelsen har åpnet det, med en grunn og til en dato',
    routes: /^GET \/grade-sociograms\/:openingId$/,
  },
  { what: 'Hvilke sosiogram ledelsen har åpnet', routes: /^GET \/grade-sociograms$/ },
  {
    what: 'Trivsel på trinn og skole uten navn, med små grupper skjult',
    routes: /\/rounds\/:roundId\/release$|^GET \/themes$|^GET \/national-survey(\/follow-up.*)?$/,
  },
  { what: 'Oppfølgingen av Elevundersøkelsen i en klasse', routes: /\/classes\/:classId\/survey-follow-up$/ },
  {
    what: 'Rapporter under arbeid, og hva som er gitt ut',
    routes: /publications|\/releases|\/record$|national-survey\/imports/,
  },
  {
    what: 'Ferdige rapporter til skolens ansatte, med små grupper skjult',
    unless: 'bare de rapportene hver gruppe har fått',
    routes: /^GET \/reports\/:publicationId/,
  },
  {
    what: 'Det skolene har publisert, med hver skole under ett',
    unless: 'bare skolene der en er skoleeier nå; små grupper er skjult',
    routes: /^GET \/owner\/schools$/,
  },
  {
    what: 'Egne meldinger om hendelser, og navn å velge blant',
    routes: /^(GET \/incidents\/own|POST \/incidents\/pupils)$/,
  },
  {
    what: 'Listen over meldte hendelser',
    unless: 'aldri den meldingen gjelder; om en ansatt bare rektor og skoleeier, om ledelsen bare skoleeier',
    routes: /^GET \/incidents$/,
  },
  {
    what: 'En meldt hendelse',
    unless: `samme unntak, og ${logged}`,
    routes: /^GET \/incidents\/:reportId$/,
  },
  {
    what: 'Listen over egne saker',
    unless: 'hver ser bare saker de deltar i eller har ansvar for; aldri den saken gjelder',
    routes: /^GET \/(cases|case-choices)$/,
  },
  {
    what: 'En skolemiljøsak',
    unless: `bare den som deltar i saken eller har ansvar for slike saker, aldri den saken gjelder; ${logged}`,
    routes: /^GET \/cases\/:caseId$/,
  },
  {
    what: 'Dokumenter fra en sak',
    unless: 'hele saken tas bare ut av den som nettopp har logget inn på nytt',
    routes: /^GET \/cases\/:caseId\/(documents|investigations\/offer)/,
  },
  {
    what: 'Undersøkelser i en sak: hva som spørres om, og hvorfor',
    unless: 'bare den som deltar i saken',
    routes:
      /^GET \/(cases\/:caseId\/investigations|investigations\/:investigationId)$|\/investigations\/:investigationId\/open$/,
  },
  {
    what: 'Svar i en undersøkelse i en sak',
    unless: `bare de leserne som er navngitt i den; ${logged}`,
    routes: /\/investigations\/:investigationId\/answers$/,
  },
  { what: 'Listen over elevsaksmøter en er kalt inn til', routes: /^GET \/meetings$/ },
  {
    what: 'Saklisten til et elevsaksmøte',
    unless: 'hver ser bare de punktene de ellers har tilgang til',
    routes: /^GET \/meetings\/:meetingId/,
  },
  { what: 'Hvem som arbeider på skolen, og hva de har tilgang til', routes: /^GET \/staff$/ },
  { what: 'Elevlisten som leses inn', routes: /^GET \/roster/ },
  { what: 'Hvilke elever som har fortrolig adresse', routes: /hidden-pupils/ },
  {
    what: 'Hvem som har åpnet opplysninger om en elev',
    unless: logged,
    routes: /^GET \/pupils\/:pupilId\/readers$/,
  },
  {
    what: 'Innsyn for en elev: det som er lagret, gjort klart til familien',
    unless: `et menneske leser det før det gis ut; ${logged}`,
    routes: /^GET \/pupil-rights/,
  },
  {
    what: 'Søk etter en elev for å gi innsyn eller se hvem som har åpnet hva',
    routes: /pupil-(readers|rights)\/pupils$/,
  },
  { what: 'Uvanlige oppslag forrige uke', routes: /unusual-reads/ },
];
