import { playTablets, type TabletPlan } from './tablets.ts';

// The tablets have a process of their own, so that what they cost does not slow down the api's event loop.
process.on('message', (plan: TabletPlan) => {
  void playTablets(plan).then((report) => process.send?.(report));
});
process.on('disconnect', () => process.exit(0));
