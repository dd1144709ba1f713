const freeWords =
  /(?<!\p{L})((høst|jule?|vinter|påske|pinse|sommer|skole|elev)?ferie(dag|dager|uke)?|((elev|skole)?fri(dag|dager)?)|planleggingsdag(er)?|plandag(er)?|kurs- og planleggingsdag(er)?|helligdag(er)?|høytidsdag|fridager|skjærtorsdag|langfredag|([12]\. ?)?(påske|pinse|jule?)dag|nyttårsdag|(kristi )?himmelfartsdag|arbeidernes (internasjonale )?(kamp)?dag|(off(entlig)?\.? )?høytid|grunnlovsdag(en)?|17\. ?mai|1\. ?mai)(?!\p{L})/iu;

/** The last day before a break and the first after it are school days. */
const schoolWords = /(siste|første)\s+(skole)?dag|skolestart|skoleslutt|før |etter /iu;

/** Whether the name of an event reads like days without school; a guess for a person to settle. */
export const looksFree = (name: string): boolean => freeWords.test(name) && !schoolWords.test(name);
