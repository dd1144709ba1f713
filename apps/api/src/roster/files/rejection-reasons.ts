/** Why a row was left out. None of them says what stood in it. */
export const reasons = {
  valueMissing: 'En verdi mangler.',
  gradeUnreadable: 'Trinnet mangler eller kan ikke leses.',
  gradeOutside: 'Trinnet må være 1–7.',
  idTwice: 'Samme id står på en tidligere rad.',
  unknownStatus: 'Statusen er ukjent.',
  unknownRole: 'Rollen er ukjent.',
  unknownClassType: 'Klassetypen er ukjent.',
  dateUnreadable: 'Datoen kan ikke leses.',
  noSuchClass: 'Raden viser til en klasse som ikke finnes i classes.csv.',
  noSuchPerson: 'Raden viser til en person som ikke finnes i users.csv.',
  twoClasses: 'Eleven står i to klasser. Den første er brukt.',
  noClass: 'Eleven står ikke i noen klasse.',
  roleDiffers: 'Personen står som elev i klassen, men har en annen rolle ved skolen.',
} as const;
