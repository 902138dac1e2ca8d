// Sends a counted number of requests over so many connections to this machine, and says how fast they were answered.
import { Pool } from 'undici';

export interface Load {
  url: string;
  connections: number;
  requests: number;
  headers?: Record<string, string>;
  /** The request with this number; its own headers are sent besides the others. */
  request(number: number): { path: string; body: unknown; headers?: Record<string, string> };
}

export interface Measured {
  perSecond: number;
  /** Milliseconds. */
  median: number;
  p99: number;
}

const at = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

export async function measure({ url, connections, requests, headers, request }: Load): Promise<Measured> {
  const pool = new Pool(url, { connections, pipelining: 1 });
  const took: number[] = [];
  let next = 0;
  async function client(): Promise<void> {
    while (next < requests) {
      const { path, body, headers: own } = request(next++);
      const began = performance.now();
      const answer = await pool.request({
        path,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers, ...own },
        body: JSON.stringify(body),
      });
      const text = await answer.body.text();
      if (answer.statusCode >= 300) throw new Error(`${path} answered ${answer.statusCode}: ${text}`);
      took.push(performance.now() - began);
    }
  }
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, client));
  const seconds = (performance.now() - began) / 1000;
  await pool.close();
  took.sort((a, b) => a - b);
  return { perSecond: requests / seconds, median: at(took, 0.5), p99: at(took, 0.99) };
}
