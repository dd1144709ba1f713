import { principalTold, steppedIn } from './case-beginnings.ts';
import type { DemoCase } from './case-shape.ts';

/** One whose evaluation is overdue, and one that has been closed. */
export const casesEvaluated: readonly DemoCase[] = [
  {
    ...{
      className: '5B',
      pupil: 'alone-since-moving-in',
      title: 'Ny i klassen og uten venner',
      knownDaysAgo: 41,
      from: 'staff',
    },
    what: 'Eleven begynte i klassen i høst. Faglærer i musikk så at ingen ville være på gruppe med eleven tre ganger på rad.',
    entries: [
      steppedIn(41, 'Faglærer i musikk', 'Laget gruppene selv og snakket med klassen om å ta imot nye.'),
      principalTold(40),
      {
        ...{ daysAgo: 39, by: 'social-teacher' },
        said: {
          kind: 'investigation_started',
          talks: [{ who: 'Sosiallærer', withWhom: 'Eleven og foresatte', untilOn: '' }],
          what: '',
        },
      },
      {
        ...{ daysAgo: 38, by: 'social-teacher', ofPupil: true },
        said: {
          ...{ kind: 'pupil_heard', who: 'Sosiallærer' },
          words:
            '«De er ikke slemme. De bare kjenner hverandre fra før. På den gamle skolen hadde jeg to bestevenner.»',
        },
      },
      {
        ...{ daysAgo: 36, by: 'social-teacher' },
        said: {
          ...{ kind: 'information_checked', what: 'Gruppene i musikk, og hvem eleven er sammen med ellers.' },
          how: 'Snakket med tre faglærere. Alle ser det samme når elevene velger grupper selv, ikke når læreren velger.',
        },
      },
      {
        ...{ daysAgo: 36, by: 'social-teacher' },
        said: {
          ...{ kind: 'investigation_concluded', safe: false },
          found: 'Eleven er utenfor når klassen velger grupper selv.',
        },
      },
      {
        ...{ daysAgo: 35, by: 'social-teacher' },
        plan: {
          problem: 'Eleven har ikke fått venner i klassen og blir stående igjen når elevene velger grupper.',
          measures: [
            {
              what: 'Lærerne setter sammen alle grupper og læringspartnere ut skoleåret.',
              level: 'class',
              by: 'teacher',
              days: 60,
            },
            {
              what: 'Eleven og to andre lager skolefrokost sammen på tirsdager.',
              level: 'pupil',
              by: 'environment-team',
              days: 30,
            },
          ],
          evaluateIn: -3,
          child: 'Vil gjerne bli kjent med de to som også liker å tegne.',
          guardians: 'Opplever at skolen tar det på alvor. Inviterer gjerne hjem.',
          bestInterest:
            'Eleven får bli kjent med noen få om gangen, i noe eleven liker, uten at det merkes at det er et tiltak.',
        },
      },
    ],
  },
  {
    ...{ className: '3A', pupil: 'anybody', title: 'Erting på vei hjem', knownDaysAgo: 62, from: 'guardian' },
    what: 'Foresatte fortalte at eleven blir ertet av to eldre elever på vei hjem fra AKS, og ikke vil gå alene.',
    entries: [
      steppedIn(62, 'Leder av AKS', 'Fulgte eleven til krysset samme dag.'),
      principalTold(61),
      {
        ...{ daysAgo: 60, by: 'social-teacher' },
        said: {
          kind: 'investigation_started',
          talks: [
            { who: 'Sosiallærer', withWhom: 'Eleven og de to andre elevene hver for seg', untilOn: '' },
          ],
          what: '',
        },
      },
      {
        ...{ daysAgo: 59, by: 'social-teacher', ofPupil: true },
        said: {
          kind: 'pupil_heard',
          who: 'Sosiallærer',
          words: '«De tar lua mi og kaster den. De sier det bare er tull, men jeg synes ikke det.»',
        },
      },
      {
        ...{ daysAgo: 58, by: 'social-teacher' },
        said: {
          kind: 'information_checked',
          what: 'Hva som skjer ved krysset.',
          how: 'De to elevene fortalte det samme. De hadde ikke tenkt over at eleven ble redd.',
        },
      },
      {
        ...{ daysAgo: 58, by: 'social-teacher' },
        said: {
          kind: 'investigation_concluded',
          found: 'Eleven er blitt ertet jevnlig i tre uker.',
          safe: false,
        },
      },
      {
        ...{ daysAgo: 57, by: 'social-teacher' },
        plan: {
          problem: 'Eleven blir ertet på vei hjem og er redd for å gå alene.',
          measures: [
            {
              what: 'AKS følger gruppa til krysset hver dag.',
              level: 'school',
              by: 'environment-team',
              days: 21,
            },
            {
              what: 'Samtaler med de to elevene og foresatte deres, og ny samtale etter en uke.',
              level: 'pupil',
              by: 'social-teacher',
              days: 14,
            },
          ],
          evaluateIn: -36,
          child: 'Vil at det skal slutte. Vil gå hjem sammen med naboen.',
          guardians: 'Er enige. Følger selv på torsdager.',
          bestInterest:
            'Eleven blir trygg på skoleveien med en gang, mens de voksne ordner opp med de andre to.',
        },
      },
      {
        ...{ daysAgo: 36, by: 'social-teacher' },
        evaluation: {
          comment: 'Ingen har ertet siden samtalene.',
          child: '«De hilser på meg nå. Jeg går hjem med Even fra 3B.»',
          guardians: 'Merker at eleven er glad igjen, og gruer seg ikke.',
          conclusion: 'Målet er nådd. Følgingen avsluttes, og AKS ser etter en stund til.',
        },
      },
      {
        ...{ daysAgo: 29, by: 'social-teacher' },
        closed: {
          words: '«Ja, nå er det fint. Jeg tør å gå selv.»',
          why: 'Eleven har hatt det trygt og godt i tre uker, og foresatte er enige.',
        },
      },
    ],
  },
];
