import { parseArgs } from 'node:util';
import { otherClassOf } from '../apps/api/src/testing/fuzz/other-class.ts';
import { runFuzz } from '../apps/api/src/testing/fuzz/run-fuzz.ts';
import { openSeatedSchool } from '../apps/api/src/testing/seated-school.ts';
import { openTestHouse } from '../apps/api/src/testing/test-house.ts';
import { startTestServer } from '../packages/db/src/index.ts';

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '100000' }, seed: { type: 'string' } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
const requests = Number(values.requests);
// What the house and the seats say of their work is not the answer.
console.warn = () => undefined;

const server = await startTestServer();
const house = await openTestHouse(server.superuserUrl);
const seated = await openSeatedSchool(house);
const other = await openSeatedSchool(house, undefined, 'other ');
const otherClass = await otherClassOf({ house, seated });
const begun = performance.now();
const faults = await runFuzz({ house, seated, others: [other], otherClass, requests, seed });
const seconds = Math.round((performance.now() - begun) / 1000);
for (const { request, what, fault } of faults.slice(0, 50)) console.log(`${request} ${what}\n    ${fault}`);
console.log(`${requests} requests, seed ${seed}, ${seconds} s: ${faults.length} faults`);
await house.close();
await server.stop();
process.exit(faults.length > 0 ? 1 : 0);
