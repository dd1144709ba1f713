import { principalTold, steppedIn } from './case-beginnings.ts';
import type { DemoCase } from './case-shape.ts';

/** In the middle of the duties today. */
export const casesUnderWay: readonly DemoCase[] = [
  {
    ...{
      className: '4A',
      pupil: 'alone-and-says-so',
      title: 'Alene i friminuttene',
      knownDaysAgo: 34,
      from: 'pupil',
    },
    what: 'Eleven sa i elevsamtalen at det ikke er noen å være sammen med ute, og at det har vært slik siden skolestart.',
    entries: [
      steppedIn(
        34,
        'Kontaktlærer',
        'Gikk ut i storefri samme dag og fikk i gang stikkball sammen med eleven og fire andre.',
      ),
      principalTold(34),
      {
        ...{ daysAgo: 33, by: 'social-teacher' },
        said: {
          ...{ kind: 'immediate_measures', chosen: ['more_supervision', 'daily_talks'], why: '' },
          own: 'Kontaktlærer spør eleven etter hvert storefri hvordan det gikk.',
        },
      },
      {
        ...{ daysAgo: 33, by: 'social-teacher' },
        said: {
          kind: 'investigation_started',
          talks: [
            { who: 'Sosiallærer', withWhom: 'Eleven', untilOn: '' },
            { who: 'Kontaktlærer', withWhom: 'Foresatte', untilOn: '' },
            { who: 'Miljøveileder', withWhom: 'Observasjon i tre friminutt', untilOn: '' },
          ],
          what: 'Hvem eleven prøver å være med, og hva som skjer da.',
        },
      },
      {
        ...{ daysAgo: 31, by: 'social-teacher', ofPupil: true },
        said: {
          ...{ kind: 'pupil_heard', who: 'Sosiallærer' },
          words:
            '«Jeg går bort til dem, men de har alltid begynt allerede. Da går jeg en tur rundt skolen i stedet. Jeg vil helst at noen spør meg.»',
        },
      },
      {
        ...{ daysAgo: 29, by: 'social-teacher' },
        said: {
          ...{ kind: 'information_checked', what: 'At eleven går alene i storefri.' },
          how: 'Miljøveileder så tre friminutt. I to av dem gikk eleven alene. Ingen ble sett å stenge eleven ute med vilje: leken var i gang før eleven kom ut.',
        },
      },
      {
        ...{ daysAgo: 28, by: 'social-teacher' },
        said: {
          ...{ kind: 'investigation_concluded', safe: false },
          found:
            'Eleven kommer sent ut og finner ingen lek å bli med i. Ingen plager eleven, men eleven har det ikke trygt og godt i friminuttene.',
        },
      },
      {
        ...{ daysAgo: 27, by: 'social-teacher' },
        plan: {
          problem: 'Eleven har ingen å være sammen med i friminuttene og blir gående alene.',
          measures: [
            {
              what: 'Voksenstyrt lek i storefri mandag, onsdag og fredag, åpen for alle på trinnet.',
              level: 'school',
              by: 'environment-team',
              days: 42,
            },
            {
              what: 'Faste lekegrupper i klassen, byttes annenhver uke. Kontaktlærer setter dem sammen.',
              level: 'class',
              by: 'teacher',
              days: 42,
            },
            {
              what: 'Avtalt «lekemakker» når eleven går ut, så det er noen å gå ut sammen med.',
              level: 'pupil',
              by: 'teacher',
              days: 28,
            },
          ],
          evaluateIn: 5,
          child: 'Vil ha noen å gå ut sammen med. Vil ikke at de andre skal få vite hvorfor.',
          guardians: 'Er enige i tiltakene. Ønsker en melding hver fredag om hvordan uka har vært.',
          bestInterest:
            'Hovedvekten ligger på hele klassen, så eleven ikke blir skilt ut. Tiltakene bygger på det eleven selv ba om.',
        },
      },
      {
        ...{ daysAgo: 12, by: 'teacher' },
        said: { kind: 'note', text: 'Eleven ba selv om å få være målvakt i dag, og ble valgt først.' },
      },
    ],
  },
  {
    ...{ className: '6B', title: 'Utrygt klassemiljø', knownDaysAgo: 13, from: 'guardian' },
    what: 'To foresatte har ringt samme uke. Barna deres vegrer seg for å gå på skolen, og forteller om kommentarer i garderoben og en gruppechat der ikke alle får være med.',
    entries: [
      steppedIn(13, 'Kontaktlærer', 'Var i garderoben før og etter gym, og stoppet kommentarene der og da.'),
      principalTold(12),
      {
        ...{ daysAgo: 12, by: 'social-teacher' },
        said: {
          ...{ kind: 'immediate_measures', chosen: ['more_adults', 'more_supervision'], own: '', why: '' },
        },
      },
      {
        ...{ daysAgo: 11, by: 'social-teacher' },
        said: {
          kind: 'investigation_started',
          talks: [
            { who: 'Sosiallærer', withWhom: 'Alle elevene i klassen, to og to', untilOn: '' },
            { who: 'Assisterende rektor', withWhom: 'Foresatte på klassemøte', untilOn: '' },
          ],
          what: 'Hvor og når det skjer, og hva gruppechatten betyr for dem som står utenfor.',
        },
      },
    ],
  },
];
