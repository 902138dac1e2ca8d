// The cases of compliance level 2 of the DMN TCK (github.com/dmn-tck/tck), each by the name of its folder there:
// models of the same structure, the same inputs and the same expected values, written anew.
import type { JsonObject } from '../../../engine/index.ts';
import { type Column, literal, type Model, type Table, table } from './model.ts';

export interface Case {
  name: string;
  model: Model;
  tests: readonly (readonly [input: JsonObject, expected: JsonObject])[];
  /** Why what the TCK expects cannot be; `expected` is what the model says. */
  excluded?: string;
}

const applicant = { Age: 'number', RiskCategory: 'string', isAffordable: 'boolean' };
const applicantInputs: Column[] = [
  { label: 'Age', expression: 'Age', type: 'number' },
  { label: 'RiskCategory', expression: 'RiskCategory', type: 'string', allowed: '"High", "Low", "Medium"' },
  { label: 'isAffordable', expression: 'isAffordable', type: 'boolean' },
];
const answers = '"Approved", "Declined"';
const of = (Age: number, RiskCategory: string): JsonObject => ({ Age, RiskCategory, isAffordable: true });

const decide = (
  name: string,
  type: string | undefined,
  more: Omit<Model, 'decisions'>,
  logic: string,
): Model => ({
  ...more,
  decisions: { [name]: { ...(type && { type }), inputs: Object.keys(more.inputs ?? {}), logic } },
});

const approval = (hit: string, rules: Table['rules']): Model =>
  decide(
    'Approval Status',
    'string',
    { inputs: applicant },
    table({ hit, inputs: applicantInputs, outputs: [{ allowed: answers }], rules }),
  );

const adult = [['>=18', '"Medium","Low"', 'true'], ['"Approved"']] as const;
const unlessAdult: Table['rules'] = [
  adult,
  [['<18', '-', '-'], ['"Declined"']],
  [['-', '"High"', '-'], ['"Declined"']],
  [['-', '-', 'false'], ['"Declined"']],
];
const approvals = [
  [of(18, 'Medium'), { 'Approval Status': 'Approved' }],
  [of(17, 'Medium'), { 'Approval Status': 'Declined' }],
  [of(18, 'High'), { 'Approval Status': 'Declined' }],
] as const;

const statusAndRate = (list: boolean) => ({
  tApproval: { list, fields: { Status: { type: 'string' }, Rate: { type: 'string' } } },
});
const withRate = (hit: string, type: string, rules: Table['rules'], ranked = true): Model =>
  decide(
    'Approval',
    type,
    { types: statusAndRate(hit === 'RULE ORDER'), inputs: applicant },
    table({
      hit,
      inputs: applicantInputs,
      outputs: [
        { name: 'Status', type: 'string', standard: '"Declined"', ...(ranked && { allowed: answers }) },
        {
          name: 'Rate',
          type: 'string',
          standard: '"Standard"',
          ...(ranked && { allowed: '"Best", "Standard"' }),
        },
      ],
      rules,
    }),
  );
const rated: Table['rules'] = [
  [
    ['>=18', '"Low"', 'true'],
    ['"Approved"', '"Best"'],
  ],
  [
    ['>=18', '"Medium"', 'true'],
    ['"Approved"', '"Standard"'],
  ],
  [
    ['<18', '"Medium","Low"', 'true'],
    ['"Declined"', '"Standard"'],
  ],
  [
    ['-', '"High"', 'true'],
    ['"Declined"', '"Standard"'],
  ],
  [
    ['-', '-', 'false'],
    ['"Declined"', '"Standard"'],
  ],
];
const aged: Table['rules'] = [
  [
    ['>=18', '"Medium"', 'true'],
    ['"Approved"', '"Best"'],
  ],
  [
    ['>=12', '"Medium"', 'true'],
    ['"Approved"', '"Standard"'],
  ],
  [
    ['<12', '"Low"', 'true'],
    ['"Declined"', '"Standard"'],
  ],
];
const both = (Status: string, Rate: string): JsonObject => ({ Status, Rate });

const declinedOrNot = (hit: string, list: boolean): Model =>
  decide(
    'Approval Status',
    'tApprovalStatus',
    {
      types: {
        tApprovalStatus: {
          list,
          fields: { 'Approved/Declined': { type: 'string', allowed: answers }, Rate: { type: 'string' } },
        },
      },
      inputs: applicant,
    },
    table({
      hit,
      type: 'tApprovalStatus',
      inputs: applicantInputs,
      outputs: [
        { name: 'Approved/Declined', type: 'string', allowed: answers },
        { name: 'Rate', type: 'string' },
      ],
      rules: [
        [
          ['>=18', '"Medium","Low"', 'true'],
          ['"Approved"', '"Basic"'],
        ],
        [
          ['<18', '-', '-'],
          ['"Declined"', '"Standard"'],
        ],
        [
          ['-', '"High"', '-'],
          ['"Approved"', '"Standard"'],
        ],
      ],
    }),
  );
const status = (answer: string, Rate: string): JsonObject => ({ 'Approved/Declined': answer, Rate });

const oneColumn = (
  name: string,
  {
    input,
    type,
    more = {},
    ...parts
  }: { input: string; type: string; more?: Pick<Model, 'types'> } & Omit<Table, 'inputs' | 'outputs'> & {
      allowed?: string;
    },
): Model =>
  decide(
    name,
    type,
    { ...more, inputs: { [input]: 'number' } },
    table({
      ...parts,
      type,
      inputs: [{ expression: input, type: 'number' }],
      outputs: [parts.allowed === undefined ? {} : { allowed: parts.allowed }],
    }),
  );
const salary = (aggregation: string): Model =>
  oneColumn('Salary', {
    input: 'NumOfYears',
    type: 'number',
    hit: 'COLLECT',
    aggregation,
    rules: [
      [['>1'], ['100']],
      [['>2'], ['200']],
      [['>3'], ['300']],
      [['>5'], ['500']],
    ],
  });

/** Each text is a decision of its own, called by its place from 1. */
const constants = (
  type: string,
  texts: readonly (readonly [text: string, value: JsonObject[string]])[],
): Pick<Case, 'model' | 'tests'> => {
  const nameOf = (index: number) => `Decision${index + 1}`;
  return {
    model: {
      decisions: Object.fromEntries(
        texts.map(([text], index) => [nameOf(index), { type, logic: literal(text) }]),
      ),
    },
    tests: [[{}, Object.fromEntries(texts.map(([, value], index) => [nameOf(index), value]))]],
  };
};

const loan = (principal: string, months: string) => ({
  tLoan: {
    fields: { [principal]: { type: 'number' }, rate: { type: 'number' }, [months]: { type: 'number' } },
  },
});
const long = 'as long as it may be '.repeat(8);
const three: readonly (boolean | null)[] = [true, false, null];
const and = (a: boolean | null, b: boolean | null) =>
  a === false || b === false ? false : a === null || b === null ? null : true;
const or = (a: boolean | null, b: boolean | null) =>
  a === true || b === true ? true : a === null || b === null ? null : false;
const logic = (text: string) => ({ type: 'boolean', inputs: ['A', 'B'], logic: literal(text) });

export const cases: readonly Case[] = [
  {
    name: '0001-input-data-string',
    model: decide(
      'Greeting Message',
      'string',
      { inputs: { 'Full Name': 'string' } },
      literal('"Hello " + Full Name'),
    ),
    tests: [[{ 'Full Name': 'John Doe' }, { 'Greeting Message': 'Hello John Doe' }]],
  },
  {
    name: '0002-input-data-number',
    model: decide(
      'Yearly Salary',
      'number',
      { inputs: { 'Monthly Salary': 'number' } },
      literal('12 * Monthly Salary'),
    ),
    tests: [[{ 'Monthly Salary': 10000 }, { 'Yearly Salary': 120000 }]],
  },
  {
    name: '0003-input-data-string-allowed-values',
    model: decide(
      'Employment Status Statement',
      'string',
      {
        types: {
          tEmploymentStatus: { type: 'string', allowed: '"UNEMPLOYED","EMPLOYED","SELF-EMPLOYED","STUDENT"' },
        },
        inputs: { 'Employment Status': 'tEmploymentStatus' },
      },
      literal('"You are " + Employment Status'),
    ),
    tests: [[{ 'Employment Status': 'EMPLOYED' }, { 'Employment Status Statement': 'You are EMPLOYED' }]],
  },
  {
    name: '0004-simpletable-U',
    model: approval('UNIQUE', [
      adult,
      [['<18', '"Medium","Low"', 'true'], ['"Declined"']],
      [['-', '"High"', 'true'], ['"Declined"']],
      [['-', '-', 'false'], ['"Declined"']],
    ]),
    tests: approvals,
  },
  { name: '0005-simpletable-A', model: approval('ANY', unlessAdult), tests: approvals },
  { name: '0006-simpletable-P1', model: approval('PRIORITY', unlessAdult), tests: approvals },
  {
    name: '0007-simpletable-P2',
    model: approval('PRIORITY', [adult, [['-', '-', '-'], ['"Declined"']]]),
    tests: approvals,
  },
  {
    name: '0008-LX-arithmetic',
    model: decide(
      'payment',
      'number',
      { types: loan('principal', 'termMonths'), inputs: { loan: 'tLoan' } },
      literal('(loan.principal*loan.rate/12)/(1-(1+loan.rate/12)**-loan.termMonths)'),
    ),
    tests: [
      [{ loan: { principal: 600000, rate: 0.0375, termMonths: 360 } }, { payment: 2778.69354943277 }],
      [{ loan: { principal: 30000, rate: 0.0475, termMonths: 60 } }, { payment: 562.707359373292 }],
      [{ loan: { principal: 600000, rate: 0.0399, termMonths: 360 } }, { payment: 2861.03377700389 }],
    ],
  },
  {
    name: '0009-invocation-arithmetic',
    model: {
      types: loan('amount', 'term'),
      inputs: { Loan: 'tLoan', fee: 'number' },
      functions: { PMT: { parameters: ['p', 'r', 'n'], logic: literal('(p*r/12)/(1-(1+r/12)**-n)') } },
      decisions: {
        MonthlyPayment: {
          type: 'number',
          inputs: ['Loan', 'fee'],
          functions: ['PMT'],
          logic: literal('PMT(Loan.amount, Loan.rate, Loan.term)+fee'),
        },
      },
    },
    tests: [
      [{ Loan: { amount: 600000, rate: 0.0375, term: 360 }, fee: 100 }, { MonthlyPayment: 2878.69354943277 }],
      [{ Loan: { amount: 30000, rate: 0.0475, term: 60 }, fee: 100 }, { MonthlyPayment: 662.707359373292 }],
      [{ Loan: { amount: 600000, rate: 0.0399, term: 360 }, fee: 100 }, { MonthlyPayment: 2961.03377700389 }],
    ],
  },
  {
    name: '0010-multi-output-U',
    model: withRate('UNIQUE', 'string', rated),
    tests: [
      [of(18, 'Medium'), { Approval: both('Approved', 'Standard') }],
      [of(17, 'Medium'), { Approval: both('Declined', 'Standard') }],
      [of(18, 'High'), { Approval: both('Declined', 'Standard') }],
    ],
  },
  {
    name: '0100-feel-constants',
    ...constants('boolean', [
      ['true', true],
      ['false', false],
    ]),
  },
  {
    name: '0101-feel-constants',
    ...constants('number', [
      ['.872', 0.872],
      ['-.872', -0.872],
      ['50', 50],
      ['-50', -50],
      ['125.4321987654', 125.4321987654],
      ['-125.4321987654', -125.4321987654],
    ]),
  },
  {
    name: '0102-feel-constants',
    ...constants('string', [
      ['"foo bar"', 'foo bar'],
      ['"šomeÚnicodeŠtriňg"', 'šomeÚnicodeŠtriňg'],
      ['"横綱"', '横綱'],
      [`"${long}"`, long],
    ]),
  },
  {
    name: '0105-feel-math',
    ...constants('number', [
      ['10+5', 15],
      ['-10+-5', -15],
      ['(-10)+(-5)', -15],
      ['10-5', 5],
      ['-10--5', -5],
      ['(-10)-(-5)', -5],
      ['(10+20)-(-5+3)', 32],
      ['10*5', 50],
      ['-10*-5', 50],
      ['(-10)*(-5)', 50],
      ['(10+5)*(-5*3)', -225],
      ['10/5', 2],
      ['-10/-5', 2],
      ['(-10)/(-5)', 2],
      ['(10+20)/(-5*3)', -2],
      ['(10+20)/0', null],
      ['10**5', 100000],
      ['10**-5', 0.00001],
      ['(5+2)**5', 16807],
      ['5+2**5', 37],
      ['5+2**5+3', 40],
      ['5+2**(5+3)', 261],
      ['10+null', null],
      ['null + 10', null],
      ['10 - null', null],
      ['null - 10', null],
      ['10 * null', null],
      ['null * 10', null],
      ['10 / null', null],
      ['null / 10', null],
      ['10 + 20 / -5 - 3', 3],
      ['10 + 20 / (-5 - 3)', 7.5],
      ['1.2*10**3', 1200],
    ]),
  },
  {
    name: '0106-feel-ternary-logic',
    model: {
      inputs: { A: 'boolean', B: 'boolean' },
      decisions: { DecisionAnd: logic('A and B'), DecisionOr: logic('A or B') },
    },
    tests: three.flatMap((B) =>
      three.map(
        (A) =>
          [
            { A, B },
            { DecisionAnd: and(A, B), DecisionOr: or(A, B) },
          ] as const,
      ),
    ),
  },
  {
    name: '0107-feel-ternary-logic-not',
    model: decide('DecisionNot', 'boolean', { inputs: { A: 'boolean' } }, literal('not(A)')),
    tests: [
      [{ A: true }, { DecisionNot: false }],
      [{ A: false }, { DecisionNot: true }],
      [{ A: null }, { DecisionNot: null }],
    ],
  },
  {
    name: '0108-first-hitpolicy',
    model: withRate('FIRST', 'tApproval', aged),
    tests: [
      [of(19, 'Medium'), { Approval: both('Approved', 'Best') }],
      [of(13, 'Medium'), { Approval: both('Approved', 'Standard') }],
      [of(10, 'Low'), { Approval: both('Declined', 'Standard') }],
    ],
  },
  {
    name: '0109-ruleOrder-hitpolicy',
    model: withRate('RULE ORDER', 'tApproval', aged, false),
    tests: [
      [of(19, 'Medium'), { Approval: [both('Approved', 'Best'), both('Approved', 'Standard')] }],
      [of(13, 'Medium'), { Approval: [both('Approved', 'Standard')] }],
      [of(10, 'Low'), { Approval: [both('Declined', 'Standard')] }],
    ],
  },
  {
    name: '0110-outputOrder-hitpolicy',
    model: declinedOrNot('OUTPUT ORDER', true),
    tests: [
      [
        of(17, 'High'),
        { 'Approval Status': [status('Approved', 'Standard'), status('Declined', 'Standard')] },
      ],
      [of(19, 'Low'), { 'Approval Status': [status('Approved', 'Basic')] }],
      [of(10, 'Low'), { 'Approval Status': [status('Declined', 'Standard')] }],
    ],
  },
  {
    name: '0111-first-hitpolicy-singleoutputcol',
    model: oneColumn('Advertisement', {
      input: 'age',
      type: 'string',
      hit: 'FIRST',
      rules: [
        [['>18'], ['"Cars"']],
        [['>12'], ['"Videogames"']],
        [['>0'], ['"Toys"']],
      ],
    }),
    tests: [
      [{ age: 19 }, { Advertisement: 'Cars' }],
      [{ age: 13 }, { Advertisement: 'Videogames' }],
      [{ age: 5 }, { Advertisement: 'Toys' }],
    ],
  },
  {
    name: '0112-ruleOrder-hitpolicy-singleinoutcol',
    model: oneColumn('Approval', {
      input: 'Age',
      type: 'tApproval_1',
      more: { types: { tApproval_1: { type: 'string', list: true } } },
      hit: 'RULE ORDER',
      rules: [
        [['>=18'], ['"Best"']],
        [['>=12'], ['"Standard"']],
        [['<12'], ['"Standard"']],
      ],
    }),
    tests: [
      [{ Age: 19 }, { Approval: ['Best', 'Standard'] }],
      [{ Age: 13 }, { Approval: ['Standard'] }],
      [{ Age: 10 }, { Approval: ['Standard'] }],
    ],
  },
  {
    name: '0113-outputOrder-hitpolicy-singleinoutcol',
    model: oneColumn('Approval Status', {
      input: 'Age',
      type: 'tApprovalStatus_4',
      more: { types: { tApprovalStatus_4: { type: 'string', list: true, allowed: answers } } },
      hit: 'OUTPUT ORDER',
      allowed: answers,
      rules: [
        [['>=18'], ['"Approved"']],
        [['<18'], ['"Declined"']],
        [['>=0'], ['"Approved"']],
      ],
    }),
    tests: [
      [{ Age: 17 }, { 'Approval Status': ['Approved', 'Declined'] }],
      [{ Age: 19 }, { 'Approval Status': ['Approved', 'Approved'] }],
      [{ Age: 10 }, { 'Approval Status': ['Approved', 'Declined'] }],
    ],
  },
  {
    name: '0114-min-collect-hitpolicy',
    model: oneColumn('CarInsurance', {
      input: 'NumOfYears',
      type: 'number',
      hit: 'COLLECT',
      aggregation: 'MIN',
      rules: [
        [['>1'], ['98.83']],
        [['>2'], ['150.21']],
        [['>3'], ['205.43']],
        [['>4'], ['64.32']],
      ],
    }),
    tests: [
      [{ NumOfYears: 5 }, { CarInsurance: 64.32 }],
      [{ NumOfYears: 3 }, { CarInsurance: 98.83 }],
      [{ NumOfYears: 4 }, { CarInsurance: 98.83 }],
    ],
  },
  {
    name: '0115-sum-collect-hitpolicy',
    model: salary('SUM'),
    tests: [
      [{ NumOfYears: 6 }, { Salary: 1100 }],
      [{ NumOfYears: 3 }, { Salary: 300 }],
      [{ NumOfYears: 2 }, { Salary: 100 }],
    ],
  },
  {
    name: '0116-count-collect-hitpolicy',
    model: salary('COUNT'),
    tests: [
      [{ NumOfYears: 6 }, { Salary: 4 }],
      [{ NumOfYears: 2 }, { Salary: 1 }],
      [{ NumOfYears: 3 }, { Salary: 2 }],
    ],
  },
  {
    name: '0117-multi-any-hitpolicy',
    model: withRate('ANY', 'tApproval', [
      ...rated,
      [
        ['>=19', '"Low"', 'true'],
        ['"Approved"', '"Best"'],
      ],
    ]),
    tests: [
      [of(19, 'Low'), { Approval: both('Approved', 'Best') }],
      [of(17, 'High'), { Approval: both('Declined', 'Standard') }],
      [of(19, 'Medium'), { Approval: both('Approved', 'Standard') }],
    ],
  },
  {
    name: '0118-multi-priority-hitpolicy',
    model: declinedOrNot('PRIORITY', false),
    tests: [
      [of(17, 'High'), { 'Approval Status': status('Approved', 'Standard') }],
      [of(19, 'Low'), { 'Approval Status': status('Approved', 'Basic') }],
      [of(10, 'Low'), { 'Approval Status': status('Declined', 'Standard') }],
    ],
  },
  {
    name: '0119-multi-collect-hitpolicy',
    model: declinedOrNot('COLLECT', true),
    tests: [
      [
        of(17, 'High'),
        { 'Approval Status': [status('Declined', 'Standard'), status('Approved', 'Standard')] },
      ],
      [of(19, 'Low'), { 'Approval Status': [status('Approved', 'Basic')] }],
      [of(10, 'Low'), { 'Approval Status': [status('Declined', 'Standard')] }],
    ],
  },
  {
    name: '0201-sepsis-mitigation',
    excluded:
      'what it expects its own model does not give: with FIRST the first of six rules matches and the fifth is expected; and a rate of 20 is expected to pass > 20',
    model: decide(
      'Escalation & more',
      undefined,
      { inputs: {} },
      table({
        hit: 'FIRST',
        inputs: [
          { label: 'patient is septic', type: 'boolean' },
          { label: 'respiratory rate (breaths per minute)', type: 'integer' },
        ],
        outputs: [{ type: 'string' }],
        rules: [
          [['true', '> 20'], ['"Start."']],
          [['true', ''], ['"Watch."']],
          [['false', ''], ['"Go on."']],
        ],
      }),
    ),
    tests: [
      [
        { 'patient is septic': true, 'respiratory rate (breaths per minute)': 20 },
        { 'Escalation & more': 'Watch.' },
      ],
      [
        { 'patient is septic': true, 'respiratory rate (breaths per minute)': 21 },
        { 'Escalation & more': 'Start.' },
      ],
    ],
  },
];
