import type { CaseExportReceipt, CaseView, NewCaseExport } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf, writtenDay } from '../calendar-days.ts';
import { caseChain } from '../cases/read-case.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { reportsOfCase } from '../incidents/of-case.ts';
import { surveysOfCase } from '../investigations/of-case.ts';
import { minutesOfCase } from '../meetings/of-case.ts';
import { aboutFiles } from './about-files.ts';
import { requireProof } from '../session/proof.ts';
import { makeBag, type BagFile } from './bag.ts';
import { besideHash } from './beside.ts';
import { besideSections, type Beside } from './beside-sections.ts';
import { casePdf } from './case-pdf.ts';
import { finishedFile, openDocument } from './document-file.ts';
import { carriedCase, lastEntry } from './list.ts';
import * as queries from './queries.ts';
import { wholeCase } from './sections.ts';

const stages: Readonly<Record<CaseView['stage'], string>> = {
  reported: 'åpnet',
  told: 'meldt til rektor',
  investigating: 'undersøkes',
  investigated: 'undersøkt',
  planned: 'tiltak er i gang',
  evaluated: 'evaluert',
  closed: 'avsluttet',
  merged: 'slått sammen med en annen sak',
};

const parts: Readonly<Record<CaseView['staff'][number]['part'], string>> = {
  responsible: 'ansvarlig',
  participant: 'deltar',
  accused: 'den saken gjelder (§ 12-5)',
};

/** The case in words, for whoever reads it without this system. */
const aboutCase = (view: CaseView): readonly string[] => [
  `Saken heter «${view.title}» og er ${stages[view.stage]}. Skolen fikk vite om den ${writtenDay(view.knownOn)}.`,
  `Elever: ${view.pupils.map((one) => `${one.label}${one.part === 'involved' ? ' (berørt)' : ''}`).join(', ') || 'klassen som sådan'}.`,
  `Ansatte: ${view.staff.map((one) => `${one.name} (${parts[one.part]})`).join(', ')}.`,
];

const asJson = (
  view: CaseView,
  beside: Beside,
  chain: readonly { readonly number: number; readonly sha256: string }[],
): Buffer => {
  // What is of whoever looks at the screen now, and not of the case.
  const { steps: _steps, carries: _carries, duties: _duties, urgency: _urgency, ...ofCase } = view;
  return Buffer.from(
    `${JSON.stringify({ format: 'samhold-case 1', ...ofCase, chain, ...beside }, null, 2)}\n`,
  );
};

const partyFiles = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  view: CaseView,
): Promise<readonly BagFile[]> => {
  const rows = await queries.documentsOf(tx, { schoolId, caseId: view.caseId });
  const files: BagFile[] = [];
  for (const { document_id: documentId, kind, finished_at } of rows.toReversed()) {
    if (finished_at === null) continue;
    const number = String(files.length + 1).padStart(2, '0');
    const opened = await openDocument(tx, sealer, schoolId, view, documentId);
    files.push({
      name: `gitt-til-part-${number}-${kind === 'plan' ? 'tiltaksplan' : 'rapport'}.pdf`,
      bytes: await finishedFile(tx, sealer, schoolId, opened),
    });
  }
  return files;
};

const readBeside = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  caseId: string,
): Promise<Beside> => ({
  reports: await reportsOfCase(tx, sealer, schoolId, caseId),
  surveys: await surveysOfCase(tx, sealer, schoolId, caseId),
  meetings: await minutesOfCase(tx, sealer, schoolId, caseId),
});

/** A case as a bag, nothing masked. The caller has asked who may. */
export const bagOfCase = async (
  tx: Tx,
  school: SchoolSealer,
  schoolId: string,
  view: CaseView,
  day: string,
): Promise<{ readonly zip: Buffer; readonly manifest: Buffer }> => {
  const { caseId } = view;
  const chain = await caseChain(tx, schoolId, caseId);
  const { name: schoolName } = await queries.schoolOf(tx, schoolId);
  const beside = await readBeside(tx, school, schoolId, caseId);
  const pdf = casePdf({
    frame: {
      ...{ title: 'Skolemiljøsak', subtitle: `Sak ${view.reference}`, schoolName, day },
      archival: true,
    },
    about: aboutCase(view),
    sections: [...wholeCase(view), ...besideSections(beside)],
  });
  return makeBag(
    [
      { name: 'sak.pdf', bytes: pdf },
      { name: 'sak.json', bytes: asJson(view, beside, chain) },
      { name: 'om-innholdet.txt', bytes: Buffer.from(aboutFiles({ surveys: beside.surveys.length })) },
      ...(await partyFiles(tx, school, schoolId, view)),
    ],
    {
      ...{ source: schoolName, description: 'Skolemiljøsak etter opplæringslova kapittel 12' },
      ...{ identifier: view.reference, day },
    },
  );
};

/**
 * The whole case for the archive or for statsforvalteren, as a bag: PDF/A and JSON of its entries, each with its hash, and of the reports, minutes, tasks and surveys of it; and what parties were
 * given. Nothing is masked, so whoever takes it has just signed in again. The hash of its manifests is kept and entered in the log.
 */
export const exportCase = (
  deps: Dependencies,
  actor: StaffActor,
  caseId: string,
  { exportId, recipient }: NewCaseExport,
): Promise<{ readonly name: string; readonly bytes: Buffer }> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const school = await sealer();
    const now = deps.now();
    const { schoolId, staffId } = actor;
    const view = await carriedCase(tx, school, actor, caseId, now);
    requireProof(actor, now);
    if (view.brokenAt !== null) throw new AppError('case_broken', [String(view.brokenAt)]);
    const { zip, manifest } = await bagOfCase(tx, school, schoolId, view, dayOf(now));
    const stored = await queries.insertExport(tx, {
      ...{ school_id: schoolId, export_id: exportId, case_id: caseId, recipient },
      beside_hash: await besideHash(tx, schoolId, caseId),
      ...{ up_to_entry: lastEntry(view), manifest_hash: manifest, made_by: staffId, made_at: now },
    });
    if (!stored) {
      const before = (await queries.exportsOf(tx, { schoolId, caseId })).find(
        (one) => one.export_id === exportId && one.manifest_hash.equals(manifest),
      );
      if (before === undefined) throw new AppError('case_changed');
    }
    await logOpening(tx, actor, now, {
      ...{ action: 'case.export', subjectKind: 'case', subjectId: caseId },
      purpose: `${recipient} ${manifest.toString('hex')}`,
    });
    return { name: `sak-${view.reference}.zip`, bytes: zip };
  });

/** What the archive answered to an export: from then the case is on its way out, when it is over. */
export const receiveExport = (
  deps: Dependencies,
  actor: StaffActor,
  { caseId, exportId }: { readonly caseId: string; readonly exportId: string },
  { receivedOn, receivedAs }: CaseExportReceipt,
): Promise<void> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const now = deps.now();
    const { schoolId, staffId } = actor;
    await carriedCase(tx, await sealer(), actor, caseId, now);
    const found = (await queries.exportsOf(tx, { schoolId, caseId })).find(
      (one) => one.export_id === exportId,
    );
    if (found === undefined) throw new AppError('not_found');
    if (receivedOn > dayOf(now)) throw new AppError('date_in_future', ['receivedOn']);
    if (receivedOn < dayOf(found.made_at)) throw new AppError('invalid_request', ['receivedOn']);
    const receipt = { received_on: receivedOn, received_as: receivedAs.trim(), received_by: staffId };
    if (!(await queries.recordReceipt(tx, { schoolId, caseId }, exportId, receipt)))
      throw new AppError('nothing_changed');
    await logOpening(tx, actor, now, {
      ...{ action: 'case.received', subjectKind: 'case', subjectId: caseId },
      purpose: `archive has ${found.manifest_hash.toString('hex')}`,
    });
  });
