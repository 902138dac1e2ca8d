// The language of the screens. A word is added by writing it in English inside `t` and in each catalogue under its folder's
// name; a test names what is missing, what nobody says any more, and words outside `t`.
export { chooseLanguage, languageList, otherLanguages } from './choice.ts';
export {
  computerZone,
  dateText,
  dayInZone,
  decimalSign,
  listText,
  numberText,
  percentSign,
  percentText,
  unitAfter,
  viewerZone,
} from './formats.ts';
export { changeHabits, type Habits, habits, undoChoices } from './habits.ts';
export { retell, t, tAs } from './say.ts';
export { tx } from './say-elements.ts';
export { spokenLanguage } from './spoken.ts';
