/** What the school has chosen for one class (`ofClass`) or for all. */
export type StoredChoice = {
  readonly ofClass: boolean;
  readonly contactTeachers: boolean;
  readonly staffIds: readonly string[];
};

/**
 * The adults a class's pupils can ask to talk with, each once. The class's own choice comes before the school's; without
 * either, or when all who were chosen have left, it is the class's contact teachers and the school's social teachers.
 */
export const offeredAdults = (
  choices: readonly StoredChoice[],
  contactTeachers: readonly string[],
  socialTeachers: readonly string[],
): readonly string[] => {
  for (const choice of choices.toSorted((a, b) => Number(b.ofClass) - Number(a.ofClass))) {
    const adults = [...(choice.contactTeachers ? contactTeachers : []), ...choice.staffIds];
    if (adults.length > 0) return [...new Set(adults)];
  }
  return [...new Set([...contactTeachers, ...socialTeachers])];
};
