const teacherRoles = ['teacher', 'professor', 'faculty'];

/** What else a person can be in OneRoster 1.1 and 1.2, and in SDS 2.1. */
const otherRoles = [
  [
    'administrator',
    'aide',
    'counselor',
    'districtAdministrator',
    'guardian',
    'parent',
    'principal',
    'proctor',
  ],
  [
    'relative',
    'siteAdministrator',
    'systemAdministrator',
    'adjunct',
    'adjunctFaculty',
    'alumni',
    'assistant',
  ],
  ['assistantPrincipal', 'boardMember', 'chair', 'coach', 'contactPerson', 'custodian', 'districtAdmin'],
  [
    'facultyAdmin',
    'hallMonitor',
    'instructionalCoach',
    'itAdmin',
    'lecturer',
    'librarian',
    'mentor',
    'nurse',
  ],
  ['officeStaff', 'paraprofessional', 'parentOrGuardian', 'researcher', 'schoolAdmin', 'staff', 'substitute'],
  [
    'substituteTeacher',
    'supportStaff',
    'tutor',
    'visitor',
    'vicePrincipal',
    'volunteer',
    'administrativeStaff',
  ],
  ['other', 'emergencyContact', 'doctor', 'familyMember'],
];

const known = new Set(['student', ...teacherRoles, ...otherRoles.flat()].map((role) => role.toLowerCase()));

/** Case does not count; OneRoster lets a system add its own as `ext:…`. */
export const isRole = (role: string): boolean => known.has(role) || role.startsWith('ext:');

export const isTeacherRole = (role: string): boolean => teacherRoles.includes(role);

/** Those of the school who may teach a class beside their own work. */
export const mayTeach = (role: string): boolean =>
  isTeacherRole(role) || /administrator|principal|substitute|lecturer/.test(role);
