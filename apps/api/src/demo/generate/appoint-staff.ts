import { addDays } from '../../calendar/days.ts';
import type { DemoClass, DemoRelation, DemoStaffMember, RelationKind } from './demo-school.ts';
import { nameStaff } from './name-people.ts';
import { randomStream } from './random-stream.ts';

type Post = {
  readonly key: string;
  readonly title: string;
  readonly kind: RelationKind;
  /** Held beside the first. */
  readonly also?: RelationKind;
  readonly className?: string;
};

const substituteClass = '2A';
const substituteDays = 14;

const schoolPosts: readonly Post[] = [
  { key: 'headteacher', title: 'Rektor', kind: 'leadership', also: 'principal' },
  { key: 'assistant-head', title: 'Assisterende rektor', kind: 'leadership' },
  { key: 'social-teacher', title: 'Sosiallærer', kind: 'social_teacher' },
  { key: 'environment-team', title: 'Miljøveileder', kind: 'environment_team' },
  { key: 'administrator', title: 'Administrasjonskonsulent', kind: 'administrator' },
  { key: 'substitute', title: 'Vikar', kind: 'substitute', className: substituteClass },
  { key: 'subject-teacher', title: 'Faglærer i musikk', kind: 'employee' },
  { key: 'fau-reader', title: 'Leder av FAU', kind: 'council_reader' },
  { key: 'school-owner', title: 'Rådgiver hos skoleeier', kind: 'owner' },
];

/** One contact teacher per class and one person in each post of the school; the substitute's relation runs out soon. */
export function appointStaff(
  seed: number,
  classes: readonly DemoClass[],
  year: { readonly startsOn: string; readonly endsOn: string },
  today: string,
  takenNames: Set<string>,
): DemoStaffMember[] {
  const posts: Post[] = [
    ...classes.map(({ name }): Post => ({
      key: `contact-teacher-${name}`,
      title: `Kontaktlærer ${name}`,
      kind: 'contact_teacher',
      className: name,
    })),
    ...schoolPosts,
  ];
  const names = nameStaff(posts.length, takenNames, randomStream(seed, 'staff'));
  return names.flatMap((name, index) => {
    const post = posts[index];
    if (post === undefined) return [];
    const dates =
      post.kind === 'substitute'
        ? { startsOn: addDays(today, -2), endsOn: addDays(today, substituteDays) }
        : { startsOn: year.startsOn, endsOn: year.endsOn };
    const relation: DemoRelation = {
      kind: post.kind,
      ...(post.className === undefined ? {} : { className: post.className }),
      ...dates,
    };
    const beside: DemoRelation[] = post.also === undefined ? [] : [{ kind: post.also, ...dates }];
    return [{ key: post.key, ...name, title: post.title, relations: [relation, ...beside] }];
  });
}
