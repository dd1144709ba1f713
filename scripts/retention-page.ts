import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { retentionPage } from '../apps/api/src/retention/retention-page.ts';

writeFileSync(resolve(import.meta.dirname, '../docs/privacy/retention.md'), retentionPage());
