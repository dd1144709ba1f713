export const weeklyMeeting = {
  ...{ name: 'Elevsaksmøte', responsible: ['social_teacher'], firstWeek: 1, everyWeeks: 1, times: null },
  ...{ weekday: 3, weeksLong: 0, startsAt: '08:15', minutes: 45 },
};
