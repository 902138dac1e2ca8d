// What the engine and the server say is English and knows no language: their sentences come here on their way to the screen.
import { inRetold } from '../spoken.ts';

/** In the language of the page; a sentence that no template knows stays as it is. */
export const retell = (english: string): string => inRetold(english);

/** Words or none, as an answer has them. */
export const retellSome = <Maybe extends string | null | undefined>(english: Maybe): Maybe | string =>
  typeof english === 'string' ? retell(english) : english;
