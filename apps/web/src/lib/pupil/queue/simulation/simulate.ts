import { openDeviceStore } from '../device-store.ts';
import { createPartSender } from '../part-sender.ts';
import { createModelServer } from './model-server.ts';
import { randomOf } from './random.ts';
import { createVirtualClock } from './virtual-clock.ts';
import {
  items,
  kill,
  openPage,
  send,
  settle,
  spoil,
  tellWindows,
  type Deed,
  type Tablet,
  type World,
} from './world.ts';

async function doOne(world: World): Promise<void> {
  const { random, clock, server } = world;
  const page = world.pages.length > 0 ? random.one(world.pages) : null;
  const tablet = random.one(world.tablets);
  const what = random.next();
  if (what < 0.45 && page !== null) {
    const itemId = random.chance(0.08) ? null : random.one(items);
    // Windows of one tablet are used one after the other, as one pupil has two hands but looks at one.
    await Promise.all(
      world.pages
        .filter((other) => other.token === page.token && other !== page)
        .map(({ queue }) => queue.kept()),
    );
    const value = `v${String((world.done += 1))}`;
    const order = server.orderOf(page.token) * 1_000_000 + world.done;
    const deed: Deed = { itemId, value, order, kept: false, sure: true };
    page.deeds.push(deed);
    world.deeds.set(page.pupil, [...(world.deeds.get(page.pupil) ?? []), deed]);
    if (itemId === null) page.queue.submit('nb', null);
    else page.queue.put({ itemId, type: 'option', optionId: value }, 'nb');
    if (random.chance(0.06)) return kill(world, page);
    await page.queue.kept();
    deed.kept = true;
  } else if (what < 0.55 && page !== null) {
    kill(world, page);
    if (random.chance(0.7)) openPage(world, page.tablet, page.pupil, page.token);
  } else if (what < 0.6 && page !== null) openPage(world, page.tablet, page.pupil, page.token);
  else if (what < 0.68) {
    const pupil = random.one(['p', 'q']);
    if (tablet.online && !world.serverDown) openPage(world, tablet, pupil, server.signIn(pupil).token);
  } else if (what < 0.76) tablet.online = !tablet.online;
  else if (what < 0.78) tablet.full = true;
  else if (what < 0.82) world.serverDown = !world.serverDown;
  else if (what < 0.84) server.close(clock.now());
  else if (what < 0.85 && page !== null) await spoil(world, page);
  else if (what < 0.88) world.delayed.splice(random.below(world.delayed.length + 1), 1)[0]?.();
  else if (random.chance(0.05)) await clock.sleep(30 * 3_600_000, settle);
  else await clock.advance(random.below(60_000), settle);
}

async function comeToRest(world: World): Promise<void> {
  world.calm = true;
  world.serverDown = false;
  for (const late of world.delayed.splice(0)) late();
  for (const tablet of world.tablets) tablet.online = true;
  for (let time = 0; time < 8; time += 1) {
    for (const { sender } of world.pages) await sender.go();
    await world.clock.advance(60_000, settle);
  }
  for (const tablet of world.tablets) {
    // Whoever opens the page next hands over what others left.
    const sender = createPartSender(tablet.store, {
      send: send(world, tablet, { gone: false }),
      alone: (work) => work(),
      after: world.clock.after,
      tellOthers: tellWindows(world, tablet, null),
      random: world.random.next,
    });
    await sender.go();
    sender.stop();
  }
  world.server.takeInHeld();
}

/** The values an item may have in the end: the last that was surely kept, or one after it that may have been. */
function allowed(deeds: readonly Deed[], itemId: string): readonly (string | undefined)[] {
  const own = deeds.filter((deed) => deed.itemId === itemId).toSorted((a, b) => a.order - b.order);
  const last = own.findLastIndex(({ sure }) => sure);
  const unsure = own.slice(last + 1).map(({ value }) => value);
  return [last === -1 ? undefined : own[last]?.value, ...unsure];
}

async function faultsOf(world: World): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [pupil, deeds] of world.deeds) {
    const response = world.server.responseOf(pupil);
    for (const itemId of items) {
      const value = response?.answers.get(itemId)?.value;
      const may = allowed(deeds, itemId);
      if (!may.includes(value))
        faults.push(`${pupil}/${itemId} is ${String(value)}, not ${may.map(String).join(' or ')}`);
    }
    const handedIn = deeds.some(({ itemId, sure }) => itemId === null && sure);
    if (handedIn && response?.submitted !== true)
      faults.push(`${pupil} handed in, and the server does not know`);
    const never = !deeds.some(({ itemId }) => itemId === null);
    if (never && response?.submitted === true)
      faults.push(`${pupil} never handed in, and the server thinks so`);
  }
  let aside = 0;
  for (const tablet of world.tablets) {
    const left = await tablet.store.count('parts');
    if (left > 0) faults.push(`${String(left)} parts are left on a tablet`);
    aside += await tablet.store.count('setAside');
  }
  if (aside !== world.spoiled) faults.push(`${String(aside)} are set aside, not ${String(world.spoiled)}`);
  if (aside !== world.server.setAside()) faults.push('the server does not know of all that is set aside');
  for (const { pupil, state } of world.pages)
    if (state.waiting > 0) faults.push(`${pupil} is told that ${String(state.waiting)} wait`);
  if (world.server.refused() > 0) faults.push('a sound part was refused');
  return faults;
}

/**
 * Runs tablets, their stores and queues, a bad network and a server through some eighty chance events, then lets the network
 * come back. Returns what does not hold: every pupil has one response, each item the last answer kept, handed in when the
 * pupil did, and no tablet has anything left. The same seed runs the same.
 */
export async function simulate(seed: number): Promise<readonly string[]> {
  const random = randomOf(seed);
  const names = ['1', '2', '3'].map((tablet) => `simulation ${String(seed)} ${tablet}`);
  const tablets: Tablet[] = [];
  for (const name of names) {
    tablets.push({ store: await openDeviceStore(name), online: true, full: false, busy: Promise.resolve() });
  }
  const world: World = {
    random,
    clock: createVirtualClock(),
    server: createModelServer(),
    tablets,
    deeds: new Map(),
    delayed: [],
    pages: [],
    serverDown: false,
    calm: false,
    done: 0,
    spoiled: 0,
  };
  openPage(world, tablets[0]!, 'p', world.server.signIn('p').token);
  for (let event = 0; event < 80; event += 1) {
    await doOne(world);
    await world.clock.advance(1 + random.below(20), settle);
  }
  await comeToRest(world);
  const faults = await faultsOf(world);
  for (const page of world.pages) page.sender.stop();
  for (const [at, tablet] of tablets.entries()) {
    tablet.store.close();
    indexedDB.deleteDatabase(names[at] ?? '');
  }
  return faults;
}
