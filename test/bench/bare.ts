// The bare loop under the same load.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeDataFolder } from '../support/server-process.ts';
import { startChild } from './child.ts';
import type { Bench } from './cyclewright.ts';
import { measure } from './load.ts';

const program = fileURLToPath(new URL('./bare-server.ts', import.meta.url));
const PLANS = 200;

export async function makeBareBench(): Promise<Bench> {
  const folder = await makeDataFolder();
  const { url, end } = await startChild(process.execPath, [program, join(folder.path, 'bare.db')]);
  for (let plan = 0; plan < PLANS; plan++) await fetch(`${url}/plans/p${plan}`, { method: 'POST' });
  let sent = 0;
  return {
    name: 'Hono + node:sqlite + XState, bare',
    events: (connections, requests) => {
      const offset = sent;
      sent += requests;
      return measure({
        url,
        connections,
        requests,
        request: (number) => ({
          path: `/plans/p${number % PLANS}/events`,
          body: { type: 'count.raised', id: `e${offset + number}` },
        }),
      });
    },
    end: async () => {
      await end();
      await folder.remove();
    },
  };
}
