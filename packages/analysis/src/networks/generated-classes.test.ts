import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeLabels } from './describe-labels.ts';
import { describeNetwork } from './describe-network.ts';
import { expectReference } from './expect-reference.fixture.ts';
import { networkJson } from './network-json.ts';

/** A class made by scripts/reference-values/networks.py, with values from networkx and igraph. */
type GeneratedClass = {
  readonly name: string;
  readonly nodes: readonly string[];
  readonly respondents: readonly string[];
  readonly choices: readonly (readonly [string, string])[];
  readonly values: unknown;
  /** The optimum, or the best of thirty Leiden runs in a large class; null without mutual ties. */
  readonly leastModularity: number | null;
  readonly katzPowellAmongRespondents: number;
  readonly edgewiseAmongRespondents: number;
  readonly circle: Readonly<Record<string, string>>;
  readonly labels: unknown;
};

const { classes } = JSON.parse(
  readFileSync(new URL('./generated-classes.json', import.meta.url), 'utf8'),
) as { classes: GeneratedClass[] }; // written by the script above

describe('a generated class', () => {
  it('comes in eight, some with pupils absent', () => {
    expect(classes).toHaveLength(8);
    expect(classes.filter(({ nodes, respondents }) => respondents.length < nodes.length)).toHaveLength(4);
  });

  it.each(classes.map((made) => [made.name, made] as const))(
    '%s has the values of networkx and igraph',
    (_, made) => {
      const network = {
        roster: made.nodes,
        respondents: made.respondents,
        choices: made.choices.map(([from, to]) => ({ from, to })),
      };
      expectReference(networkJson(network), made.values);

      const { class: figures } = describeNetwork(network);
      expectReference(figures.katzPowell, made.katzPowellAmongRespondents);
      expectReference(figures.reciprocity.edgewiseAmongRespondents, made.edgewiseAmongRespondents);
      if (made.leastModularity === null) expect(figures.modularity).toBeNull();
      else expect(figures.modularity).toBeGreaterThan(made.leastModularity - 1e-9);

      const { choices, mutual, assortativity } = describeLabels(
        network,
        new Map(Object.entries(made.circle)),
      );
      const { coefficient, modularity } = assortativity;
      expectReference({ choices, mutual, assortativity: coefficient, modularity }, made.labels);
    },
  );
});
