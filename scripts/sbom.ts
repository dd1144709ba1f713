import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { componentsOf, unknownLicences } from './sbom/licences.ts';
import { runCommand } from './test/run-command.ts';

const root = resolve(import.meta.dirname, '..');
const file = join(root, '.data/sbom.cdx.json');

const pnpm = (): string => {
  const { packageManager }: { packageManager: string } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as { packageManager: string }; // our own manifest
  return packageManager.split('+')[0] ?? 'pnpm';
};

const lists = ['--yes', pnpm(), 'sbom', '--prod', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
mkdirSync(join(root, '.data'), { recursive: true });
const made = await runCommand({
  program: 'npx',
  args: [...lists, '--out', file],
  directory: root,
  seconds: 120,
});
if (made.code !== 0) {
  console.error(`Listen over programdeler kunne ikke lages.\n${made.output}`);
  process.exit(1);
}
const components = componentsOf(JSON.parse(readFileSync(file, 'utf8')));
writeFileSync(
  join(root, '.data/licences.txt'),
  components.map(({ name, version, licence }) => `${name} ${version}: ${licence}\n`).join(''),
);
const unknown = unknownLicences(components);
for (const { name, version, licence } of unknown)
  console.error(`${name} ${version} has the licence ${licence}, which nobody has allowed.`);
console.log(
  `${components.length} packages in .data/sbom.cdx.json (CycloneDX), their licences in .data/licences.txt`,
);
process.exit(unknown.length > 0 ? 1 : 0);
