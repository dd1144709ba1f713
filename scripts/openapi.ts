import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openApiText } from '../apps/api/src/openapi.ts';

writeFileSync(resolve(import.meta.dirname, '../packages/contract/openapi.json'), await openApiText());
