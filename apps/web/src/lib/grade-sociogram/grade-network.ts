import { shownNetwork, type ShownNetwork } from '@samhold/analysis';
import type { GradeSociogram } from '@samhold/contract';

/** What one criterion shows of the grade, or all of them together (null). */
export const gradeNetwork = (sociogram: GradeSociogram, criterionId: string | null): ShownNetwork =>
  shownNetwork({ ...sociogram, givenOutside: [] }, criterionId);

const classesOf = ({ pupils }: GradeSociogram): ReadonlyMap<string, string> =>
  new Map(pupils.map(({ pupilId, className }) => [pupilId, className]));

/** How many answered of those who could have chosen a pupil of the class, the pupil among them. */
const respondentsFor = (network: ShownNetwork, sociogram: GradeSociogram, className?: string): number =>
  sociogram.acrossGrade
    ? network.respondents
    : sociogram.pupils.filter((pupil) => pupil.responded && pupil.className === className).length;

/** The network as it is told of one pupil: those of other classes are called with their class. */
export const toldOf = (network: ShownNetwork, sociogram: GradeSociogram, pupilId: string): ShownNetwork => {
  const classes = classesOf(sociogram);
  const own = classes.get(pupilId);
  return {
    ...network,
    respondents: respondentsFor(network, sociogram, own),
    pupils: network.pupils.map((pupil) => {
      const className = classes.get(pupil.pupilId);
      return className === own ? pupil : { ...pupil, label: `${pupil.label} (${className ?? ''})` };
    }),
  };
};

/**
 * The classes of the grade, each with its own pupils and the choices of the whole grade. Where pupils could only choose in
 * their own class, nobody of another class is counted among those who could have chosen them.
 */
export const byClass = (
  network: ShownNetwork,
  sociogram: GradeSociogram,
): readonly { readonly className: string; readonly network: ShownNetwork }[] => {
  const classes = classesOf(sociogram);
  const names = [...new Set(classes.values())].sort((a, b) => a.localeCompare(b, 'nb', { numeric: true }));
  return names.map((className) => ({
    className,
    network: {
      ...network,
      pupils: network.pupils.filter(({ pupilId }) => classes.get(pupilId) === className),
      respondents: respondentsFor(network, sociogram, className),
    },
  }));
};
