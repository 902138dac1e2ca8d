// /unsubscribe/{token}: ends the digest of whom the token belongs to, without signing in. A mail program sends the POST by
// one click (RFC 8058); a person who follows the link sees a page with the same button, since looking must not change.
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Deps } from '../deps.ts';
import type { Env } from '../http/router.ts';
import { switchDigestOff } from '../store/queries/digests.ts';

const page = (title: string, body: ReturnType<typeof html>) => html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Cyclewright</title></head>
<body style="max-width:36rem;margin:4rem auto;padding:0 1rem;font-family:Inter,Arial,sans-serif;line-height:1.5">
<h1 style="font-size:20px">${title}</h1>
${body}
</body>
</html>`;

export const unsubscribe = ({ store }: Pick<Deps, 'store'>) =>
  new Hono<Env>()
    .get('/:token', (c) =>
      c.html(
        page(
          'No more mail about what is due?',
          html`<p>Your tasks stay in your inbox. You can have the mail again in your settings.</p>
<form method="post"><button type="submit" style="font:inherit;padding:8px 16px">Stop the mail</button></form>`,
        ),
      ),
    )
    .post('/:token', async (c) => {
      const known = await store.commit((db) => switchDigestOff(db, c.req.param('token')));
      if (known)
        return c.html(
          page('You get no more of this mail', html`<p><a href="/settings?tab=me">Your settings</a></p>`),
        );
      return c.html(
        page(
          'This link is not known',
          html`<p>Change how often you get mail in <a href="/settings?tab=me">your settings</a>.</p>`,
        ),
        404,
      );
    });
