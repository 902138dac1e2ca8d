import { expect, test } from 'vitest';
import { delimiterOf } from '../../../engine/csv/delimiter-of.ts';

test.each([
  ['name,email\nA;B;C,1', ','],
  ['name;value\nParks;12,5', ';'],
  ['\uFEFFname;value', ';'],
  ['name\tvalue', '\t'],
  ['"a;b;c;d",email', ','],
  ['"a,\nb";email;role\n', ';'],
  ['\r\n  \n\nname;value\n1;2,5', ';'],
  ['name', ','],
  ['', ','],
])('the cells of %j are separated by %j', (content, sign) => {
  expect(delimiterOf(content)).toBe(sign);
});
