// Property tests draw the same cases in every run. PROPERTY_SEED draws others, to look for what nobody has met yet.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20260105) });
