const gradeForm = /^(?:trinn|årstrinn|klasse)?\s*0?(\d{1,2})\.?\s*(?:trinn|årstrinn|klasse|kl\.?)?$/i;
const lettered = /^0?(\d{1,2})\.?\s*([a-zæøå]{1,2}\d?)$/i;
const joined = /^\d{1,2}\.?\s*[-–/]\s*\d{1,2}\.?\s*(?:trinn|klasse)?\s*[a-zæøå]?$/i;

/** A grade as it is written in rosters: 5, 05, «5. trinn», «Trinn 5». Not yet limited to the grades of a primary school. */
export const readGrade = (text: string): number | undefined => {
  const digits = gradeForm.exec(text.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** The grade that a class name begins with: 5 for 5A. */
export const gradeOfClassName = (name: string): number | undefined => {
  const digits = lettered.exec(name.trim())?.[1];
  return digits === undefined ? readGrade(name) : Number(digits);
};

/** True for what a class is called in a Norwegian school: 5A, «5 b», 1–2, 1/2A. */
export const isClassName = (title: string): boolean => lettered.test(title) || joined.test(title);

/** One name for a class however it is written: «5 a» and 05A are 5A, and A in grade 5 is 5A. */
export const classNameOf = (title: string, grade: number | undefined): string => {
  const match = lettered.exec(title);
  if (match !== null) return `${Number(match[1])}${match[2]?.toUpperCase()}`;
  if (grade !== undefined && /^[a-zæøå]{1,2}\d?$/i.test(title)) return `${grade}${title.toUpperCase()}`;
  return title;
};

export const isPrimaryGrade = (grade: number): boolean => Number.isInteger(grade) && grade >= 1 && grade <= 7;
