import { makeDocument, type DocumentFrame } from '../documents/document.ts';
import type { Section } from './sections.ts';

/** Constant: what varies stands in the content. */
const body = `
#let paragraphs(text) = text.split("\\n").filter(it => it.trim() != "").map(name).join(parbreak())
#for line in content.about [#quiet[#line]

]
#for section in content.sections [
  == #section.heading
  #block(sticky: true, quiet(name(section.aside)))
  #for (number, field) in section.fields.enumerate() [
    === #field.label
    #paragraphs(field.text)
    #if number == 0 and section.measures.len() > 0 [
      #data-table(columns: (1fr, auto, auto, auto), header: ([Tiltak], [For], [Ansvarlig], [Når]),
        ..section.measures.map(row => (name(row.what.text), [#row.level], name(row.responsible), [#row.period])).flatten())
    ]
  ]
]
`;

export type CasePdf = {
  readonly frame: Omit<DocumentFrame, 'namesPupils'>;
  /** Lines under the title. */
  readonly about: readonly string[];
  /** As they are to be read: what is masked, is masked here. */
  readonly sections: readonly Section[];
};

export const casePdf = ({ frame, about, sections }: CasePdf): Buffer =>
  makeDocument({ ...frame, namesPupils: true }, body, { about, sections });
