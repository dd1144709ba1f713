import { sql, type SchoolSealer, type Tx } from '@samhold/db';
import { logPages } from '../access-log/log-pages.ts';
import { dayOf } from '../calendar-days.ts';
import { besideSections } from '../case-documents/beside-sections.ts';
import { casePdf } from '../case-documents/case-pdf.ts';
import { bagOfCase } from '../case-documents/export.ts';
import { wholeNames } from '../roster/names.ts';
import { readCaseWhole } from '../cases/read-case.ts';
import { reportsOutsideCases } from '../incidents/of-case.ts';
import { minutesOutsideCases } from '../meetings/of-case.ts';

export type HandedFile = { readonly name: string; readonly bytes: Buffer };

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/** What the access log's ids mean: hidden pupils by their alias, as everywhere (P8). */
const people = async (tx: Tx, sealer: SchoolSealer, schoolId: string) => {
  const rows = await tx
    .selectFrom('sealed_person')
    .select(['person_id', 'kind'])
    .where('school_id', '=', schoolId)
    .orderBy('person_id')
    .execute();
  const ids = rows.map((row) => row.person_id);
  const names = await wholeNames(tx, sealer, schoolId, ids);
  return rows.map(({ person_id: id, kind }) => ({ id, kind, name: names.get(id) ?? '–' }));
};

/** The log line by line, with what each hash is over, so that the chain can be verified without this system. */
const logLines = async (tx: Tx, schoolId: string): Promise<Buffer> => {
  const pages: Buffer[] = [];
  for await (const page of logPages(tx, schoolId, 0))
    pages.push(Buffer.from(page.map((row) => `${JSON.stringify(row)}\n`).join('')));
  return Buffer.concat(pages);
};

/** Rows that hold no name: what rounds rested on, and what was deleted before. */
const plain = async (
  tx: Tx,
  schoolId: string,
  table: 'processing_ground' | 'retention_receipt' | 'case_deletion',
) =>
  (
    await sql<{ row: object }>`
      select to_jsonb(t) - 'school_id' as row from ${sql.table(table)} t where t.school_id = ${schoolId} order by to_jsonb(t)::text`.execute(
      tx,
    )
  ).rows.map(({ row }) => row);

/** Reports meant for the owner or for everybody, as they were frozen. */
const reportsGivenOut = async (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('publication')
    .select(['publication_id', 'audience', 'title', 'published_at', 'document'])
    .where('school_id', '=', schoolId)
    .where('state', '=', 'published')
    .where('audience', 'in', ['owner', 'public'])
    .orderBy('published_at')
    .orderBy('publication_id')
    .execute();

const explained = `Dette er det skolen overleverer til skoleeieren når den avsluttes i Samhold.

saker/               hver skolemiljøsak for seg, som en arkivpakke (BagIt): PDF/A og JSON. Ingenting er sladdet.
utenfor-saker.pdf    meldinger om hendelser og møtepunkter som ikke hører til noen sak
utenfor-saker.json   det samme for maskiner
innsynslogg.jsonl    hvem som har åpnet hva om hvem, og hvorfor: bare id-er, lenket sammen med SHA-256
personer.json        hvem id-ene i innsynsloggen er. Skjermede elever står med dekknavn.
grunnlag.json        formål, hjemmel, informasjonsbrev og DPIA for hvert skoleår
slettet.json         kvitteringer for det som er slettet før
rapporter.json       rapporter gitt til skoleeieren eller alle, slik de ble frosset
manifest.json        størrelse og SHA-256 for hver fil over

Ikke med: svar, sosiogrammer, tegn, notater og elevsamtaler fra skoleåret. De har ikke arkivverdi og slettes med skolen. Det en sak bygger på, er kopiert inn i saken.
Innsynsloggen skal kunne besvare spørsmål fra elever og foresatte i fem år. Slett den og personer.json etter det.
`;

/** Everything of a school that is kept when it closes, a file at a time. `broken` hears of cases whose line does not hold. */
export async function* handedOver(
  tx: Tx,
  sealer: SchoolSealer,
  school: { readonly schoolId: string; readonly name: string },
  now: Date,
  broken: (reference: string) => void,
): AsyncGenerator<HandedFile> {
  const { schoolId } = school;
  const day = dayOf(now);
  yield { name: 'les-meg.txt', bytes: Buffer.from(explained) };
  const cases = await tx
    .selectFrom('school_case')
    .select('case_id')
    .where('school_id', '=', schoolId)
    .orderBy('opened_at')
    .orderBy('case_id')
    .execute();
  for (const { case_id: caseId } of cases) {
    const view = await readCaseWhole(tx, sealer, schoolId, caseId, now);
    if (view === undefined) continue;
    if (view.brokenAt !== null) broken(view.reference);
    const { zip } = await bagOfCase(tx, sealer, schoolId, view, day);
    yield { name: `saker/sak-${view.reference.replaceAll(/[^\w-]/g, '-')}.zip`, bytes: zip };
  }
  const outside = {
    reports: await reportsOutsideCases(tx, sealer, schoolId),
    meetings: await minutesOutsideCases(tx, sealer, schoolId),
  };
  const pdf = casePdf({
    frame: {
      ...{ title: 'Meldinger og møter', subtitle: 'Utenfor saker', schoolName: school.name, day },
      archival: true,
    },
    about: ['Meldinger om hendelser og møtepunkter som ikke hører til noen sak.'],
    sections: besideSections({ ...outside, surveys: [] }),
  });
  yield { name: 'utenfor-saker.pdf', bytes: pdf };
  yield { name: 'utenfor-saker.json', bytes: json({ format: 'samhold-outside-cases 1', ...outside }) };
  yield { name: 'innsynslogg.jsonl', bytes: await logLines(tx, schoolId) };
  yield { name: 'personer.json', bytes: json(await people(tx, sealer, schoolId)) };
  yield { name: 'grunnlag.json', bytes: json(await plain(tx, schoolId, 'processing_ground')) };
  const deleted = {
    retention: await plain(tx, schoolId, 'retention_receipt'),
    cases: await plain(tx, schoolId, 'case_deletion'),
  };
  yield { name: 'slettet.json', bytes: json(deleted) };
  yield { name: 'rapporter.json', bytes: json(await reportsGivenOut(tx, schoolId)) };
}
