import fc from 'fast-check';

/*
 * The same cases on every run, so that a run says something about a change and not about luck; new
 * cases are sought by `npm run test:properties`, which sets a seed of its own. What that finds becomes
 * a test of its own beside the property.
 */
const seed = Number(process.env['PROPERTY_SEED'] ?? 20_260_131);
if (!Number.isInteger(seed)) throw new Error('PROPERTY_SEED has to be a whole number.');

fc.configureGlobal({ seed });
