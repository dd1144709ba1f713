import type { Fault } from '../../apps/api/src/access-log/verify.ts';

const where = { database: 'databasen', file: 'filen utenfor databasen' } as const;

export const faultText = (fault: Fault): string => {
  switch (fault.kind) {
    case 'changed':
      return `Oppføring ${fault.sequence} følger ikke av den foran: den er endret eller byttet ut.`;
    case 'missing':
      return fault.from === fault.to
        ? `Oppføring ${fault.from} mangler.`
        : `Oppføringene ${fault.from}–${fault.to} mangler.`;
    case 'cut short':
      return `Loggen skulle ende med oppføring ${fault.wanted}, men ender med ${fault.found}.`;
    case 'head differs':
      return `Den siste oppføringen, ${fault.sequence}, er ikke den som ble lagt til sist.`;
    case 'deleted early':
      return `Oppføringer fra ${fault.day} og før er slettet, og skulle ikke vært det ennå.`;
    case 'day differs':
      return `Loggen er en annen enn den var ${fault.day}, ifølge ${where[fault.where]}.`;
    case 'day missing':
      return `Standen ${fault.day} mangler i ${where[fault.where]}.`;
  }
};
