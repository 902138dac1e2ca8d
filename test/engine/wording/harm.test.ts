import { describe, expect, test } from 'vitest';
import { adviseWording, findHarm } from '../../../engine/wording/advise-wording.ts';

const rulesOf = (text: string) => findHarm({ text, of: 'another' }).map(({ rule }) => rule);

describe('words that hurt are found in any language and without a sentence around them', () => {
  test.for([
    'You are an idiot',
    'Kill yourself',
    'I will make sure you regret it',
    'Stupid bitch',
    'Fucking bitch cunt whore useless pathetic garbage worthless trash dumb',
    'El informe de Ana es una mierda y ella es fucking stupid bitch siempre igual',
    'Du bist ein verdammtes Arschloch und völlig unfähig, den Bericht zu schreiben.',
    'Die Kanakin hat den Bericht wieder nicht geschrieben, du Hurensohn.',
    'Das wirst du noch bereuen, ich mach dich fertig.',
    'Halt die Fresse!',
  ])('%s', (text) => expect(rulesOf(text)).toContain('FB-01'));
});

describe('a reason that the law protects is found in any language', () => {
  test.for([
    'Since you had the baby you leave early',
    'Since her pregnancy she is slow.',
    'Now that she has kids she is never here.',
    'Du bist wegen deiner Schwangerschaft nicht mehr zu gebrauchen, sagt jeder hier im Team.',
    'Seit du das Baby hast, gehst du früh.',
    'Sie ist zu alt für diese Schicht.',
    'Wegen seiner Herkunft versteht ihn niemand am Telefon.',
    'Since he turned 60 his age makes him too slow for this job.',
    'Since he is 60 he cannot learn the new tool.',
    'Because she is over 55, she will not learn it.',
    'He was ill for months and so his results are poor.',
    'You were away sick too often, so no bonus.',
    'She has been sick too much this year.',
    'Your English is too foreign for customers.',
    'Seit er 60 ist, lernt er das neue Werkzeug nicht mehr.',
    'Sein Alter macht ihn zu langsam für diese Arbeit.',
    'Du warst zu oft krank, also gibt es keine Prämie.',
    'Er war monatelang krank, deshalb sind seine Ergebnisse schlecht.',
    'Dein Deutsch klingt zu ausländisch für unsere Kunden.',
  ])('%s', (text) => expect(rulesOf(text)).toContain('FB-02'));
});

describe('what work is about passes', () => {
  test.for([
    'The suicide prevention line of 3 May was late for the oral report on the racist remark.',
    'The welfare review of the drug inspection in Tuckahoe was on time.',
    'She wore a helmet; the filthy kitchen was closed on 4 May.',
    'The building is too old for the code of 1938. After the children left, the site was safe.',
    'Der Umbau behindert den Ablauf; der Pfosten ist dick und hell gestrichen.',
    'Wegen des Alters der Anlage kam der Bericht am 3. Mai später.',
    'Für eine gute Planung brauchen wir mehr Zeit, Frau Meier fragte am Freitag danach.',
  ])('%s', (text) => expect(rulesOf(text)).toEqual([]));
});

describe('a number, an illness or a language that is no reason against a person passes', () => {
  test.for([
    'The report was 60 days late',
    'English is the language of the form',
    'He turned the backlog of 60 cases around',
    'Since he is 60 cases behind, two colleagues help until Friday.',
    'Because she was 40 minutes late, the meeting began at ten.',
    'As they are 25 in the team, the room on the second floor is too small.',
    'Since you turned 30 requests into one form, people wait half as long.',
    'He was ill in May; Hana took over his cases.',
    'She was ill for a week, so the inspection was moved to 4 May.',
    'The form is too long and so its results are poor.',
    'The age of the building makes the inspection slow.',
    'Your English summary of 3 May was clear to everybody.',
    'The sick pay form was sent back too often.',
    'His results are poor because the tool was down for 60 hours.',
    'Seit er 60 Fälle übernommen hat, ist der Rückstand kleiner.',
    'Das Alter der Akten macht die Suche langsam.',
    'Englisch ist die Sprache des Formulars.',
  ])('%s', (text) => expect(rulesOf(text)).toEqual([]));
});

describe('people may say of themselves what nobody else may', () => {
  test.for([
    'I will be on parental leave from May to July; Hana covers for me.',
    'I was on sick leave in March, so the list was late.',
    'Ich war im März in Elternzeit, daher kam der Bericht später.',
    'Seit meiner Erkrankung arbeite ich 80 %.',
  ])('%s', (text) => expect(rulesOf(text)).toEqual([]));

  test('a complaint of it is not the harm: it may quote, and may name the reason', () => {
    const text = 'My manager said "you fucking idiot" and that since your pregnancy nothing works.';
    expect(rulesOf(text)).not.toEqual([]);
    expect(findHarm({ text, of: 'oneself' })).toEqual([]);
    expect(findHarm({ text: 'You fucking idiot.', of: 'oneself' })).not.toEqual([]);
  });

  test('but "I" in front does not make it their own', () =>
    expect(rulesOf('I think your pregnancy slows you.')).toEqual(['FB-02']));
});

test('a goal may be about sick leave, and may not insult', () => {
  expect(findHarm({ text: 'Cut sick leave to 4 %', of: 'thing' })).toEqual([]);
  expect(findHarm({ text: 'Fucking permits', of: 'thing' })).toHaveLength(1);
});

test('while it is written, German is told what cannot be sent and nothing else', () => {
  const text = 'Du Arschloch bist immer zu spät und der Bericht kam nie, wie jeder hier weiß.';
  const draft = { text, today: '2026-05-20', about: { id: 'ana', name: 'Ana Diaz' } };
  expect(adviseWording(draft).map(({ rule, words }) => `${rule}: ${words}`)).toEqual(['FB-01: Arschloch']);
});
