import { makeDocument } from '../documents/document.ts';
import { wallFrame, type WallSheet } from './wall-sheet.ts';

const body = `
#set list(spacing: 0.9em)
#grid(columns: (1fr, 1fr, 1fr), column-gutter: 8mm, row-gutter: 9mm,
  ..content.groups.map(group => block(breakable: false)[
    == Gruppe #group.number
    #set text(size: 13pt)
    #list(..group.names.map(name))
  ]))
`;

/** The groups of a class by name, to hang on the wall. */
export const groupList = (sheet: WallSheet): Buffer => {
  const groups = [...Map.groupBy(sheet.pupils, ({ place }) => Number(place))].sort(([a], [b]) => a - b);
  return makeDocument(wallFrame(sheet, 'Grupper'), body, {
    groups: groups.map(([number, pupils]) => ({ number, names: pupils.map(({ label }) => label) })),
  });
};
