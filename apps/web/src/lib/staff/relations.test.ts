import type { StaffSession } from '@samhold/contract';
import { describe, expect, it } from 'vitest';
import { safeReturn } from './paths.ts';
import { landingPath, ownClasses } from './relations.ts';

const session = (...relations: StaffSession['relations']): StaffSession => ({
  staffId: '0b8f6a3e-9d53-4d0e-8a53-1c0f4b7a2d11',
  name: 'Kari Nordmann',
  school: { name: 'Fjellvik skole', demo: true },
  hasOtherSchools: false,
  relations,
});
const teacherOf = (classId: string, className: string) =>
  ({ kind: 'contact_teacher', classId, className }) as const;
const leader = { kind: 'leadership', classId: null, className: null } as const;

describe('where a signed-in person lands', () => {
  it('is the class for a teacher of one class', () => {
    expect(landingPath(session(teacherOf('a', '4A')))).toBe('/class/a');
  });

  it('is the school for leadership', () => {
    expect(landingPath(session(leader))).toBe('/school');
  });

  it('is the talks for a social teacher without a class', () => {
    const social = { kind: 'social_teacher', classId: null, className: null } as const;
    expect(landingPath(session(social))).toBe('/talks');
    expect(landingPath(session(social, teacherOf('a', '4A')))).toBe('/class/a');
  });

  it('is what the schools have published for whoever works for their owner', () => {
    expect(landingPath(session({ kind: 'owner', classId: null, className: null }))).toBe('/owner');
  });

  it('is a choice when there is more than one place to go', () => {
    expect(landingPath(session(teacherOf('a', '4A'), teacherOf('b', '4B')))).toBeNull();
    expect(landingPath(session(leader, teacherOf('a', '4A')))).toBeNull();
  });

  it('counts a class once, however many relations there are to it', () => {
    const both = session(teacherOf('a', '4A'), { kind: 'substitute', classId: 'a', className: '4A' });
    expect(ownClasses(both)).toHaveLength(1);
  });
});

describe('the page to return to after signing in', () => {
  it('is a path on this site', () => {
    expect(safeReturn('/class/a')).toBe('/class/a');
  });

  it('is never another site', () => {
    expect(safeReturn('//evil.example')).toBe('/');
    expect(safeReturn('/\\evil.example')).toBe('/');
    expect(safeReturn('https://evil.example')).toBe('/');
    expect(safeReturn(null)).toBe('/');
  });
});
