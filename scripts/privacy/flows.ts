/** What comes in from, or goes out to, somewhere else than a signed-in member of staff in a browser. */
export type Flow = {
  readonly what: string;
  readonly between: string;
  readonly holds: string;
  readonly guard: string;
  /** Where it passes, when it passes the api. */
  readonly routes: readonly string[];
};

const tablet = 'a pupil’s tablet → the server';

export const flows: readonly Flow[] = [
  {
    what: 'Entry of a pupil',
    between: tablet,
    holds: 'class code or badge, chosen name and pictures, or a school account’s subject',
    guard: 'code of an open sitting only; tries are limited; badges and accounts are kept as keyed hashes',
    routes: [
      'POST /api/v1/join',
      'POST /api/v1/badge',
      'POST /api/v1/pupil-session',
      'POST /api/v1/pupil-session/identity',
      'DELETE /api/v1/pupil-session',
      'GET /api/v1/pupil-sign-in',
      'GET /api/v1/sign-in/pupil',
    ],
  },
  {
    what: 'The form and the answers',
    between: tablet,
    holds: 'questions and classmates’ names to the tablet; each answer sealed to the school’s key back',
    guard: 'a session for one sitting; a token that can only hand over; the tablet cannot read answers back',
    routes: [
      'GET /api/v1/pupil-session/form',
      'POST /api/v1/pupil-session/form-faults',
      'GET /api/v1/pupil-session/clips/:clipId',
      'PUT /api/v1/responses/:responseId/parts',
    ],
  },
  {
    what: 'Sign-in of staff and pupils',
    between: 'the owner’s OpenID provider, or a browser with an account of the school’s own ↔ the server',
    holds:
      'subject and issuer of who signs in, kept as a keyed hash; of staff by Feide also two factors, kommune and class groups',
    guard:
      'code flow with PKCE, state and nonce; accounts: password, code of an app, and tries that are limited',
    routes: [
      'GET /api/v1/sign-in',
      'GET /api/v1/sign-in/callback',
      'GET /api/v1/sign-in/owners',
      'GET /api/v1/sign-in/schools',
      'POST /api/v1/sign-in/school',
      'DELETE /api/v1/sign-in/schools',
      'POST /api/v1/invitations/sign-in',
      'POST /api/v1/account/sign-in',
      'GET /api/v1/account/set-up',
      'POST /api/v1/account/set-up',
    ],
  },
  {
    what: 'The first administrator',
    between: 'whoever started the server → the server',
    holds: 'name of the school, the kommune and the person',
    guard: 'a link that holds once and for a day',
    routes: ['POST /api/v1/setup/open', 'POST /api/v1/setup'],
  },
  {
    what: 'Rosters',
    between: 'a file from the school’s own system → the server',
    holds:
      'class, grade, names, an id of the source; birth numbers, addresses and phones are dropped or stop the import',
    guard: 'an administrator, or whoever has the server; read before it is applied',
    routes: ['POST /api/v1/roster/imports'],
  },
  {
    what: 'Figures of Elevundersøkelsen',
    between: 'files from Udir → the server',
    holds: 'figures of schools, grades and classes, without pupils',
    guard: 'leadership',
    routes: ['POST /api/v1/national-survey/imports', 'POST /api/v1/national-survey/class-files'],
  },
  {
    what: 'Reports by link',
    between: 'the server → councils, the owner, the public',
    holds: 'frozen figures with small groups hidden',
    guard: 'a link of 128 random bits at least, revocable, given by leadership',
    routes: ['POST /api/v1/reports/open', 'POST /api/v1/reports/file'],
  },
  {
    what: 'A person’s own calendar',
    between: 'the server → a calendar program of staff',
    holds: 'what recurs in the school year, and rounds; no pupil',
    guard: 'a secret address, which its owner can withdraw',
    routes: ['GET /api/v1/calendar/feed/:link'],
  },
  {
    what: 'Whether the server lives',
    between: 'the server → whoever watches it',
    holds: 'yes or no',
    guard: 'none needed',
    routes: ['GET /api/v1/live', 'GET /api/v1/ready'],
  },
  {
    what: 'A case to the archive or the county governor',
    between: 'the server → a file with whoever carries the case',
    holds: 'the whole case, unmasked, with hashes',
    guard: 'whoever carries the case, who has just signed in again; entered in the log',
    routes: ['POST /api/v1/cases/:caseId/exports'],
  },
  {
    what: 'A document of a case to a party',
    between: 'the server → a file with whoever carries the case',
    holds: 'the plan or a report with third parties masked',
    guard: 'each text is read by a person before the file is made',
    routes: ['GET /api/v1/cases/:caseId/documents/:documentId/file'],
  },
  {
    what: 'Mail to staff',
    between: 'the server → the owner’s mail server',
    holds: 'that there is something new, and a link; no pupil, class or case',
    guard: 'only to an address the person has confirmed; encrypted where the mail server can',
    routes: [],
  },
  {
    what: 'Heads of the access log',
    between: 'the server → a folder beside the database',
    holds: 'school id, number of entries, a hash',
    guard: 'readable by the server’s own user',
    routes: [],
  },
];
