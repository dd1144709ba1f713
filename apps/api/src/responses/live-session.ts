export { liveSession } from './queries.ts';
