// Signatures of the Standard Webhooks kind, over the exact bytes that travel.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** 32 random bytes; told once, to whom it is for. */
export const makeWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

export interface Signed {
  id: string;
  /** An instant; the signature holds its second. */
  at: string;
  body: string;
}

export function signatureHeaders(secret: string, { id, at, body }: Signed): Record<string, string> {
  const date = new Date(at);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(date.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, date, body),
  };
}

/** How far a sender's clock may be from ours. */
const TOLERANCE_SECONDS = 5 * 60;

const sameText = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

interface Received {
  headers: Headers;
  body: Uint8Array;
  at: string;
}

function textOf(body: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    // Bytes that are no text cannot have been signed as one.
    return null;
  }
}

/** The text and id of a message that the secret's holder signed within the last five minutes; null: it is not one. */
export function verifySignature(
  secret: string,
  { headers, body, at }: Received,
): { id: string; text: string } | null {
  const id = headers.get('webhook-id') ?? '';
  const timestamp = headers.get('webhook-timestamp') ?? '';
  const text = textOf(body);
  if (!/^[\x21-\x7e]{1,200}$/.test(id) || !/^\d{1,12}$/.test(timestamp) || text === null) return null;
  const now = Math.floor(Date.parse(at) / 1000);
  if (Math.abs(now - Number(timestamp)) > TOLERANCE_SECONDS) return null;
  const expected = new Webhook(secret).sign(id, new Date(Number(timestamp) * 1000), text);
  const given = (headers.get('webhook-signature') ?? '').split(' ').slice(0, 10);
  return given.some((signature) => sameText(signature, expected)) ? { id, text } : null;
}
