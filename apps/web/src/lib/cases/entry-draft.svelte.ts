import type { CaseEntryKind, CaseView, RecordableContent } from '@samhold/contract';
import { refreshAll } from '$app/navigation';
import { page } from '$app/state';
import { isoDay } from '#lib/format/dates.ts';
import { KeptDraft } from '#lib/staff/kept-draft.svelte.ts';
import { EntrySender } from './entry-sender.svelte.ts';

type Common = { entryId: string; occurredOn: string };

/** A form about one thing in one case: its draft, which outlives a reload, and the sending of it. */
export class EntryDraft<T extends object> {
  readonly sender = new EntrySender();
  readonly draft: KeptDraft<T & Common>;
  fault = $state<string | null>(null);
  #start: () => T & Common;

  constructor(view: CaseView, kind: CaseEntryKind, start: () => T) {
    // Sent again after a lost answer, it is the same entry.
    this.#start = () => ({ ...start(), entryId: crypto.randomUUID(), occurredOn: isoDay(new Date()) });
    const who: string = page.data['session']?.staffId ?? '';
    this.draft = new KeptDraft(`${who} case ${view.caseId} ${kind}`, this.#start());
  }

  /** True when it is kept. `faultOf` says what is to be put right first. */
  readonly save = async (
    view: CaseView,
    content: RecordableContent,
    faultOf: string | null,
    more: { readonly pupilId?: string | null; readonly corrects?: number | null } = {},
  ): Promise<boolean> => {
    const { entryId, occurredOn } = this.draft.value;
    this.fault = faultOf ?? (occurredOn === '' ? 'Velg dato.' : null);
    if (this.fault !== null) return false;
    const { pupilId = null, corrects = null } = more;
    const entry = { entryId, occurredOn, pupilId, corrects, content };
    if (!(await this.sender.send(view, entry, refreshAll))) return false;
    this.drop();
    await refreshAll();
    return true;
  };

  drop(): void {
    this.draft.done(this.#start());
  }
}
