import type { Score } from './signals-score.ts';
import { COLOURS, dot, line, panel, text, writeSvg } from './signals-svg.ts';

/** Recall across and false signals up, with 95 % intervals: the rules beside the baselines. */
export function plotScores(scores: readonly Score[]): void {
  const frame = panel(
    70,
    30,
    360,
    { from: 0.5, to: 1, step: 0.1, title: 'andel funnet av elever alene i to runder' },
    { from: 0, to: 3, step: 0.5, title: 'falske tegn per klasse og runde' },
  );
  const marks = scores.flatMap(({ method, recall, wrong }, i) => {
    const colour = COLOURS[i] ?? '#000';
    const up = 60 + 26 * i;
    return [
      line(...frame.at(recall.from, wrong.value), ...frame.at(recall.to, wrong.value), colour, 2),
      line(...frame.at(recall.value, wrong.from), ...frame.at(recall.value, wrong.to), colour, 2),
      dot(...frame.at(recall.value, wrong.value), colour, method.level === 'baseline' ? 5 : 8),
      dot(462, up - 4, colour, method.level === 'baseline' ? 5 : 8),
      text(476, up, method.name),
    ];
  });
  writeSvg(
    'methods/images/signals-validation.svg',
    760,
    440,
    'Hvor mange som blir funnet, og hvor mange tegn som er falske',
    [...frame.marks, ...marks],
  );
}
