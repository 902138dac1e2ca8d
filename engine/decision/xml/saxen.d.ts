// saxen has no types of its own: the part of it that is used here.
declare module 'saxen' {
  type Decode = (text: string) => string;
  type Place = () => { line: number; column: number; data: string };
  type Attributes = () => Record<string, string> | boolean;

  export class Parser {
    on(
      event: 'openTag',
      hook: (
        name: string,
        attributes: Attributes,
        decode: Decode,
        selfClosing: boolean,
        place: Place,
      ) => void,
    ): this;
    on(
      event: 'closeTag',
      hook: (name: string, decode: Decode, selfClosing: boolean, place: Place) => void,
    ): this;
    on(event: 'text', hook: (text: string, decode: Decode, place: Place) => void): this;
    on(event: 'cdata', hook: (text: string, place: Place) => void): this;
    on(event: 'attention', hook: (text: string, decode: Decode, place: Place) => void): this;
    on(event: 'error' | 'warn', hook: (error: Error, place: Place) => void): this;
    parse(xml: string): this;
    stop(): this;
  }
}
