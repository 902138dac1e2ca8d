// A receiver of webhooks that outlives the server and remembers every delivery that reached it.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

export interface WebhookSink {
  url: string;
  /** The bodies that came with each webhook-id. */
  received: Map<string, Set<string>>;
  /** How many came in all, repeated ones too. */
  count: number;
  close(): Promise<void>;
}

export async function startSink(): Promise<WebhookSink> {
  const server = createServer(async (request, response) => {
    const id = String(request.headers['webhook-id']);
    const body = await text(request);
    sink.count += 1;
    sink.received.set(id, (sink.received.get(id) ?? new Set()).add(body));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const sink: WebhookSink = {
    url: `http://127.0.0.1:${port}/`,
    received: new Map(),
    count: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return sink;
}
