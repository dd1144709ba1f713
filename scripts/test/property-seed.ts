import fc from 'fast-check';

/** Properties are tried on the same cases every time, so that a failure is there for whoever looks; PROPERTY_SEED tries others. */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20261126) });
