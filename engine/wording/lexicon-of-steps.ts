// Words that point to a next step, by which feedback says what to do. Patterns, as in the lexicon.

/** What asks for what comes next; what is asked of the past ("What would have helped?") is none of it. */
const questionsAhead = [
  '(?:what|who|how) (?:would|could|might|will|can) help',
  'anything(?: that)? (?:would|could|might|will|can) help',
  'would it help',
  '(?:what|how|where|when) (?:can|could|might|shall|should|will) (?:i|we|you)(?! have)',
  'how do (?:i|we)',
  '(?:what|where|which)(?: \\w+)? do (?:you|we) (?:need|plan|propose|suggest|want)',
  "(?:what is|what's|what are) (?:the|our|your) (?:ideas?|next steps?|plans?)",
];

/** What points to a next step. */
export const nextSteps = [
  ...questionsAhead,
  'next (?:time|week|month|sprint|quarter|round|release|report|meeting)',
  'by (?:the end of|end of|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|tomorrow|\\d)',
  'before (?:the|your|our|we|you|\\d)',
  'from now on',
  'going forward',
  '(?:could|would|can|will) you',
  'please',
  'try(?:ing)? (?:to|it|this|that|a|an|the|out)',
  'let us',
  "let's",
  'shall we',
  "(?:i|we)(?:'m| am|'re| are)? (?:can|could|will|happy to|glad to|would be glad to|would be happy to) (?:help|support|sit|pair|review|show|join|work|walk|go|look|meet|read|give|share)",
  "i'll (?:help|support|sit|pair|review|show|join|work|walk|go|look|meet|read|give|share)",
  'i (?:suggest|propose|recommend|ask)',
  'how about',
  'what if',
  'one (?:idea|option|thing to try)',
  'it would help',
  'consider \\w+ing',
];
