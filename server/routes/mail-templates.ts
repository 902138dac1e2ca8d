// /mail-templates: the words of each mail in each language, tried out before they are kept.
import { createRoute } from '@hono/zod-openapi';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import type { MailKind } from '../mail/templates/mail-kinds.ts';
import type { MailLanguage } from '../mail/words/language.ts';
import { notFound } from '../problem.ts';
import {
  changeTemplate,
  previewMail,
  readTemplates,
  resetTemplate,
  sendTrial,
} from '../runtime/admin/mail-templates.ts';
import { personRefs } from '../runtime/present/person-names.ts';
import {
  knownMailTemplateWire,
  mailParam,
  mailPreviewWire,
  mailTemplatesWire,
  mailTemplateWire,
  mailTrialWire,
  sentTrialWire,
} from './wire/mail-templates.ts';

const tags = ['Administration'];
const list = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listMailTemplates',
  tags,
  responses: answers(200, 'Every mail in each language, as it reads now', mailTemplatesWire),
});
const change = createRoute({
  method: 'put',
  path: '/{kind}/{language}',
  operationId: 'changeMailTemplate',
  tags,
  request: { params: mailParam, body: jsonBody(mailTemplateWire) },
  description:
    'Words and named placeholders; a tag is shown as it is typed. Links and the way to end the mail stay.',
  responses: answers(200, 'The mail reads so from now on', knownMailTemplateWire),
});
const reset = createRoute({
  method: 'delete',
  path: '/{kind}/{language}',
  operationId: 'resetMailTemplate',
  tags,
  request: { params: mailParam },
  responses: answers(200, 'The mail reads as it was shipped', knownMailTemplateWire),
});
const preview = createRoute({
  method: 'post',
  path: '/{kind}/{language}/preview',
  operationId: 'previewMail',
  tags,
  request: { params: mailParam, body: jsonBody(mailTrialWire) },
  responses: answers(200, 'How the mail would read; nothing is kept', mailPreviewWire),
});
const test = createRoute({
  method: 'post',
  path: '/{kind}/{language}/test',
  operationId: 'sendMailTrial',
  tags,
  request: { params: mailParam, body: jsonBody(mailTrialWire) },
  responses: answers(200, 'It goes to the reader’s own address', sentTrialWire),
});

export const mailTemplates = (deps: Deps) => {
  const present = async (which?: { kind: MailKind; language: MailLanguage }) =>
    deps.store.read(async (db) => {
      const all = await readTemplates(db);
      const wanted = which
        ? all.filter(({ kind, language }) => kind === which.kind && language === which.language)
        : all;
      const refOf = await personRefs(
        db,
        wanted.flatMap(({ changedBy }) => changedBy ?? []),
      );
      return wanted.map(({ changedBy, ...one }) => ({
        ...one,
        changedBy: changedBy === null ? null : refOf(changedBy),
      }));
    });
  const presentOne = async (which: { kind: MailKind; language: MailLanguage }) => {
    const [one] = await present(which);
    if (!one) throw notFound('mail');
    return one;
  };
  const baseUrlOf = (url: string) => deps.site.baseUrl ?? new URL(url).origin;
  return createRouter()
    .openapi(list, async (c) => {
      authorize(c.var.actor, 'settings.change');
      return c.json({ items: await present(), sends: deps.site.sendsMail === true }, 200);
    })
    .openapi(change, async (c) => {
      authorize(c.var.actor, 'settings.change');
      const which = c.req.valid('param');
      await changeTemplate(deps, c.var.actor, { ...which, template: c.req.valid('json') });
      return c.json(await presentOne(which), 200);
    })
    .openapi(reset, async (c) => {
      authorize(c.var.actor, 'settings.change');
      const which = c.req.valid('param');
      await resetTemplate(deps, c.var.actor, which);
      return c.json(await presentOne(which), 200);
    })
    .openapi(preview, async (c) => {
      authorize(c.var.actor, 'settings.change');
      const { about, ...template } = c.req.valid('json');
      const trial = { ...c.req.valid('param'), template, about };
      const wanted = { trial, actor: c.var.actor, baseUrl: baseUrlOf(c.req.url), id: 'preview' };
      const mail = await deps.store.read((db) => previewMail(deps, db, wanted));
      return c.json({ mail: mail && { subject: mail.subject, text: mail.text, html: mail.html } }, 200);
    })
    .openapi(test, async (c) => {
      authorize(c.var.actor, 'settings.change');
      const { about, ...template } = c.req.valid('json');
      const trial = { ...c.req.valid('param'), template, about };
      return c.json(await sendTrial(deps, c.var.actor, { trial, baseUrl: baseUrlOf(c.req.url) }), 200);
    });
};
