/** Stands for the local provider whatever port it listens on, so that a demo school outlives a change of PORT. */
export const demoIssuer = 'samhold-demo';

/** Of the one who works for the owner of a generated kommune and has a place in every school. */
export const ownerSubject = 'kommune-owner';

/** Of a social teacher whom two of its schools share. */
export const sharedSubject = 'kommune-shared';

/** Who can sign in at each of its schools. */
export const kommuneSeats = [
  ['principal', 'Rektor'],
  ['social-teacher', 'Sosiallærer'],
  ['teacher', 'Kontaktlærer'],
  ['administrator', 'Administrator'],
] as const;

export const subjectOf = (number: number, seat: (typeof kommuneSeats)[number][0]): string =>
  `kommune-${number}-${seat}`;
