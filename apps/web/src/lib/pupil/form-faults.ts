import type { FormFault, PupilForm } from '@samhold/contract';
import type { Item, Option, Questionnaire } from '@samhold/survey';
import { isDrawn } from './symbol-drawings.ts';

type Code = FormFault['code'];

/**
 * What keeps these pages from showing a form: pages older than the form, or a form that came to harm on the way. Every
 * question of the round must be of a known type and have its bokmål text, and a choice two options or more, each with
 * text and drawing.
 */
export function formFaults({ questionnaire, settings }: PupilForm): readonly FormFault[] {
  try {
    // Whatever came: what is missing is found below, or throws.
    const { items, scales } = questionnaire as Questionnaire;
    const asked = items.filter(
      (item) => item.type !== 'nomination' || settings.criteria.includes(item.criterionId),
    );
    if (asked.length === 0) return [{ number: null, code: 'nothing_asked' }];
    return asked.flatMap((item, at) => faultsOf(item, scales).map((code) => ({ number: at + 1, code })));
  } catch {
    return [{ number: null, code: 'unreadable' }];
  }
}

function faultsOf(item: Item, scales: Questionnaire['scales']): readonly Code[] {
  const faults: Code[] = item.text.nb ? [] : ['no_text'];
  switch (item.type) {
    case 'nomination':
      return faults;
    case 'choice':
      return [...faults, ...optionFaults(scales[item.scaleId]?.options ?? [])];
    default:
      return ['unknown_item_type'];
  }
}

function optionFaults(options: readonly Option[]): readonly Code[] {
  if (options.length < 2) return ['no_options'];
  const faults: Code[] = options.every(({ text }) => text.nb) ? [] : ['option_without_text'];
  return options.every(({ symbol }) => isDrawn(symbol)) ? faults : [...faults, 'unknown_symbol'];
}
