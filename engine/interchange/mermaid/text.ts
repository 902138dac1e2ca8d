// Text and ids in Mermaid's stateDiagram-v2. Its lexer ends a label at a colon or a semicolon, takes lines that say
// "direction TB" for commands, and reads some words as keywords wherever an id begins with them; what would be
// read so is written as a character by number.
import { makeNaming } from '../names.ts';

const byNumber = (character: string): string => `#${character.codePointAt(0)};`;

export const escapeText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[#;:"<>%{}[\]`\\]|\p{Cc}/gu, byNumber)
    .replace(/\b(d)(?=irection\b)/gi, byNumber)
    .replace(/\b(e)(?=nd note\b)/gi, byNumber)
    .trim();

/** A guard stands in brackets, which are read as such. */
export const inBrackets = (text: string): string => `[${escapeText(text)}]`;

const keywords =
  /^(default|state|note|scale|class|style|click|href|acc|direction|hide|end|left|right|as|fork|join|choice|any_stage)/;

export const makeIds = () =>
  makeNaming((id) => {
    const plain = id.replaceAll('-', '_');
    return keywords.test(plain) || /^\d/.test(plain) ? `s_${plain}` : plain;
  }, '_');
