// Nothing is imported before the signals are heard: the first process of a container that does not listen is deaf to them.
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort());

const { carryOut } = await import('./command.ts');
process.exit(ending.signal.aborted ? 0 : await carryOut(process.argv[2], ending.signal));

// It imports nothing at its top, and is a module all the same.
export {};
