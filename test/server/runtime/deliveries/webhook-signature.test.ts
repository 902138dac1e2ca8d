import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import {
  makeWebhookSecret,
  signatureHeaders,
  verifySignature,
} from '../../../../server/runtime/deliveries/webhook-signature.ts';

const at = '2026-01-05T09:00:00.000Z';
const secret = makeWebhookSecret();
const text = '{"indicator":"days","value":18,"note":"früh"}';
const body = Buffer.from(text);
const signed = (given: Partial<{ id: string; at: string; secret: string; body: string }> = {}) =>
  new Headers(
    signatureHeaders(given.secret ?? secret, {
      id: given.id ?? 'msg_1',
      at: given.at ?? at,
      body: given.body ?? text,
    }),
  );
const verify = (headers: Headers, bytes: Uint8Array = body) =>
  verifySignature(secret, { headers, body: bytes, at });

test('a message signed with the secret is believed, with its id', () => {
  expect(verify(signed())).toEqual({ id: 'msg_1', text });
});

test('every flipped bit of the body makes it another message', () => {
  const headers = signed();
  for (let bit = 0; bit < body.length * 8; bit++) {
    const flipped = Buffer.from(body);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(verify(headers, flipped)).toBe(null);
  }
});

test('every flipped bit of the signature is seen', () => {
  const signature = Buffer.from(signed().get('webhook-signature')?.split(',')[1] ?? '', 'base64');
  for (let bit = 0; bit < signature.length * 8; bit++) {
    const flipped = Buffer.from(signature);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const headers = signed();
    headers.set('webhook-signature', `v1,${flipped.toString('base64')}`);
    expect(verify(headers)).toBe(null);
  }
});

describe('not believed is', () => {
  test.each([
    ['another id', (headers: Headers) => headers.set('webhook-id', 'msg_2')],
    [
      'another time',
      (headers: Headers) => headers.set('webhook-timestamp', String(Date.parse(at) / 1000 + 1)),
    ],
    ['no id', (headers: Headers) => headers.delete('webhook-id')],
    ['no time', (headers: Headers) => headers.delete('webhook-timestamp')],
    ['a time that is no number', (headers: Headers) => headers.set('webhook-timestamp', '1767603600.0')],
    ['no signature', (headers: Headers) => headers.delete('webhook-signature')],
    ['an empty signature', (headers: Headers) => headers.set('webhook-signature', 'v1,')],
    [
      'another kind of signature',
      (headers: Headers) =>
        headers.set('webhook-signature', (headers.get('webhook-signature') ?? '').replace('v1,', 'v0,')),
    ],
  ])('a message with %s', (_, change) => {
    const headers = signed();
    change(headers);
    expect(verify(headers)).toBe(null);
  });

  test('a message signed with another secret', () => {
    expect(verify(signed({ secret: makeWebhookSecret() }))).toBe(null);
  });

  test('bytes that are not text', () => {
    const bytes = Buffer.from([0x7b, 0xff, 0x7d]);
    expect(verify(signed({ body: bytes.toString() }), bytes)).toBe(null);
  });
});

test('the sender’s clock may be five minutes off and no more', () => {
  const off = (seconds: number) =>
    verify(signed({ at: new Date(Date.parse(at) + seconds * 1000).toISOString() })) !== null;
  expect([-301, -300, 300, 301].map(off)).toEqual([false, true, true, false]);
});

test('one good signature among several is enough, as while a secret is changed', () => {
  const headers = signed();
  const old = `v1,${randomBytes(32).toString('base64')}`;
  headers.set('webhook-signature', `${old} ${headers.get('webhook-signature')}`);
  expect(verify(headers)).not.toBe(null);
});

test('a secret is 32 random bytes that the library of any receiver takes', () => {
  expect(makeWebhookSecret()).not.toBe(makeWebhookSecret());
  expect(() => new Webhook(makeWebhookSecret())).not.toThrow();
});
