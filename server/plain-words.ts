// Whatever a schema of this process finds wrong is said in the engine's words: with this module loaded Zod's own reach nobody,
// by the command line as little as by HTTP. A setting of Zod and not an argument, since the router's validation takes none.
import { z } from 'zod';
import { inPlainWords } from '../engine/index.ts';

z.config({ customError: inPlainWords });
