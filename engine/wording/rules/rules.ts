// The rules by their codes: how they find, what they say, and how it could be said instead.
import type { Advice, Found, WordingDraft, WordingRule } from '../advice.ts';
import type { Message } from '../message.ts';
import { onlyCriticism, ratingContradicted } from './balance.ts';
import { absoluteWords, comparedWithColleague, personInsteadOfBehaviour } from './behaviour.ts';
import { harm, protectedReason } from './harm.ts';
import { copied, evidenceInTime, namesRaters } from './round.ts';
import { bareCommands, faultWithoutAgent, hedging, longSentences } from './style.ts';
import { emptyWords, noEffect, noInstance, noNextStep } from './substance.ts';

export interface Rule {
  severity: Advice['severity'];
  find(message: Message, draft: WordingDraft): Found[];
  why: string;
  rewrite: string;
}

/** What was seen, what it led to, what is asked for, what help is offered: the order that readers can act on. */
export const PATTERN =
  'When [date and occasion], I saw [what was done]. It led to [effect]. Please [what to do next time, by when]. I can [what help].';

/** Sources: domain rules FB-01 to FB-18, in their order. */
export const rules: Readonly<Record<WordingRule, Rule>> = {
  'FB-01': {
    severity: 'block',
    find: harm,
    why: 'These words hurt and are not sent.',
    rewrite: PATTERN,
  },
  'FB-02': {
    severity: 'block',
    find: protectedReason,
    why: 'Family, health, age, faith, origin and the like may not be a reason in feedback on work. HR decides whether it has to be said.',
    rewrite:
      'Say what was done or not done, without the reason that you suppose: “The report came on [date], [n] days late.”',
  },
  'FB-03': {
    severity: 'warning',
    find: personInsteadOfBehaviour,
    why: 'This judges the person. Nobody can change who they are, but everybody can change what they do.',
    rewrite: 'Say what you saw: “In [meeting] on [date] you [what was done], and [effect].”',
  },
  'FB-04': {
    severity: 'warning',
    find: absoluteWords,
    why: 'One exception is enough to reject an “always” or a “never”, and the talk is about the exception then.',
    rewrite: 'Count instead: “three times this month”, “in the last two reviews”.',
  },
  'FB-05': {
    severity: 'warning',
    find: noInstance,
    why: 'There is no instance: no date, number, work or event that the reader could think of.',
    rewrite: 'Begin with one: “On [date], in [meeting, document or ticket], …”',
  },
  'FB-06': {
    severity: 'warning',
    find: noNextStep,
    why: 'Something fell short, and there is no next step. The reader knows what was wrong and not what to do.',
    rewrite: 'End with: “Next time, please [step] by [date]. I can help with [help].”',
  },
  'FB-07': {
    severity: 'warning',
    find: noEffect,
    why: 'It is not said what came of it, so it is hard to see why it matters.',
    rewrite: 'Add the effect: “…, which led to [effect on customers, colleagues or the goal].”',
  },
  'FB-08': {
    severity: 'warning',
    find: emptyWords,
    why: 'Praise without a reason is pleasant and teaches nothing.',
    rewrite:
      'Say what was good and why: “The way you [what was done] saved us [effect]. Please do it again in [occasion].”',
  },
  'FB-09': {
    severity: 'warning',
    find: onlyCriticism,
    why: 'This and your last messages to the same reader name faults alone.',
    rewrite: 'Is there something that went well since then? Say that as well, in a message of its own.',
  },
  'FB-10': {
    severity: 'warning',
    find: hedging,
    why: 'So many softeners in one sentence hide the point.',
    rewrite: 'Keep one at most: “I think [point].”',
  },
  'FB-11': {
    severity: 'warning',
    find: faultWithoutAgent,
    why: 'Nobody does anything in this sentence, so nobody knows who is to do something about it.',
    rewrite: 'Name who did what: “[Who] sent the report without [what].”',
  },
  'FB-12': {
    severity: 'warning',
    find: copied,
    why: 'The same words stand in what you wrote about somebody else in this round.',
    rewrite: 'Say what only this reader did: one occasion, one effect.',
  },
  'FB-13': {
    severity: 'info',
    find: longSentences,
    why: 'This sentence is hard to read in one go.',
    rewrite: 'Make two of it: first what was done, then what came of it.',
  },
  'FB-14': {
    severity: 'warning',
    find: namesRaters,
    why: 'This names or hints at another rater, or a group too small to stay unknown.',
    rewrite: 'Leave the name out: “In the review on [date] …”',
  },
  'FB-15': {
    severity: 'warning',
    find: comparedWithColleague,
    why: 'Being measured against a colleague divides people, and the colleague did not agree to it.',
    rewrite: 'Compare with the standard of the goal: “[what was reached] of [what was agreed].”',
  },
  'FB-16': {
    severity: 'info',
    find: ratingContradicted,
    why: 'The rating and the text disagree.',
    rewrite: 'Say what led to the rating, or look at the rating again.',
  },
  'FB-17': {
    severity: 'warning',
    find: evidenceInTime,
    why: 'There is evidence from before the period, or older than 60 days.',
    rewrite: 'Link what was recorded in the period, or say why the older instance still counts.',
  },
  'FB-18': {
    severity: 'warning',
    find: bareCommands,
    why: 'A command without a reason is followed or resented, but not understood.',
    rewrite: PATTERN,
  },
};
