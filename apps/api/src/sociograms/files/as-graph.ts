import { xmlText } from '@samhold/analysis';
import { aboutFile, type FilePupil, type FileTie, type SociogramFile } from './file-content.ts';

type Value = string | number | boolean | null;
type Property<Of> = {
  readonly id: string;
  readonly type: 'string' | 'int' | 'boolean';
  readonly of: (one: Of) => Value;
};

const ofPupil: readonly Property<FilePupil>[] = [
  { id: 'label', type: 'string', of: ({ label }) => label },
  { id: 'responded', type: 'boolean', of: ({ responded }) => responded },
  { id: 'received', type: 'int', of: ({ received }) => received },
  // Not known of a pupil who has not answered: the value is left out.
  { id: 'given', type: 'int', of: ({ given }) => given },
  { id: 'mutual', type: 'int', of: ({ mutual }) => mutual },
];
const ofTie: readonly Property<FileTie>[] = [
  { id: 'weight', type: 'int', of: ({ criteria }) => criteria.length },
  { id: 'reciprocated', type: 'boolean', of: ({ mutual }) => mutual },
  { id: 'criteria', type: 'string', of: ({ criteria }) => criteria.join(', ') },
];
/** Names of the same facts without spaces, as programs want them. */
const ofGraph = ['school', 'class', 'round', 'criterion', 'basis', 'date', 'choices', 'pupils'];

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const known = <Of>(properties: readonly Property<Of>[], one: Of) =>
  properties.flatMap(({ id, type, of }) => {
    const value = of(one);
    return value === null ? [] : [{ id, type, value: xmlText(String(value)) }];
  });

/** GraphML 1.0, directed: an edge from the pupil who chose to the one who was chosen. */
export const asGraphml = (file: SociogramFile): string => {
  const keys = (target: 'node' | 'edge', properties: readonly Property<never>[]): readonly string[] =>
    properties.map(
      ({ id, type }) => `<key id="${target}-${id}" for="${target}" attr.name="${id}" attr.type="${type}"/>`,
    );
  const values = <Of>(target: 'node' | 'edge', properties: readonly Property<Of>[], one: Of): string =>
    known(properties, one)
      .map(({ id, value }) => `<data key="${target}-${id}">${value}</data>`)
      .join('');
  return [
    head,
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    ...ofGraph.map((name) => `<key id="graph-${name}" for="graph" attr.name="${name}" attr.type="string"/>`),
    ...keys('node', ofPupil),
    ...keys('edge', ofTie),
    '<graph id="sociogram" edgedefault="directed">',
    ...aboutFile(file).map(
      ([, value], at) => `<data key="graph-${ofGraph[at] ?? ''}">${xmlText(value)}</data>`,
    ),
    ...file.pupils.map((pupil) => `<node id="${pupil.node}">${values('node', ofPupil, pupil)}</node>`),
    ...file.ties.map(
      (tie, at) =>
        `<edge id="e${at + 1}" source="${tie.from.node}" target="${tie.to.node}">${values('edge', ofTie, tie)}</edge>`,
    ),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n');
};

/** GEXF 1.2, directed, which Gephi and every program like it reads. */
export const asGexf = (file: SociogramFile): string => {
  const attributes = (target: 'node' | 'edge', properties: readonly Property<never>[]): readonly string[] => [
    `<attributes class="${target}">`,
    ...properties.map(
      ({ id, type }) => `<attribute id="${id}" title="${id}" type="${type === 'int' ? 'integer' : type}"/>`,
    ),
    '</attributes>',
  ];
  const values = <Of>(properties: readonly Property<Of>[], one: Of): string =>
    `<attvalues>${known(properties, one)
      .map(({ id, value }) => `<attvalue for="${id}" value="${value}"/>`)
      .join('')}</attvalues>`;
  // GEXF has places of its own for names and weights.
  const [pupilFacts, tieFacts] = [ofPupil.slice(1), ofTie.slice(1)];
  const description = aboutFile(file).map(([label, value]) => `${label}: ${value}`);
  return [
    head,
    '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">',
    `<meta lastmodifieddate="${file.day}"><creator>Samhold</creator><description>${xmlText(description.join('\n'))}</description></meta>`,
    '<graph mode="static" defaultedgetype="directed">',
    ...attributes('node', pupilFacts),
    ...attributes('edge', tieFacts),
    '<nodes>',
    ...file.pupils.map(
      (pupil) =>
        `<node id="${pupil.node}" label="${xmlText(pupil.label)}">${values(pupilFacts, pupil)}</node>`,
    ),
    '</nodes>',
    '<edges>',
    ...file.ties.map(
      (tie, at) =>
        `<edge id="e${at + 1}" source="${tie.from.node}" target="${tie.to.node}" weight="${tie.criteria.length}">${values(tieFacts, tie)}</edge>`,
    ),
    '</edges>',
    '</graph>',
    '</gexf>',
    '',
  ].join('\n');
};
