// The small office with the mail that leaves it.
import { mailTurn } from '../../server/mail/mail-worker.ts';
import type { Mail } from '../../server/mail/mailer.ts';
import { makeOffice } from './office.ts';

const cycle = {
  initial: 'plan',
  stages: {
    plan: {
      tasks: { agree: { title: 'Agree the plan', assignee: 'manager', form: 'plan-agreement', due: 'P1D' } },
      on: { 'task.agree.completed': [{ to: 'done' }] },
    },
    done: { type: 'final' },
  },
};
export const baseUrl = 'https://cyclewright.example';

/** An office whose mail is taken, or refused for some times. */
export async function withMail(document: Record<string, unknown> = cycle) {
  const office = await makeOffice(document);
  const sent: Mail[] = [];
  let refusals = 0;
  const mailer = {
    send: async (mail: Mail) => {
      if (refusals-- > 0) throw new Error('The mail server is away.');
      sent.push(mail);
    },
  };
  const run = async () => {
    for (let turn = 0; turn < 50; turn++) if ((await mailTurn(office.deps, { mailer, baseUrl })) > 0) return;
  };
  const refuse = (times: number) => {
    refusals = times;
  };
  const settings = async (who: string, method = 'GET', body?: object) =>
    (await office.as(who))(method, '/api/v1/me/digest', body);
  return { ...office, sent, run, refuse, settings };
}
