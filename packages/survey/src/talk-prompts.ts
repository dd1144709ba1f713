import type { ThemeId } from './themes.ts';

/**
 * Questions for a talk in class about a theme, in bokmål. Each can be answered without speaking of anybody in particular: they
 * ask what makes it good, what «vi» can do and what adults can do, never who or how it is for one of them.
 */
export const talkPrompts: Readonly<Record<ThemeId, readonly string[]>> = {
  wellbeing: [
    'Hva gjør en skoledag til en god dag?',
    'Hva kan vi gjøre litt mer av i klassen?',
    'Hva kan de voksne gjøre for at dagene blir bedre?',
  ],
  safety: [
    'Hva gjør at et sted på skolen kjennes trygt?',
    'Hva kan vi bli enige om, så alle kan være trygge her?',
    'Hva vil vi at de voksne skal gjøre når noe kjennes utrygt?',
  ],
  friends: [
    'Hva gjør at man kjenner at man hører til?',
    'Hvordan kan vi gjøre det lett å bli med i det andre holder på med?',
    'Hva kan vi gjøre sammen, så vi blir bedre kjent på tvers i klassen?',
  ],
  recess: [
    'Hva er fint å gjøre i friminuttet, som mange kan være med på?',
    'Hvordan kan vi spørre om å få være med, og hvordan kan vi svare?',
    'Hva mangler ute, som kunne gjort friminuttet bedre?',
  ],
  adults: [
    'Hva gjør en voksen som er god å gå til?',
    'Når er det fint at en voksen hjelper, og når vil vi prøve selv først?',
    'Hvordan kan vi si fra til en voksen når noe er vanskelig?',
  ],
  'work-peace': [
    'Hva trenger vi for å få jobbe godt i timene?',
    'Hvilken avtale kan vi prøve i to uker for å få mer arbeidsro?',
    'Hva kan de voksne gjøre for at det blir lettere å konsentrere seg?',
  ],
  mastery: [
    'Hva hjelper når noe er vanskelig å få til?',
    'Hvordan kan vi hjelpe uten å gi svaret?',
    'Hva har vi som klasse blitt bedre til i det siste?',
  ],
  motivation: [
    'Når er det spennende å lære noe nytt?',
    'Hva vil vi gjerne jobbe mer med?',
    'Hvilke måter å jobbe på gir oss lyst til å fortsette?',
  ],
  participation: [
    'Hva vil vi være med og bestemme i klassen?',
    'Hvordan kan vi ta en avgjørelse, så alle er blitt hørt?',
    'Hva vil vi at elevrådet skal ta opp?',
  ],
  rules: [
    'Hvilke av avtalene våre fungerer godt?',
    'Er det en avtale vi bør endre eller lage på nytt?',
    'Hvordan kan vi minne hverandre om avtalene på en vennlig måte?',
  ],
  bullying: [
    'Hva er en god måte å være mot hverandre på, på skolen og på nett?',
    'Hva kan vi gjøre når vi ser noe som ikke er greit?',
    'Hvilke voksne kan vi alltid si fra til, og hva skjer etterpå?',
  ],
};
