// The word lists and parsers are large, and only who writes feedback needs them: they are loaded then.
export const loadWording = () => import('./advise-wording.ts');
