import type { Publication, PublicationAudience, PublicationSpec, ReleaseLedger } from '@samhold/contract';

export const audienceNames: Readonly<Record<PublicationAudience, string>> = {
  leadership: 'Ledelsen',
  gradeTeam: 'Trinnets kontaktlærere',
  staff: 'Alle ansatte',
  environmentTeam: 'Miljøteamet',
  classCouncil: 'Klasserådet i en klasse',
  pupilCouncil: 'Elevrådet',
  parentCouncil: 'FAU',
  board: 'Driftsstyret',
  owner: 'Skoleeieren',
  public: 'Alle, også utenfor skolen',
};

export const specNames: Readonly<Record<PublicationSpec, string>> = {
  school: 'Skolen under ett',
  grades: 'Trinnene og skolen under ett',
  classes: 'Klassene, trinnene og skolen under ett',
};

/** As the catalogue of the server has it, which is the one that decides. */
export const specsFor = (audience: PublicationAudience): readonly PublicationSpec[] => {
  if (audience === 'leadership' || audience === 'gradeTeam' || audience === 'classCouncil')
    return ['classes'];
  return audience === 'staff' || audience === 'environmentTeam'
    ? ['grades', 'classes', 'school']
    : ['grades', 'school'];
};

export const audienceName = ({
  audience,
  grade,
  className,
}: Pick<Publication, 'audience' | 'grade' | 'className'>): string => {
  if (className !== null) return `Klasserådet i ${className}`;
  return grade === null ? audienceNames[audience] : `Kontaktlærerne på ${grade}. trinn`;
};

export const specName = ({ spec, className }: Pick<Publication, 'spec' | 'className'>): string =>
  className === null ? specNames[spec] : 'Det klassen selv er vist';

export const stateNames: Readonly<Record<Publication['state'], string>> = {
  auditing: 'Kontrolleres',
  audited: 'Klar til å leses gjennom',
  failed: 'Ikke ferdig',
  published: 'Publisert',
  revoked: 'Trukket tilbake',
};

/** To whom a release went. */
export const releaseName = ({
  audience,
  className,
}: Pick<ReleaseLedger['releases'][number], 'audience' | 'className'>): string =>
  audience === 'class' ? (className ?? 'Klassen') : audienceNames[audience];
